//! What the workers share, and what has to be known to start them.

use std::time::{Duration, Instant};

use super::crew::Crew;
use super::engine::{Arena, Engine};
use super::queue::{Queue, Waiting};
use super::rechecks::{Recheck, Rechecks};
use super::status::Record;

/// What has to be known to start them.
pub struct Plan {
    pub engine: Engine,
    pub workers: usize,
    /// Of each arena.
    pub memory_kib: u32,
    pub queue_depth: usize,
    pub longest_wait: Duration,
    /// Over which one hash is split.
    pub most_threads: usize,
}

/// Rechecks wait until no request has needed a worker for so long: the next one would find a processor less.
pub const QUIET: Duration = Duration::from_millis(250);

pub struct State {
    pub queue: Queue<Job>,
    /// Those that no job works in. A job takes one; alone, it takes others along for the threads that they stand for.
    pub idle: Vec<Box<dyn Arena>>,
    /// Work that no request waits for.
    pub rechecks: Rechecks<Job>,
    /// How many arenas rechecks work in.
    pub rechecking: usize,
    /// When a request last came to the workers, or was served.
    pub last_request: Instant,
    /// What new arenas are made of: the plan's, or the reference, once that was found to be wrong.
    pub engine: Engine,
    pub record: Record,
    pub is_open: bool,
}

impl State {
    /// The next job of the queue, unless it is the turn of a recheck that must not wait any longer.
    pub fn next_of_queue(&mut self, idle: usize) -> Option<Waiting<Job>> {
        if idle > 0 && self.rechecks.is_urgent() { None } else { self.queue.next(idle) }
    }

    /// The next recheck, if it is urgent, or if no request has needed a worker for a while.
    pub fn next_recheck(&mut self, workers: usize) -> Option<Recheck<Job>> {
        let is_quiet = self.idle.len() + self.rechecking == workers
            && self.queue.is_empty()
            && self.last_request.elapsed() >= QUIET;
        let may = self.is_open && !self.idle.is_empty() && (is_quiet || self.rechecks.is_urgent());
        if may { self.rechecks.take() } else { None }
    }

    /// The estimated time until all that wait now are served.
    pub fn drain_time(&self, workers: usize) -> Duration {
        self.record.drain_time(self.queue.len(), self.idle.len() + self.rechecking, workers)
    }
}

/// The arena, or one of the engine that is in use by now. It reserves its memory at its first hash.
pub fn replaced(arena: Box<dyn Arena>, engine: &Engine) -> Box<dyn Arena> {
    let is_outdated = matches!(engine, Engine::Reference(_)) && !arena.is_reference();
    if is_outdated { engine.arena() } else { arena }
}

/// Is told that it is its turn, or that there is none.
pub type Job = Box<dyn FnOnce(Result<&mut Crew, NotServed>) + Send>;

/// Why a job was not done.
#[derive(Debug, PartialEq, Eq)]
pub enum NotServed {
    /// The queue was full, or no worker came free in time. After so long it is worth another try.
    NoCapacity { retry_after: Duration },
    /// It panicked.
    Broken,
}
