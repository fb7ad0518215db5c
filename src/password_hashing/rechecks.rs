//! The rechecks that wait, and the results of earlier ones in this process.

use std::collections::VecDeque;
use std::sync::atomic::AtomicU64;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use crate::domain::PhcString;

/// How many rechecks may wait. Each holds a password.
const MAX_WAITING: usize = 16;

pub struct Recheck<J> {
    /// How many arenas it can use, for their threads.
    pub arenas: usize,
    /// Runs before all other work.
    pub is_urgent: bool,
    pub job: J,
}

/// The rechecks that wait.
pub struct Rechecks<J>(VecDeque<Recheck<J>>);

impl<J> Rechecks<J> {
    pub fn new() -> Self {
        Self(VecDeque::new())
    }

    /// If too many wait, drops the last one, which is not urgent.
    pub fn add(&mut self, recheck: Recheck<J>) {
        match recheck.is_urgent {
            true => self.0.push_front(recheck),
            false => self.0.push_back(recheck),
        }
        self.0.truncate(MAX_WAITING);
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub fn is_urgent(&self) -> bool {
        self.0.front().is_some_and(|recheck| recheck.is_urgent)
    }

    pub fn take(&mut self) -> Option<Recheck<J>> {
        self.0.pop_front()
    }
}

/// A wrong hash of the fast engine, and the right one.
#[derive(Clone, Debug)]
pub struct Repair {
    pub faulty: PhcString,
    pub right: PhcString,
    pub found_at: Instant,
}

/// The state of the rechecks of one process.
#[derive(Default)]
pub struct Memory {
    pub new_hashes: AtomicU64,
    pub last_failed: Mutex<Option<Instant>>,
    pub repairs: Mutex<Vec<Repair>>,
}

pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
