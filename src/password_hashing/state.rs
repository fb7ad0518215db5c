//! The state that the workers share, and the plan that they start with.

use std::time::{Duration, Instant};

use super::arrangement::Arrangement;
use super::engine::{Arena, Engine};
use super::queue::{Entry, Queue};
use super::rechecks::{Recheck, Rechecks};
use super::status::Record;
use super::thread_team::ThreadTeam;

/// The settings of the workers.
pub struct Plan {
    pub engine: Engine,
    pub arrangement: Arrangement,
    /// The memory of each arena.
    pub memory_kib: u32,
    pub queue_depth: usize,
    pub longest_wait: Duration,
    /// The maximum number of threads that one hash is split over, when it runs alone.
    pub max_threads: usize,
}

/// Rechecks wait until no request has needed a worker for this long: a request that comes during a recheck finds one
/// processor less.
pub const QUIET: Duration = Duration::from_millis(250);

/// The shortest time from a request to its refusal. Clients that ignore `Retry-After` and post again at once would
/// otherwise take the processor from the hashes: a thousand of them left 16 sign-ups a second of 27.
pub const REFUSAL: Duration = Duration::from_secs(1);

pub struct State {
    pub queue: Queue<Job>,
    /// Arenas that no job works in, each with its threads. A job takes one; if it is alone, it takes others along for their
    /// threads.
    pub idle: Vec<Box<dyn Arena>>,
    /// Work that no request waits for.
    pub rechecks: Rechecks<Job>,
    /// How many arenas rechecks are using.
    pub rechecking: usize,
    /// When a request last came to the workers, or was served.
    pub last_request: Instant,
    /// The engine for new arenas: that of the plan, or the reference once the plan's was found to be wrong.
    pub engine: Engine,
    pub record: Record,
    pub is_open: bool,
}

impl State {
    /// The next job of the queue, unless an urgent recheck comes first.
    pub fn next_of_queue(&mut self, idle: usize) -> Option<Entry<Job>> {
        if idle > 0 && self.rechecks.is_urgent() { None } else { self.queue.next(idle) }
    }

    /// Notes a wrong tag. From now on this engine, which is the reference, computes all tags.
    pub fn distrust_engine(&mut self, reference: Engine) {
        self.record.found_wrong += 1;
        if !matches!(self.engine, Engine::Reference(_)) {
            self.engine = reference;
            let fast = std::mem::take(&mut self.idle);
            self.idle.extend(fast.into_iter().map(|arena| replaced(arena, &self.engine)));
        }
    }

    /// The next recheck, if it is urgent, or if no request has needed a worker for a while.
    pub fn next_recheck(&mut self, arrangement: Arrangement) -> Option<Recheck<Job>> {
        let is_idle = self.idle.len() + self.rechecking == arrangement.at_once && self.queue.is_empty();
        let is_quiet = is_idle && self.last_request.elapsed() >= QUIET;
        let may = self.is_open && !self.idle.is_empty() && (is_quiet || self.rechecks.is_urgent());
        if may { self.rechecks.take() } else { None }
    }

    /// The estimated time until all requests that wait now are served.
    pub fn drain_time(&self, arrangement: Arrangement) -> Duration {
        self.record.drain_time(self.queue.len(), self.idle.len() + self.rechecking, arrangement.all_threads())
    }
}

/// The arena, or a new one if its engine is no longer in use. The new one reserves its memory at its first hash.
pub fn replaced(arena: Box<dyn Arena>, engine: &Engine) -> Box<dyn Arena> {
    let is_outdated = matches!(engine, Engine::Reference(_)) && !arena.is_reference();
    if is_outdated { engine.arena() } else { arena }
}

/// A job. It is called when its turn has come, or with the reason why it is not served.
pub type Job = Box<dyn FnOnce(Result<&mut ThreadTeam, NotServed>) + Send>;

/// Why a job was not served.
#[derive(Debug, PartialEq, Eq)]
pub enum NotServed {
    /// The queue was full, or no worker was free in time. Another attempt may succeed after `retry_after`.
    NoCapacity { retry_after: Duration },
    /// The job panicked.
    Broken,
}

impl NotServed {
    /// `Retry-After` is the estimated time to drain the queue, and at least a second.
    pub fn no_capacity(drain_time: Duration) -> Self {
        Self::NoCapacity { retry_after: drain_time.max(Duration::from_secs(1)) }
    }
}
