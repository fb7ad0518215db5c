//! The queue before the workers: three lines, each with priority over the next, and a limit for all together.

use std::collections::VecDeque;
use std::ops::RangeInclusive;
use std::time::Instant;

/// How many entries in a row may overtake a line that waits. The limit keeps a flood of log-ins from blocking sign-ups.
const OVERTAKEN_AT_MOST: u32 = 3;

/// Log-ins overtake sign-ups: sign-ups may be many, and a user with an account should not have to wait for them. Clients
/// that the account knows overtake all others. Any visitor can sign up and become one, so they leave the others a share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Priority {
    /// The check of a password against a hash, from a client that the account knows, or in a session.
    Known,
    /// Any other check, and the work that follows from it.
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

struct Line<J> {
    entries: VecDeque<Entry<J>>,
    /// How many entries of earlier lines were served in a row while this one waited.
    overtaken: u32,
}

pub struct Queue<J> {
    /// In the order of [`Priority`].
    lines: [Line<J>; 3],
    next_number: u64,
}

/// The queue is full, and has no entry of lower priority that could be shed.
#[derive(Debug, PartialEq, Eq)]
pub struct Full;

impl<J> Queue<J> {
    pub fn new() -> Self {
        let line = || Line { entries: VecDeque::new(), overtaken: 0 };
        Self { lines: [line(), line(), line()], next_number: 0 }
    }

    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub fn len(&self) -> usize {
        self.lines.iter().map(|line| line.entries.len()).sum()
    }

    pub fn waiting(&self, priority: Priority) -> usize {
        self.lines[priority as usize].entries.len()
    }

    /// How many entries would be served before a new one of this priority.
    pub fn ahead_of(&self, priority: Priority) -> usize {
        self.lines[..=priority as usize].iter().map(|line| line.entries.len()).sum()
    }

    /// Adds a job at the end of its line, if fewer than `places` wait, and returns its number. If the queue is full, it
    /// sheds the newest entry of the last line behind its own, whose job is returned, too. Of the checks, half of the places
    /// stay.
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
        let mut shed = None;
        if self.len() >= places {
            let [_, checks, new_hashes] = &mut self.lines;
            shed = match priority {
                Priority::NewHash => None,
                Priority::Known if checks.entries.len() > places / 2 => {
                    new_hashes.entries.pop_back().or_else(|| checks.entries.pop_back())
                }
                Priority::Known | Priority::Check => new_hashes.entries.pop_back(),
            };
            if shed.is_none() {
                return Err(Full);
            }
        }
        let number = self.next_number;
        self.next_number += 1;
        let entry = Entry { number, since: Instant::now(), arenas, job };
        self.lines[priority as usize].entries.push_back(entry);
        Ok((number, shed.map(|waiting| waiting.job)))
    }

    /// Takes the next entry, if `arenas` are enough for it. No other entry overtakes one that needs more.
    pub fn next(&mut self, arenas: usize) -> Option<Entry<J>> {
        let waits = |line: &Line<J>| !line.entries.is_empty();
        let has_waited_enough = |line: &Line<J>| waits(line) && line.overtaken >= OVERTAKEN_AT_MOST;
        let turn =
            self.lines.iter().position(has_waited_enough).or_else(|| self.lines.iter().position(waits))?;
        if *self.lines[turn].entries.front()?.arenas.start() > arenas {
            return None;
        }
        self.lines[turn].overtaken = 0;
        for line in &mut self.lines[turn + 1..] {
            line.overtaken = if line.entries.is_empty() { 0 } else { line.overtaken + 1 };
        }
        self.lines[turn].entries.pop_front()
    }

    /// Removes an entry and returns its job, if it is still in the queue.
    pub fn cancel(&mut self, priority: Priority, number: u64) -> Option<J> {
        let entries = &mut self.lines[priority as usize].entries;
        let place = entries.binary_search_by_key(&number, |waiting| waiting.number).ok()?;
        entries.remove(place).map(|waiting| waiting.job)
    }
}

#[cfg(test)]
mod tests {
    use super::Priority::{Check, Known, NewHash};
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
    fn known_clients_pass_all_others_but_not_for_ever() {
        let mut queue = Queue::new();
        for (priority, job) in [
            (NewHash, "n1"),
            (NewHash, "n2"),
            (Check, "c1"),
            (Check, "c2"),
            (Known, "k1"),
            (Known, "k2"),
            (Known, "k3"),
            (Known, "k4"),
            (Known, "k5"),
        ] {
            queue.enter(priority, 1..=1, job, 16).expect("a place");
        }
        assert_eq!(queue.ahead_of(Known), 5);
        assert_eq!(queue.ahead_of(Check), 7);
        assert_eq!(served(&mut queue), ["k1", "k2", "k3", "c1", "n1", "k4", "k5", "c2", "n2"]);
    }

    #[test]
    fn a_full_queue_sheds_a_stranger_for_a_known_client_after_all_new_hashes() {
        let mut queue = Queue::new();
        for job in ["c1", "c2", "c3"] {
            queue.enter(Check, 1..=1, job, 4).expect("a place");
        }
        queue.enter(NewHash, 1..=1, "n1", 4).expect("a place");
        assert_eq!(queue.enter(Known, 1..=1, "k1", 4).expect("a place").1, Some("n1"));
        assert_eq!(queue.enter(Check, 1..=1, "c4", 4).expect_err("full"), Full);
        assert_eq!(queue.enter(Known, 1..=1, "k2", 4).expect("a place").1, Some("c3"));
        assert_eq!(queue.enter(Known, 1..=1, "k3", 4).expect_err("half of the places stay"), Full);
        assert_eq!(served(&mut queue), ["k1", "k2", "c1", "c2"]);
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
