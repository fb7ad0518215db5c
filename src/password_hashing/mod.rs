//! Argon2id, off the async threads: at most one hash per worker at a time, behind a bounded queue.

mod engine;
mod queue;

use std::sync::Arc;
use std::time::Duration;

use crate::domain::{Mistake, NewPassword, Password, PhcString};

use engine::Unreadable;
pub use engine::{InvalidParameters, Parameters};
use queue::{Full, Queue};

/// What the operator decides.
#[derive(Clone, Debug)]
pub struct Settings {
    pub parameters: Parameters,
    /// How many hashes run at once; each takes one core and `parameters.memory_kib`.
    pub workers: usize,
    /// How many may wait for a worker.
    pub queue_depth: usize,
    /// How long one may wait.
    pub longest_wait: Duration,
}

/// Makes and checks password hashes. Cheap to clone; all clones share the workers.
#[derive(Clone)]
pub struct PasswordHashing {
    parameters: Parameters,
    queue: Arc<Queue>,
}

/// A password that fits its hash.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Verified {
    /// The hash was made with less than today's parameters: make a new one while the password is at hand.
    pub needs_rehash: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum HashingError {
    #[error("every hashing worker is busy and the queue is full")]
    NoCapacity { retry_after: Duration },
    #[error("a password could not be hashed")]
    Unexpected(#[source] Box<dyn std::error::Error + Send + Sync>),
}

#[derive(Debug, thiserror::Error)]
pub enum VerifyError {
    #[error("the password does not fit the hash")]
    Mismatch,
    /// Not a PHC string that we know, or one whose parameters would cost more than is allowed.
    #[error("the stored hash cannot be verified: {0}")]
    Unreadable(String),
    #[error(transparent)]
    Hashing(#[from] HashingError),
}

impl PasswordHashing {
    pub fn new(settings: Settings) -> Self {
        let queue = Queue::new(settings.workers, settings.queue_depth, settings.longest_wait);
        Self { parameters: settings.parameters, queue: Arc::new(queue) }
    }

    /// Hashes with today's parameters and a fresh 16-byte salt.
    pub async fn hash(&self, password: Password) -> Result<PhcString, HashingError> {
        let parameters = self.parameters;
        self.run(move || engine::hash(&password, parameters)).await?.map_err(unexpected)
    }

    /// Judges a new password on a worker, for that can cost what a hash costs, and hashes it if it is accepted.
    pub async fn hash_new(
        &self,
        judge: impl FnOnce() -> Result<NewPassword, Mistake> + Send + 'static,
    ) -> Result<Result<PhcString, Mistake>, HashingError> {
        let parameters = self.parameters;
        let work = move || judge().map(|password| engine::hash(&password.into_inner(), parameters));
        match self.run(work).await? {
            Ok(hash) => Ok(Ok(hash.map_err(unexpected)?)),
            Err(mistake) => Ok(Err(mistake)),
        }
    }

    /// Only judges, for a form that has other mistakes.
    pub async fn judge(
        &self,
        judge: impl FnOnce() -> Result<NewPassword, Mistake> + Send + 'static,
    ) -> Result<Option<Mistake>, HashingError> {
        self.run(move || judge().err()).await
    }

    /// Checks a password against a hash of any parameters within bounds.
    pub async fn verify(&self, password: Password, hash: PhcString) -> Result<Verified, VerifyError> {
        let stored = engine::Stored::read(&hash)?;
        let needs_rehash = stored.is_weaker_than(self.parameters);
        let fits = self.run(move || stored.fits(&password)).await?.map_err(unexpected)?;
        if fits { Ok(Verified { needs_rehash }) } else { Err(VerifyError::Mismatch) }
    }

    /// A hash that no password fits and that costs as much to check as one made today:
    /// what a log-in to an unknown address is checked against.
    pub fn decoy(&self) -> Result<PhcString, HashingError> {
        engine::decoy(self.parameters).map_err(unexpected)
    }

    async fn run<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, HashingError> {
        let worker = self
            .queue
            .enter()
            .await
            .map_err(|Full { retry_after }| HashingError::NoCapacity { retry_after })?;
        tokio::task::spawn_blocking(move || {
            let done = work();
            drop(worker);
            done
        })
        .await
        .map_err(unexpected)
    }
}

fn unexpected(error: impl Into<Box<dyn std::error::Error + Send + Sync>>) -> HashingError {
    HashingError::Unexpected(error.into())
}

impl From<Unreadable> for VerifyError {
    fn from(Unreadable(reason): Unreadable) -> Self {
        Self::Unreadable(reason)
    }
}
