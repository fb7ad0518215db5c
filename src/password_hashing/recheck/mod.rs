//! Rechecks: computes tags of the fast engine again with the reference engine, while no request waits. Covers new
//! hashes, because a hash that only the fast engine understands must not stay, one failed log-in a minute, and the
//! configured cost after the start.

use std::sync::atomic::Ordering;
use std::time::{Duration, Instant};

use crate::domain::{Password, PhcString};
use crate::password_hashing::PasswordHashing;
use crate::password_hashing::engine::{self, Engine, EngineError};
use crate::password_hashing::rechecks::{Recheck, Repair, lock};
use crate::password_hashing::state::{Job, NotServed};
use crate::password_hashing::stored_hash::StoredHash;
use crate::password_hashing::thread_team::ThreadTeam;

/// One in this many new hashes is rechecked even if other work waits.
const ALWAYS: u64 = 16;

/// At most one failed log-in is rechecked in this time.
const FAILED_PAUSE: Duration = Duration::from_secs(60);

impl PasswordHashing {
    /// Compares the engines at the configured cost, with as many threads as a hash gets.
    pub fn recheck_configured(&self) {
        let parameters = self.0.parameters;
        self.recheck(*self.one_arena().end(), false, move |hashing, team| {
            let mut reference = reference(team)?;
            let agrees = engine::agree(|input, tag| team.tag(input, tag), reference.as_mut(), parameters)?;
            // No request has needed the memory yet, and on many servers none will for hours.
            team.release();
            if !agrees {
                hashing.distrust(&format!("a random password, {parameters}"));
            }
            Ok(())
        });
    }

    /// Computes a new hash again. `team` is the one that made it.
    pub fn recheck_new(&self, team: &ThreadTeam, password: &Password, hash: &PhcString) {
        if team.is_reference() {
            return;
        }
        let is_urgent = self.0.rechecks.new_hashes.fetch_add(1, Ordering::Relaxed) % ALWAYS == ALWAYS - 1;
        let (password, faulty) = (password.clone(), hash.clone());
        self.recheck(1, is_urgent, move |hashing, team| {
            let Ok(StoredHash::Argon2(stored)) = StoredHash::read(&faulty, &hashing.0.peppers) else {
                return Ok(());
            };
            let mut reference = reference(team)?;
            let right = stored.recomputed(&password, |input, tag| reference.tag(input, 1, tag))?;
            if right != faulty {
                hashing.distrust("a new hash, which is repaired");
                lock(&hashing.0.rechecks.repairs).push(Repair { faulty, right, found_at: Instant::now() });
            }
            Ok(())
        });
    }

    /// Rechecks a password that the fast engine refused, at most once a minute. If the reference accepts it, the
    /// owner's next attempt succeeds.
    pub fn recheck_failed(&self, password: &Password, hash: &PhcString) {
        let mut last = lock(&self.0.rechecks.last_failed);
        if self.0.workers.is_reference() || last.is_some_and(|last| last.elapsed() < FAILED_PAUSE) {
            return;
        }
        *last = Some(Instant::now());
        drop(last);
        let (password, hash) = (password.clone(), hash.clone());
        self.recheck(1, false, move |hashing, team| {
            let Ok(StoredHash::Argon2(stored)) = StoredHash::read(&hash, &hashing.0.peppers) else {
                return Ok(());
            };
            // A larger hash would need more memory than one arena has.
            if stored.parameters().memory_kib() > hashing.0.parameters.memory_kib() {
                return Ok(());
            }
            let mut reference = reference(team)?;
            if stored.fits(&password, |input, tag| reference.tag(input, 1, tag))? {
                hashing.distrust("a log-in that was refused");
            }
            Ok(())
        });
    }

    fn recheck(
        &self,
        arenas: usize,
        is_urgent: bool,
        work: impl FnOnce(&Self, &mut ThreadTeam) -> Result<(), EngineError> + Send + 'static,
    ) {
        // A strong reference in the queue would keep the workers from ending.
        let hashing = std::sync::Arc::downgrade(&self.0);
        let job: Job = Box::new(move |turn: Result<&mut ThreadTeam, NotServed>| {
            let (Ok(team), Some(parts)) = (turn, hashing.upgrade()) else { return };
            let hashing = Self(parts);
            if let Err(error) = work(&hashing, team) {
                tracing::warn!("a hash could not be computed again with the reference: {error}");
            }
        });
        self.0.workers.recheck(Recheck { arenas, is_urgent, job });
    }

    fn distrust(&self, what: &str) {
        tracing::error!(
            "{} and the reference do not agree on {what}: the reference is used from now on. Please report it, with the \
             processor's model",
            self.status().engine
        );
        if let Err(error) = self.0.workers.distrust_engine() {
            tracing::error!("the reference cannot be used: {error}");
        }
    }

    /// Wrong hashes that have to be replaced in the database. Returns each only once.
    pub fn take_repairs(&self) -> Vec<Repair> {
        std::mem::take(&mut *lock(&self.0.rechecks.repairs))
    }

    /// Returns a repair that could not be made yet.
    pub fn return_repair(&self, repair: Repair) {
        lock(&self.0.rechecks.repairs).push(repair);
    }
}

/// An arena of the reference engine, which replaces the memory of the arenas that the job has, with as many threads: while
/// it works, no hash can use them.
fn reference(team: &mut ThreadTeam) -> Result<Box<dyn engine::Arena>, EngineError> {
    team.release();
    Ok(Engine::reference(team.threads())?.arena())
}

#[cfg(test)]
mod tests;
