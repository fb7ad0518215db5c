//! The workers: a fixed number of threads with an arena each, which serve the queue.

use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::Parameters;
use super::engine::{Arena, Engine, EngineError, Input};
use super::queue::{Full, Priority, Queue};
use super::status::{Record, Status};

/// What has to be known to start them.
pub struct Plan {
    pub engine: Engine,
    pub workers: usize,
    /// Of each arena.
    pub memory_kib: u32,
    pub queue_depth: usize,
    pub longest_wait: Duration,
}

/// The handle to all workers. When it goes, they finish what was accepted and end.
pub struct Workers(Arc<Shared>);

struct Shared {
    plan: Plan,
    state: Mutex<State>,
    /// There is work, an arena came back, or it is the end.
    changed: Condvar,
}

struct State {
    queue: Queue<Job>,
    /// Those that nobody works in. A job takes one; alone, it takes others along for the threads that they stand for.
    idle: Vec<Box<dyn Arena>>,
    record: Record,
    is_open: bool,
}

impl Plan {
    /// Sooner than this nobody who is sent away now has a chance.
    fn retry_after(&self, expected_wait: Duration) -> Duration {
        expected_wait.max(self.longest_wait).max(Duration::from_secs(1))
    }
}

impl State {
    /// How long one who comes now would wait.
    fn expected_wait(&self, priority: Priority, workers: usize) -> Duration {
        self.record.expected_wait(self.queue.ahead_of(priority), self.idle.len(), workers)
    }
}

/// Is told that it is its turn, or that there is none.
type Job = Box<dyn FnOnce(Result<&mut Crew, NotServed>) + Send>;

/// Why a job was not done.
#[derive(Debug, PartialEq, Eq)]
pub enum NotServed {
    /// No worker would have come free in time. After so long it is worth another try.
    NoCapacity { retry_after: Duration },
    /// It panicked.
    Broken,
}

/// What a job works with.
pub struct Crew {
    arenas: Vec<Box<dyn Arena>>,
    memory_kib: u32,
    has_hashed: bool,
}

impl Crew {
    /// One that belongs to no queue and works with so many threads, all in one arena.
    pub fn of(threads: usize, memory_kib: u32, engine: &Engine) -> Self {
        let arenas = (0..threads).map(|_| engine.arena()).collect();
        Self { arenas, memory_kib, has_hashed: false }
    }

    pub fn threads(&self) -> u32 {
        u32::try_from(self.arenas.len()).unwrap_or(u32::MAX)
    }

    /// Fills the tag, with as many threads as there are arenas. A hash that is too large for one gets the memory of
    /// the others, and all of it goes back to the system afterwards.
    pub fn tag(&mut self, input: Input<'_>, tag: &mut [u8]) -> Result<(), EngineError> {
        self.has_hashed = true;
        let threads = self.arenas.len();
        let needed = input.parameters.memory_kib();
        let is_large = needed > self.memory_kib;
        let (arena, others) = self.arenas.split_first_mut().ok_or(EngineError::NoArena)?;
        if is_large {
            others.iter_mut().for_each(|other| other.release());
        }
        arena.reserve(needed.max(self.memory_kib))?;
        let done = arena.tag(input, threads, tag);
        if is_large {
            arena.release();
        }
        done
    }
}

impl Workers {
    pub fn start(plan: Plan) -> Result<Self, EngineError> {
        let mut idle = Vec::with_capacity(plan.workers);
        for _ in 0..plan.workers {
            let mut arena = plan.engine.arena();
            arena.reserve(plan.memory_kib)?;
            idle.push(arena);
        }
        let state = Mutex::new(State { queue: Queue::new(), idle, record: Record::default(), is_open: true });
        let workers = Self(Arc::new(Shared { plan, state, changed: Condvar::new() }));
        for number in 1..=workers.0.plan.workers {
            let shared = workers.0.clone();
            let name = format!("hashing-{number}");
            std::thread::Builder::new().name(name).spawn(move || shared.serve())?;
        }
        Ok(workers)
    }

    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }

    /// How they are doing now.
    pub fn status(&self, parameters: Parameters) -> Status {
        let (plan, state) = (&self.0.plan, self.0.lock());
        Status {
            engine: plan.engine.to_string(),
            parameters,
            workers: plan.workers,
            busy_workers: plan.workers - state.idle.len(),
            checks_waiting: state.queue.waiting(Priority::Check),
            new_hashes_waiting: state.queue.waiting(Priority::NewHash),
            queue_depth: plan.queue_depth,
            longest_wait: plan.longest_wait,
            expected_wait: state.expected_wait(Priority::NewHash, plan.workers),
            waits: state.record.waits(),
            served: state.record.served,
            refused: state.record.refused,
            left: state.record.left,
        }
    }

    /// Has a job done that needs so many arenas and can use so many. Whoever stops waiting for the answer gives up the place.
    pub async fn run<T: Send + 'static>(
        &self,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        work: impl FnOnce(&mut Crew) -> T + Send + 'static,
    ) -> Result<T, NotServed> {
        let (answer, mut answered) = oneshot::channel();
        let job: Job = Box::new(move |turn| {
            // Whoever asked may be gone.
            let _ = answer.send(turn.map(work));
        });
        let place = Shared::enter(&self.0, priority, arenas, job)?;
        match tokio::time::timeout(self.0.plan.longest_wait, &mut answered).await {
            Ok(done) => done.unwrap_or(Err(NotServed::Broken)),
            Err(_) => match place.give_up() {
                Some(retry_after) => Err(NotServed::NoCapacity { retry_after }),
                // It is being served.
                None => answered.await.unwrap_or(Err(NotServed::Broken)),
            },
        }
    }
}

