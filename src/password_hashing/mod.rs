//! Argon2id outside the async threads, in a fixed amount of memory: as many workers as hashes run at once, each with its own
//! arena, behind a queue with a limit.
//!
//! A password goes through [`PasswordHashing`] into the queue, from there to a worker, and its tag into a PHC string.

mod arrangement;
mod benchmark;
mod calibration;
mod engine;
mod memory;
mod parameters;
mod pepper;
mod queue;
mod recheck;
mod rechecks;
mod state;
mod status;
mod stored_hash;
mod thread_team;
mod workers;

use std::ops::RangeInclusive;
use std::sync::Arc;
use std::time::{Duration, Instant};

use crate::domain::{NewPassword, Password, PhcString};

pub use arrangement::{Arrangement, Wanted};
pub use benchmark::{Benchmark, Measured, benchmarks, time_of_one};
pub use calibration::{Calibration, Candidate, CannotCalibrate};
pub use engine::EngineChoice;
use engine::phc::{self, Unreadable};
use engine::{Engine, EngineError};
pub use memory::{all_memory_kib, memory_for_hashing_kib};
pub use parameters::{InvalidParameters, Parameters};
pub use pepper::{InvalidPepper, Pepper, Peppers};
use queue::Priority;
pub use rechecks::Repair;
use state::{NotServed, Plan};
pub use status::{Status, Waits};
use stored_hash::StoredHash;
use thread_team::ThreadTeam;
use workers::Workers;

/// The operator's settings for hashing.
#[derive(Clone, Debug)]
pub struct Settings {
    pub parameters: Parameters,
    pub engine: EngineChoice,
    pub peppers: Peppers,
    /// How many hashes run at once, and on how many threads each. Each takes `parameters.memory_kib`.
    pub wanted: Wanted,
    /// How many requests may wait for a worker.
    pub queue_depth: usize,
    /// How long a request may wait for a worker.
    pub longest_wait: Duration,
}

impl Settings {
    pub fn arrangement(&self) -> Arrangement {
        self.wanted.arrangement(self.parameters)
    }
}

/// Creates and checks password hashes. Cheap to clone; all clones share the workers.
#[derive(Clone)]
pub struct PasswordHashing(Arc<Parts>);

struct Parts {
    parameters: Parameters,
    peppers: Peppers,
    workers: Workers,
    rechecks: rechecks::Memory,
}

/// Whether the client that logs in is known to the account. It is served first: a flood of others must not keep the owner
/// waiting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    Yes,
    No,
}

