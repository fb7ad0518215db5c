//! Statistics of the queue: the time of a hash, the waits, and the refused requests.

use std::collections::VecDeque;
use std::time::Duration;

use prometheus_client::metrics::histogram::Histogram;

use super::Parameters;
use super::arrangement::Arrangement;

/// How many of the latest waits are kept for the figures.
const REMEMBERED_WAITS: usize = 256;

/// The state of the queue.
#[derive(Clone, Debug)]
pub struct Status {
    /// The name of the engine, and the vector instructions that it uses.
    pub engine: String,
    pub parameters: Parameters,
    pub arrangement: Arrangement,
    pub busy_workers: usize,
    pub checks_waiting: usize,
    pub new_hashes_waiting: usize,
    /// How many requests may wait.
    pub queue_depth: usize,
    /// How long a request may wait.
    pub longest_wait: Duration,
    /// The estimated time until all requests that wait now are served: as long as a sign-up would wait.
    pub expected_wait: Duration,
    /// The waits of the last hashes; `None` before the first.
    pub waits: Option<Waits>,
    /// All waits since the start, in seconds. Clones count together.
    pub wait_times: Histogram,
    /// The number of hashes that were made or checked since the start.
    pub served: u64,
    /// The number of requests that were refused, at once or after the longest wait.
    pub refused: u64,
    /// The number of requests that left the queue because the client had disconnected.
    pub left: u64,
    /// The number of hashes that were computed again with the reference engine.
    pub rechecked: u64,
    /// How many of these the fast engine had computed wrongly. From the first one on the reference is used.
    pub found_wrong: u64,
}

impl Status {
    /// The memory of all workers together.
    pub fn memory_kib(&self) -> u64 {
        u64::from(self.parameters.memory_kib()) * self.arrangement.at_once as u64
    }
}

/// How long the last requests waited.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waits {
    /// The number of requests.
    pub of: usize,
    pub median: Duration,
    pub longest: Duration,
}

/// The figures that the workers record.
#[derive(Default)]
pub struct Record {
    pub served: u64,
    pub refused: u64,
    pub left: u64,
    pub rechecked: u64,
    pub found_wrong: u64,
    waits: VecDeque<Duration>,
    /// All waits, in seconds.
    wait_times: WaitTimes,
    /// The average processor time of one hash, in which the last ones count more; `None` before the first.
    pub pace: Option<Duration>,
}

/// The waits since the start, in seconds, for a monitoring system.
pub struct WaitTimes(Histogram);

impl Default for WaitTimes {
    fn default() -> Self {
        Self(Histogram::new([0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 5.0]))
    }
}

impl Record {
    pub fn wait_times(&self) -> Histogram {
        self.wait_times.0.clone()
    }

    pub fn waited(&mut self, wait: Duration) {
        self.wait_times.0.observe(wait.as_secs_f64());
        if self.waits.len() == REMEMBERED_WAITS {
            self.waits.pop_front();
        }
        self.waits.push_back(wait);
    }

    /// Records a hash that took this much processor time.
    pub fn served(&mut self, cost: Duration) {
        self.served += 1;
        self.pace = Some(self.pace.map_or(cost, |pace| (pace * 7 + cost) / 8));
    }

    /// The estimated time until `waiting` requests are served, if `idle` of the workers are idle and the others busy, and
    /// all workers together have so many `threads`.
    pub fn drain_time(&self, waiting: usize, idle: usize, threads: usize) -> Duration {
        let Some(behind) = waiting.checked_sub(idle) else { return Duration::ZERO };
        let turns = u32::try_from(behind + 1).unwrap_or(u32::MAX);
        let threads = u32::try_from(threads).unwrap_or(u32::MAX).max(1);
        self.pace.unwrap_or_default().saturating_mul(turns) / threads
    }

    pub fn waits(&self) -> Option<Waits> {
        let mut waits: Vec<_> = self.waits.iter().copied().collect();
        waits.sort_unstable();
        let longest = *waits.last()?;
        Some(Waits { of: waits.len(), median: *waits.get(waits.len() / 2)?, longest })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_drain_time_follows_from_the_pace() {
        let mut record = Record::default();
        assert_eq!(record.drain_time(100, 0, 2), Duration::ZERO, "nothing is known");
        record.served(Duration::from_millis(40));
        assert_eq!(record.drain_time(0, 0, 2), Duration::from_millis(20), "a busy worker comes free");
        assert_eq!(record.drain_time(0, 1, 2), Duration::ZERO, "a worker is idle");
        assert_eq!(record.drain_time(99, 0, 2), Duration::from_secs(2));
        record.served(Duration::from_millis(80));
        assert_eq!(record.drain_time(0, 0, 1), Duration::from_millis(45), "the last ones count for more");
    }

    #[test]
    fn the_last_waits_are_remembered() {
        let mut record = Record::default();
        assert_eq!(record.waits(), None);
        (0..1_000).for_each(|number| record.waited(Duration::from_millis(number)));
        let waits = record.waits().expect("some");
        assert_eq!((waits.of, waits.longest), (256, Duration::from_millis(999)));
        assert_eq!(waits.median, Duration::from_millis(872));
    }
}
