//! The workers, one for each hash that runs at once, each with an arena: they serve the queue.

use std::ops::RangeInclusive;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use tokio::sync::oneshot;

use super::Parameters;
use super::engine::{Arena, Engine, EngineError};
use super::queue::{Priority, Queue};
use super::rechecks::{Recheck, Rechecks};
use super::state::{Job, NotServed, Plan, QUIET, REFUSAL, State, replaced};
use super::status::{Record, Status};
use super::thread_team::ThreadTeam;

/// The handle to all workers. When it is dropped, they finish the jobs that were accepted and stop.
pub struct Workers(Arc<Shared>);

struct Shared {
    plan: Plan,
    state: Mutex<State>,
    /// Signalled when there is work, when an arena is returned, and when the workers have to stop.
    changed: Condvar,
}

impl Workers {
    pub fn start(plan: Plan) -> Result<Self, EngineError> {
        let at_once = plan.arrangement.at_once;
        let mut idle = Vec::with_capacity(at_once);
        for _ in 0..at_once {
            let mut arena = plan.engine.arena();
            arena.reserve(plan.memory_kib)?;
            idle.push(arena);
        }
        let state = Mutex::new(State {
            queue: Queue::new(),
            idle,
            rechecks: Rechecks::new(),
            rechecking: 0,
            last_request: Instant::now(),
            engine: plan.engine.clone(),
            record: Record::default(),
            is_open: true,
        });
        let workers = Self(Arc::new(Shared { plan, state, changed: Condvar::new() }));
        for number in 1..=at_once {
            let shared = workers.0.clone();
            let name = format!("hashing-{number}");
            std::thread::Builder::new().name(name).spawn(move || shared.serve())?;
        }
        Ok(workers)
    }

    /// Whether the reference engine computes all tags.
    pub fn is_reference(&self) -> bool {
        matches!(self.0.lock().engine, Engine::Reference(_))
    }

    pub fn plan(&self) -> &Plan {
        &self.0.plan
    }

    /// Adds a recheck, which no request waits for. It runs in up to `arenas` arenas: when the workers are idle or,
    /// if it is urgent, next. If too many rechecks wait, one that is not urgent is dropped.
    pub fn recheck(&self, recheck: Recheck<Job>) {
        let mut state = self.0.lock();
        state.rechecks.add(recheck);
        drop(state);
        self.0.changed.notify_one();
    }

    /// From now on the reference engine computes all tags.
    pub fn distrust_engine(&self) -> Result<(), EngineError> {
        let reference = Engine::reference(self.0.plan.arrangement.all_threads())?;
        self.0.lock().distrust_engine(reference);
        Ok(())
    }

    /// The processor time of one hash, or `None` before the first one.
    pub fn pace(&self) -> Option<Duration> {
        self.0.lock().record.pace
    }

    /// The current state of the workers and the queue.
    pub fn status(&self, parameters: Parameters) -> Status {
        let (plan, state) = (&self.0.plan, self.0.lock());
        let at_once = plan.arrangement.at_once;
        Status {
            engine: state.engine.to_string(),
            rechecked: state.record.rechecked,
            found_wrong: state.record.found_wrong,
            parameters,
            arrangement: plan.arrangement,
            busy_workers: at_once - state.idle.len() - state.rechecking,
            checks_waiting: state.queue.waiting(Priority::Known) + state.queue.waiting(Priority::Check),
            new_hashes_waiting: state.queue.waiting(Priority::NewHash),
            queue_depth: plan.queue_depth,
            longest_wait: plan.longest_wait,
            expected_wait: state.drain_time(plan.arrangement),
            waits: state.record.waits(),
            wait_times: state.record.wait_times(),
            served: state.record.served,
            refused: state.record.refused,
            left: state.record.left,
        }
    }

