//! The queue before the workers: two lines, one with priority over the other, and a limit for both together.

use std::collections::VecDeque;
use std::ops::RangeInclusive;
use std::time::Instant;

/// How many checks in a row may overtake a waiting new hash. The limit keeps a flood of log-ins from blocking sign-ups.
const CHECKS_IN_A_ROW: u32 = 3;

/// Log-ins overtake sign-ups: sign-ups may be many, and a user with an account should not have to wait for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// The check of a password against a hash, and the work that follows from it.
    Check,
    /// The hash of a new password.
    NewHash,
}

/// An entry of the queue.
pub struct Entry<J> {
    number: u64,
    pub since: Instant,
    /// How many arenas the job needs, and how many it can use.
    pub arenas: RangeInclusive<usize>,
    pub job: J,
}

pub struct Queue<J> {
    checks: VecDeque<Entry<J>>,
    new_hashes: VecDeque<Entry<J>>,
    checks_in_a_row: u32,
    next_number: u64,
}

/// The queue is full, and has no entry of lower priority that could be shed.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

impl<J> Queue<J> {
    pub fn new() -> Self {
        let (checks, new_hashes) = (VecDeque::new(), VecDeque::new());
        Self { checks, new_hashes, checks_in_a_row: 0, next_number: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.checks.len() + self.new_hashes.len()
    }

    pub fn waiting(&self, priority: Priority) -> usize {
        match priority {
            Priority::Check => self.checks.len(),
            Priority::NewHash => self.new_hashes.len(),
        }
    }

    /// How many entries would be served before a new one of this priority.
    pub fn ahead_of(&self, priority: Priority) -> usize {
        match priority {
            Priority::Check => self.checks.len(),
            Priority::NewHash => self.len(),
        }
    }

    /// Adds a job at the end of its line, if fewer than `places` wait, and returns its number. If the queue is full, a
    /// check sheds the newest new hash, whose job is returned, too.
    ///
    /// # Errors
    ///
    /// [`Full`] if there is no place, and nothing to shed.
    pub fn enter(
        &mut self,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        job: J,
        places: usize,
    ) -> Result<(u64, Option<J>), Full> {
        let mut sent_away = None;
        if self.len() >= places {
            sent_away = match priority {
                Priority::Check => self.new_hashes.pop_back(),
                Priority::NewHash => None,
            };
            if sent_away.is_none() {
                return Err(Full);
            }
        }
        let number = self.next_number;
        self.next_number += 1;
        self.line(priority).push_back(Entry { number, since: Instant::now(), arenas, job });
        Ok((number, sent_away.map(|waiting| waiting.job)))
    }

    /// Takes the next entry, if `arenas` are enough for it. No other entry overtakes one that needs more.
    pub fn next(&mut self, arenas: usize) -> Option<Entry<J>> {
        let is_checks_turn =
            !self.checks.is_empty() && (self.checks_in_a_row < CHECKS_IN_A_ROW || self.new_hashes.is_empty());
        let line = self.line(if is_checks_turn { Priority::Check } else { Priority::NewHash });
        if *line.front()?.arenas.start() > arenas {
            return None;
        }
        let next = line.pop_front();
        // Only checks that overtake a waiting new hash count.
        let passes_somebody = is_checks_turn && !self.new_hashes.is_empty();
        self.checks_in_a_row = if passes_somebody { self.checks_in_a_row + 1 } else { 0 };
        next
    }

    /// Removes an entry and returns its job, if it is still in the queue.
    pub fn cancel(&mut self, priority: Priority, number: u64) -> Option<J> {
        let line = self.line(priority);
        let place = line.binary_search_by_key(&number, |waiting| waiting.number).ok()?;
        line.remove(place).map(|waiting| waiting.job)
    }

    fn line(&mut self, priority: Priority) -> &mut VecDeque<Entry<J>> {
        match priority {
            Priority::Check => &mut self.checks,
            Priority::NewHash => &mut self.new_hashes,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Priority::{Check, NewHash};
    use super::*;

    fn served(queue: &mut Queue<&'static str>) -> Vec<&'static str> {
        std::iter::from_fn(|| queue.next(1)).map(|waiting| waiting.job).collect()
    }

    #[test]
    fn checks_pass_new_hashes_but_not_for_ever() {
        let mut queue = Queue::new();
        for (priority, job) in [
            (NewHash, "n1"),
            (NewHash, "n2"),
            (Check, "c1"),
            (Check, "c2"),
            (Check, "c3"),
            (Check, "c4"),
            (Check, "c5"),
        ] {
            queue.enter(priority, 1..=1, job, 16).expect("a place");
        }
        assert_eq!(queue.ahead_of(Check), 5);
        assert_eq!(queue.ahead_of(NewHash), 7);
        assert_eq!(served(&mut queue), ["c1", "c2", "c3", "n1", "c4", "c5", "n2"]);
    }

    #[test]
    fn who_passes_nobody_takes_nobodys_turn() {
        let mut queue = Queue::new();
        for job in ["c1", "c2", "c3", "c4"] {
            queue.enter(Check, 1..=1, job, 16).expect("a place");
        }
        assert_eq!(served(&mut queue), ["c1", "c2", "c3", "c4"]);
        queue.enter(NewHash, 1..=1, "n1", 16).expect("a place");
        queue.enter(Check, 1..=1, "c5", 16).expect("a place");
        assert_eq!(served(&mut queue), ["c5", "n1"]);
    }

    #[test]
    fn a_full_queue_sends_the_last_new_hash_away_for_a_check() {
        let mut queue = Queue::new();
        queue.enter(NewHash, 1..=1, "n1", 2).expect("a place");
        queue.enter(NewHash, 1..=1, "n2", 2).expect("a place");
        assert_eq!(queue.enter(NewHash, 1..=1, "n3", 2).expect_err("full"), Full);
        assert_eq!(queue.enter(Check, 1..=1, "c1", 2).expect("a place").1, Some("n2"));
        assert_eq!(queue.enter(Check, 1..=1, "c2", 2).expect("a place").1, Some("n1"));
        assert_eq!(queue.enter(Check, 1..=1, "c3", 2).expect_err("full"), Full);
        assert_eq!(served(&mut queue), ["c1", "c2"]);
    }

    #[test]
    fn a_place_that_was_given_up_is_nobodys() {
        let mut queue = Queue::new();
        let numbers = ["a", "b", "c"].map(|job| queue.enter(NewHash, 1..=1, job, 16).expect("a place").0);
        assert_eq!(queue.cancel(NewHash, numbers[1]), Some("b"));
        assert_eq!(queue.cancel(NewHash, numbers[1]), None);
        assert_eq!(queue.len(), 2);
        assert_eq!(served(&mut queue), ["a", "c"]);
        assert_eq!(queue.cancel(NewHash, numbers[0]), None, "it was served");
    }

    #[test]
    fn nobody_overtakes_one_who_needs_more_arenas() {
        let mut queue = Queue::new();
        queue.enter(Check, 2..=2, "large", 2).expect("a place");
        queue.enter(Check, 1..=1, "small", 2).expect("a place");
        assert!(queue.next(1).is_none());
        assert_eq!(queue.next(2).map(|waiting| waiting.job), Some("large"));
        assert_eq!(served(&mut queue), ["small"]);
    }
}