/// The result for a password that matches its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// A new hash would have other parameters or another pepper: make one while the password is known.
    pub needs_rehash: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum HashingError {
    #[error("no hashing worker would come free in time")]
    NoCapacity { retry_after: Duration },
    /// The system has refused the memory for a hash. A later attempt may succeed.
    #[error("{0}")]
    NoMemory(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("hashing failed: {0}")]
    Unexpected(#[source] Box<dyn std::error::Error + Send + Sync>),
}

#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error("the password does not fit the hash")]
    Mismatch,
    /// The hash is not a known PHC string, or its parameters would cost more than is allowed.
    #[error("the stored hash cannot be verified: {0}")]
    Unreadable(String),
    #[error(transparent)]
    Hashing(#[from] HashingError),
}

impl PasswordHashing {
    /// Starts the workers and reserves their memory.
    pub fn new(settings: Settings) -> Result<Self, HashingError> {
        let threads = settings.arrangement().all_threads();
        let engine = Engine::choose(settings.engine, threads).map_err(unexpected)?;
        Self::with_engine(settings, engine)
    }

    fn with_engine(settings: Settings, engine: Engine) -> Result<Self, HashingError> {
        let arrangement = settings.arrangement();
        let Settings { parameters, peppers, wanted, queue_depth, longest_wait, .. } = settings;
        let memory_kib = parameters.memory_kib();
        let max_threads = wanted.max_threads(parameters).max(arrangement.threads);
        let plan = Plan { engine, arrangement, memory_kib, queue_depth, longest_wait, max_threads };
        let workers = Workers::start(plan).map_err(unexpected)?;
        let rechecks = rechecks::Memory::default();
        let hashing = Self(Arc::new(Parts { parameters, peppers, workers, rechecks }));
        if !hashing.0.workers.is_reference() {
            hashing.recheck_configured();
        }
        Ok(hashing)
    }

    /// Hashes with today's parameters and a fresh 16-byte salt, for a user who is already authenticated.
    pub async fn hash(&self, password: Password) -> Result<PhcString, HashingError> {
        let hash = self.hasher();
        Ok(self.run(Priority::Check, self.one_arena(), move |team| hash(team, &password)).await??)
    }

    /// Runs `accept` on a worker, because checking a new password can cost as much as a hash, and hashes the accepted
    /// password. A refused password costs no hash, whatever the reason.
    pub async fn hash_new<E: From<HashingError> + Send + 'static>(
        &self,
        accept: impl FnOnce() -> Result<NewPassword, E> + Send + 'static,
    ) -> Result<PhcString, E> {
        let hash = self.hasher();
        let work = move |team: &mut ThreadTeam| {
            let password = accept()?.into_inner();
            hash(team, &password).map_err(|error| HashingError::from(error).into())
        };
        self.run(Priority::NewHash, self.one_arena(), work).await?
    }

    /// Only checks the policy, on a worker: for a form with other mistakes, and for one that is not sent yet.
    pub async fn check_policy<T: Send + 'static>(
        &self,
        check: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        self.run(Priority::NewHash, 1..=1, move |_| check()).await
    }

    /// Checks a password against a hash with any allowed parameters.
    ///
    /// A check of a cheaper hash takes as long as one of today's parameters, so that response time does not reveal the
    /// age of a hash.
    pub async fn verify(
        &self,
        password: Password,
        hash: PhcString,
        client: Known,
    ) -> Result<Verified, VerifyError> {
        let stored = StoredHash::read(&hash, &self.0.peppers)?;
        let arenas = self.arenas(stored.cost());
        let needs_rehash = stored.needs_rehash(self.0.parameters, &self.0.peppers);
        let (today, pace, hashing) = (self.0.parameters, self.0.workers.pace(), self.clone());
        let work = move |team: &mut ThreadTeam| {
            let begin = Instant::now();
            let fits = stored.verify(&password, team)?;
            let share = today.share_of(stored.cost());
            if share < 1.0 {
                // Computed work is no exact measure of time: small memory is faster, and a hash with few lanes leaves
                // threads idle.
                let spent = team.processor_time(begin.elapsed());
                let spent = pace.map_or(share, |pace| spent.as_secs_f64() / pace.as_secs_f64());
                today.part(1.0 - spent).map_or(Ok(()), |rest| phc::spend(team, rest))?;
            }
            if !fits {
                hashing.recheck_failed(&password, &hash);
            }
            Ok::<_, EngineError>(fits)
        };
        let priority = if client == Known::Yes { Priority::Known } else { Priority::Check };
        let fits = self.run(priority, arenas, work).await?.map_err(HashingError::from)?;
        if fits { Ok(Verified { needs_rehash }) } else { Err(VerifyError::Mismatch) }
    }

    /// A decoy hash: no password is known to match it, and checking it costs as much as checking a new hash. A log-in
    /// to an unknown address is checked against it.
    pub fn decoy(&self) -> Result<PhcString, HashingError> {
        phc::decoy(self.0.parameters, self.0.peppers.current.as_ref()).map_err(unexpected)
    }

    /// The current state of the queue.
    pub fn status(&self) -> Status {
        self.0.workers.status(self.0.parameters)
    }

    fn hasher(&self) -> impl FnOnce(&mut ThreadTeam, &Password) -> Result<PhcString, EngineError> + use<> {
        let hashing = self.clone();
        move |team, password| {
            let Parts { parameters, peppers, .. } = &*hashing.0;
            let hash = phc::hash(team, password, *parameters, peppers.current.as_ref())?;
            hashing.recheck_new(team, password, &hash);
            Ok(hash)
        }
    }

    /// The number of arenas whose threads a hash can use.
    fn useful_arenas(&self, parameters: Parameters) -> usize {
        let plan = self.0.workers.plan();
        parameters.useful_threads().min(plan.max_threads).div_ceil(plan.arrangement.threads)
    }

    /// The number of arenas for a hash of today's parameters: one for its memory, and more for their threads.
    fn one_arena(&self) -> RangeInclusive<usize> {
        1..=self.useful_arenas(self.0.parameters)
    }

    /// The number of arenas for a stored hash, whose memory comes from the workers. A hash that needs more than all
    /// workers have waits until all are idle, so that there is only one at a time, and gets the rest from the system.
    fn arenas(&self, parameters: Parameters) -> RangeInclusive<usize> {
        let plan = self.0.workers.plan();
        let needed =
            (parameters.memory_kib().div_ceil(plan.memory_kib) as usize).min(plan.arrangement.at_once);
        needed..=needed.max(self.useful_arenas(parameters)).max(self.useful_arenas(self.0.parameters))
    }

    async fn run<T: Send + 'static>(
        &self,
        priority: Priority,
        arenas: RangeInclusive<usize>,
        work: impl FnOnce(&mut ThreadTeam) -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        self.0.workers.run(priority, arenas, work).await.map_err(|error| match error {
            NotServed::NoCapacity { retry_after } => HashingError::NoCapacity { retry_after },
            NotServed::Broken => unexpected("a hashing job panicked"),
        })
    }
}

/// Checks a password on the calling thread, in memory of its own. For the command line.
pub fn verify_alone(password: &Password, hash: &PhcString, settings: &Settings) -> Result<(), VerifyError> {
    let stored = StoredHash::read(hash, &settings.peppers)?;
    let engine = Engine::choose(settings.engine, 1).map_err(unexpected)?;
    let mut team = ThreadTeam::of(1, stored.cost().memory_kib(), &engine);
    match stored.verify(password, &mut team).map_err(HashingError::from)? {
        true => Ok(()),
        false => Err(VerifyError::Mismatch),
    }
}

fn unexpected(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> HashingError {
    HashingError::Unexpected(error.into())
}

impl From<EngineError> for HashingError {
    fn from(error: EngineError) -> Self {
        if error.is_about_memory() { Self::NoMemory(error.into()) } else { unexpected(error) }
    }
}

impl From<Unreadable> for VerifyError {
    fn from(Unreadable(reason): Unreadable) -> Self {
        Self::Unreadable(reason)
    }
}

#[cfg(test)]
mod tests;