    /// Runs a job that needs at least the start of `arenas` and can use up to the end. If the caller drops the future,
    /// the job leaves the queue. A refusal takes at least [`REFUSAL`].
    pub async fn run<T: Send + 'static>(
        &self,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        work: impl FnOnce(&mut ThreadTeam) -> T + Send + 'static,
    ) -> Result<T, NotServed> {
        let refused_from = Instant::now() + REFUSAL;
        let done = self.serve(priority, arenas, work).await;
        if let Err(NotServed::NoCapacity { .. }) = done {
            tokio::time::sleep_until(refused_from.into()).await;
        }
        done
    }

    async fn serve<T: Send + 'static>(
        &self,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        work: impl FnOnce(&mut ThreadTeam) -> T + Send + 'static,
    ) -> Result<T, NotServed> {
        let (answer, mut answered) = oneshot::channel();
        let job: Job = Box::new(move |turn| {
            // The caller may be gone.
            let _ = answer.send(turn.map(work));
        });
        let place = Shared::enter(&self.0, priority, arenas, job)?;
        let longest_wait = self.0.plan.longest_wait;
        let done = match place.has_to_wait {
            true => match tokio::time::timeout(longest_wait, &mut answered).await {
                Ok(done) => done,
                Err(_) => match place.give_up() {
                    Some(too_late) => return Err(too_late),
                    // A worker has already taken the job.
                    None => answered.await,
                },
            },
            false => answered.await,
        };
        done.unwrap_or(Err(NotServed::Broken))
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
        // No code under the lock can panic.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(
        shared: &Arc<Self>,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        job: Job,
    ) -> Result<Ticket, NotServed> {
        let plan = &shared.plan;
        let mut state = shared.lock();
        state.last_request = Instant::now();
        let drain_time = state.drain_time(plan.arrangement);
        // Arenas in rechecks count as idle, so that a recheck causes no refusal: it ends within the time of one hash.
        let idle = state.idle.len() + state.rechecking;
        // A job for which arenas are idle starts at once, so the idle arenas add to the depth of the queue.
        let has_to_wait = state.queue.ahead_of(priority) + arenas.start() > idle;
        let entered = state.queue.enter(priority, arenas, job, plan.queue_depth + idle);
        let Ok((number, sent_away)) = entered else {
            state.record.refused += 1;
            return Err(NotServed::no_capacity(drain_time));
        };
        state.record.refused += u64::from(sent_away.is_some());
        drop(state);
        shared.changed.notify_one();
        if let Some(job) = sent_away {
            job(Err(NotServed::no_capacity(drain_time)));
        }
        Ok(Ticket { shared: shared.clone(), priority, number, has_to_wait })
    }

    /// The loop of a worker thread.
    fn serve(&self) {
        let mut state = self.lock();
        loop {
            let idle = state.idle.len();
            if let Some(next) = state.next_of_queue(idle) {
                state.record.waited(next.since.elapsed());
                // A job that is alone gets all arenas that it can use. Otherwise each job gets the least that it needs.
                let most = if state.queue.is_empty() { *next.arenas.end() } else { *next.arenas.start() };
                let arenas = state.idle.split_off(idle - most.min(idle));
                drop(state);
                let (arenas, cost) = self.work(arenas, next.job);
                state = self.return_arena(arenas, cost);
                state.last_request = Instant::now();
            } else if let Some(recheck) = state.next_recheck(self.plan.arrangement) {
                let arenas = recheck.arenas.min(idle);
                let lent = state.idle.split_off(idle - arenas);
                state.rechecking += arenas;
                drop(state);
                let (lent, _) = self.work(lent, recheck.job);
                state = self.return_arena(lent, None);
                state.rechecking -= arenas;
                state.record.rechecked += 1;
            } else if state.is_open && !state.rechecks.is_empty() {
                let waited = self.changed.wait_timeout(state, QUIET);
                state = waited.unwrap_or_else(PoisonError::into_inner).0;
            } else if state.is_open || !state.queue.is_empty() {
                state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
            } else {
                return;
            }
        }
    }

    /// Returns arenas to the pool, and records the processor time if the job computed a hash.
    fn return_arena(&self, arenas: Vec<Box<dyn Arena>>, cost: Option<Duration>) -> MutexGuard<'_, State> {
        let mut state = self.lock();
        let State { idle, engine, record, .. } = &mut *state;
        idle.extend(arenas.into_iter().map(|arena| replaced(arena, engine)));
        if let Some(cost) = cost {
            record.served(cost);
        }
        self.changed.notify_all();
        state
    }

    /// Runs a job. Returns the arenas, and the processor time if the job computed a hash.
    fn work(&self, arenas: Vec<Box<dyn Arena>>, job: Job) -> (Vec<Box<dyn Arena>>, Option<Duration>) {
        let Plan { memory_kib, max_threads, arrangement, .. } = self.plan;
        let mut team = ThreadTeam::new(arenas, memory_kib, arrangement.threads, max_threads);
        let begin = Instant::now();
        // After a panic the caller gets an error, because the channel closes; the worker and its arenas stay in use.
        if catch_unwind(AssertUnwindSafe(|| job(Ok(&mut team)))).is_err() {
            tracing::error!("a hashing job panicked");
            // The panic may have left the memory in any state.
            team.release();
        }
        let cost = team.has_hashed().then(|| team.processor_time(begin.elapsed()));
        (team.into_arenas(), cost)
    }
}

/// A place in the queue. Dropping it cancels the job, if no worker has taken it.
struct Ticket {
    shared: Arc<Shared>,
    priority: Priority,
    number: u64,
    /// Whether too few arenas were idle to start the job at once.
    has_to_wait: bool,
}

impl Ticket {
    /// Takes the job out of the queue after the longest wait, and returns the error for the caller, or `None` if a
    /// worker has already taken it.
    fn give_up(&self) -> Option<NotServed> {
        let _job = self.cancel(|record| record.refused += 1)?;
        let state = self.shared.lock();
        Some(NotServed::no_capacity(state.drain_time(self.shared.plan.arrangement)))
    }

    /// Removes the job from the queue and updates the record, if the job is still there.
    fn cancel(&self, note: impl FnOnce(&mut Record)) -> Option<Job> {
        let mut state = self.shared.lock();
        let job = state.queue.cancel(self.priority, self.number)?;
        note(&mut state.record);
        drop(state);
        // The entries behind it may need fewer arenas.
        self.shared.changed.notify_one();
        Some(job)
    }
}

impl Drop for Ticket {
    fn drop(&mut self) {
        drop(self.cancel(|record| record.left += 1));
    }
}