impl Drop for Workers {
    fn drop(&mut self) {
        self.0.lock().is_open = false;
        self.0.changed.notify_all();
    }
}

impl Shared {
    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing that can panic is done under the lock.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(
        shared: &Arc<Self>,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        job: Job,
    ) -> Result<Place, NotServed> {
        let plan = &shared.plan;
        let mut state = shared.lock();
        let wait = state.expected_wait(priority, plan.workers);
        let retry_after = plan.retry_after(wait);
        // Those for whom an arena is idle are as good as served.
        let places = plan.queue_depth + state.idle.len();
        let entered = match wait <= plan.longest_wait {
            true => state.queue.enter(priority, arenas, job, places),
            false => Err(Full),
        };
        let Ok((number, sent_away)) = entered else {
            state.record.refused += 1;
            return Err(NotServed::NoCapacity { retry_after });
        };
        if let Some(job) = sent_away {
            state.record.refused += 1;
            job(Err(NotServed::NoCapacity { retry_after }));
        }
        drop(state);
        shared.changed.notify_one();
        Ok(Place { shared: shared.clone(), priority, number })
    }

    /// What a worker does all its life.
    fn serve(&self) {
        let mut state = self.lock();
        loop {
            let idle = state.idle.len();
            if let Some(next) = state.queue.next(idle) {
                state.record.waited(next.since.elapsed());
                // Alone, it may have all that it can use; otherwise each has one thread, which costs the least.
                let most = if state.queue.is_empty() { *next.arenas.end() } else { *next.arenas.start() };
                let arenas = state.idle.split_off(idle - most.min(idle));
                drop(state);
                let (arenas, cost) = self.work(arenas, next.job);
                state = self.lock();
                state.idle.extend(arenas);
                if let Some(cost) = cost {
                    state.record.served(cost);
                    self.send_away_the_hopeless(&mut state);
                }
                self.changed.notify_all();
            } else if state.is_open || !state.queue.is_empty() {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            } else {
                return;
            }
        }
    }

    /// With every hash one knows better how fast it goes. Who cannot be served in time is told now, not at the end.
    fn send_away_the_hopeless(&self, state: &mut State) {
        let State { queue, idle, record, .. } = state;
        let hopeless = queue.send_away(|ahead, waited| {
            waited + record.expected_wait(ahead, idle.len(), self.plan.workers) > self.plan.longest_wait
        });
        record.refused += hopeless.len() as u64;
        for job in hopeless {
            job(Err(NotServed::NoCapacity { retry_after: self.plan.retry_after(Duration::ZERO) }));
        }
    }

    /// Gives the arenas back, and the processor time if it was a hash.
    fn work(&self, arenas: Vec<Box<dyn Arena>>, job: Job) -> (Vec<Box<dyn Arena>>, Option<Duration>) {
        let mut crew = Crew { arenas, memory_kib: self.plan.memory_kib, has_hashed: false };
        let threads = crew.threads();
        let begin = Instant::now();
        // The one who asked hears of it by the end of the channel; the worker and its arenas go on.
        if catch_unwind(AssertUnwindSafe(|| job(Ok(&mut crew)))).is_err() {
            tracing::error!("a hashing job panicked");
        }
        let cost = crew.has_hashed.then(|| begin.elapsed() * threads);
        (crew.arenas, cost)
    }
}

/// A place in the queue, given up when nobody waits for the answer any more.
struct Place {
    shared: Arc<Shared>,
    priority: Priority,
    number: u64,
}

impl Place {
    /// If it was still there: when it is worth another try.
    fn give_up(&self) -> Option<Duration> {
        let mut state = self.shared.lock();
        let _job = state.queue.leave(self.priority, self.number)?;
        state.record.refused += 1;
        let plan = &self.shared.plan;
        Some(plan.retry_after(state.expected_wait(self.priority, plan.workers)))
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut state = self.shared.lock();
        if state.queue.leave(self.priority, self.number).is_some() {
            state.record.left += 1;
        }
    }
}
