//! Housekeeping: deletes what is no longer needed, such as expired sessions, old events and closed accounts. It may run
//! in several processes at once, in steps that let others write in between.

mod future_dates;
mod repair_hashes;
mod watch_storage;

use std::sync::Arc;
use std::time::Instant;

use time::{Duration, OffsetDateTime};

use super::core::Core;
use super::refusals::Refusals;
use super::sign_up::{IDEMPOTENCY_KEYS_KEPT, SET_UP_LINK_LIFETIME};
use super::{Failure, Tokens};
use crate::domain::{Actor, Client, EventId, EventKind, UserId};
use crate::password_hashing::PasswordHashing;
use crate::storage::events::{self, OldEvents};
use crate::storage::{
    Error, Reader, Transaction, address_holds, idempotency_keys, known_devices, mails, pending_sign_ups,
    rate_limits, sessions, set_up_tokens, users,
};

/// How many rows one step finds.
const AT_ONCE: i64 = 500;

/// How long sent mails are shown, and mails that were given up can be retried.
const MAIL_KEPT: Duration = Duration::days(30);

/// How long a pending sign-up is kept: the link is valid for a day, and its mail is retried for another.
const PENDING_KEPT: Duration = Duration::days(2);

/// How long an account knows a browser in which its owner does not log in.
pub const DEVICES_KEPT: Duration = Duration::days(365);

/// How many rows were deleted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CleanedUp {
    pub accounts: usize,
    pub sessions: usize,
    pub mails: usize,
    pub events: usize,
}

/// The recurring tasks of the server. Cheap to clone.
#[derive(Clone)]
pub struct Housekeeping {
    core: Core,
    hashing: PasswordHashing,
    tokens: Tokens,
    refusals: Arc<Refusals>,
}

impl Housekeeping {
    pub(super) fn new(core: Core, hashing: PasswordHashing, tokens: Tokens, refusals: Arc<Refusals>) -> Self {
        Self { core, hashing, tokens, refusals }
    }

    /// Runs all steps. A step that fails is logged and does not stop the others; the next run follows soon.
    pub async fn clean_up(&self) -> CleanedUp {
        let cleaned_up = CleanedUp {
            accounts: done("closed accounts", self.delete_closed().await),
            sessions: done("old sessions", self.delete_expired_sessions().await),
            mails: done("old mail", self.delete_old_mail().await),
            events: done("old events", self.delete_old_events().await),
        };
        done("old tokens", self.delete_old_tokens().await);
        done("old addresses", self.delete_old_holds().await);
        done("full rate limits", self.delete_full_rate_limits().await);
        done("old signing keys", self.tokens.delete_expired_keys().await);
        self.refusals.settle();
        cleaned_up
    }

    async fn delete_closed(&self) -> Result<usize, Failure> {
        let cutoff = self.core.clock.now() - self.core.settings.deleted_after;
        let (mut deleted, mut last) = (0, UserId(0));
        loop {
            let find = move |db: &mut Reader<'_>| users::closed_before(db, cutoff, last, AT_ONCE);
            let closed = self.core.storage.read(find).await?;
            let Some(&newest) = closed.last() else { return Ok(deleted) };
            last = newest;
            for id in closed {
                deleted += usize::from(done("a closed account", self.delete(id, cutoff).await));
            }
        }
    }

    /// Deletes a closed account. Returns false if its owner has reopened it or still may, or if another process was
    /// first.
    async fn delete(&self, id: UserId, cutoff: OffsetDateTime) -> Result<bool, Failure> {
        // The owner is the actor, because they closed the account.
        let audit = self.core.audit(Actor::User(id), &Client::command_line());
        self.core
            .storage
            .write(move |tx| {
                // An attacker may have closed the account while its owner can still undo a change of the address.
                if address_holds::has_any(tx, id, audit.at)? {
                    return Ok(false);
                }
                let is_deleted = users::delete_closed(tx, id, cutoff)?;
                if is_deleted {
                    events::record(tx, &audit, EventKind::AccountDeleted, Some(id))?;
                }
                Ok(is_deleted)
            })
            .await
    }

    async fn delete_expired_sessions(&self) -> Result<usize, Failure> {
        let cutoff = self.core.session_cutoff();
        self.delete_in_steps(cutoff, sessions::expired, sessions::delete_expired).await
    }

    /// Deletes in small steps, so that on SQLite other writers get their turn. Finding the rows takes no write lock.
    async fn delete_in_steps<C: Copy + Send + 'static, I: Send + 'static>(
        &self,
        cutoff: C,
        find: fn(&mut Reader<'_>, C, i64) -> Result<Vec<I>, Error>,
        delete: fn(&mut Transaction<'_>, &[I], C) -> Result<usize, Error>,
    ) -> Result<usize, Failure> {
        let mut deleted = 0;
        loop {
            let found = self.core.storage.read(move |db| find(db, cutoff, AT_ONCE)).await?;
            if found.is_empty() {
                return Ok(deleted);
            }
            deleted += self.core.storage.write(move |tx| delete(tx, &found, cutoff)).await?;
        }
    }

    /// Deletes old mails with their links, which expired long before.
    async fn delete_old_mail(&self) -> Result<usize, Failure> {
        let cutoff = self.core.clock.now() - MAIL_KEPT;
        let mut deleted = 0;
        loop {
            let step = self.core.storage.write(move |tx| mails::delete_expired(tx, cutoff, AT_ONCE)).await?;
            if step == 0 {
                return Ok(deleted);
            }
            deleted += step;
        }
    }

    /// Deletes in small steps, each followed by a pause of the same length, so that on SQLite other writers get their
    /// turn.
    async fn delete_old_events(&self) -> Result<usize, Failure> {
        let cutoff = self.core.clock.now() - self.core.settings.events_kept;
        let (mut deleted, mut after) = (0, EventId(0));
        loop {
            let began = Instant::now();
            let find = move |db: &mut Reader<'_>| events::older_than(db, cutoff, after, AT_ONCE);
            let Some(OldEvents { ids, last }) = self.core.storage.read(find).await? else {
                return Ok(deleted);
            };
            deleted += self.core.storage.write(move |tx| events::delete(tx, &ids)).await?;
            after = last;
            tokio::time::sleep(began.elapsed()).await;
        }
    }

    async fn delete_old_holds(&self) -> Result<(), Failure> {
        let now = self.core.clock.now();
        let delete = move |tx: &mut Transaction<'_>| address_holds::delete_expired(tx, now, AT_ONCE);
        while self.core.storage.write(delete).await? > 0 {}
        Ok(())
    }

    /// A bucket that is full again is the same as none.
    async fn delete_full_rate_limits(&self) -> Result<(), Failure> {
        // Others become full meanwhile, and each step reads the whole table: the next run takes those.
        while self.core.storage.write(|tx| rate_limits::delete_full(tx, AT_ONCE)).await? == AT_ONCE as usize {
        }
        Ok(())
    }

    async fn delete_old_tokens(&self) -> Result<(), Failure> {
        let now = self.core.clock.now();
        let (keys, pending) = (now - IDEMPOTENCY_KEYS_KEPT, now - PENDING_KEPT);
        self.delete_in_steps(keys, idempotency_keys::expired, idempotency_keys::delete_expired).await?;
        self.delete_in_steps(pending, pending_sign_ups::expired, pending_sign_ups::delete_expired).await?;
        let devices = now - DEVICES_KEPT;
        self.delete_in_steps(devices, known_devices::expired, known_devices::delete_expired).await?;
        // There are never more than a few.
        Ok(self
            .core
            .storage
            .write(move |tx| set_up_tokens::delete_expired(tx, now - SET_UP_LINK_LIFETIME))
            .await?)
    }
}

fn done<T: Default>(what: &str, result: Result<T, Failure>) -> T {
    result.inspect_err(|error| tracing::warn!("{what} could not be deleted: {error}")).unwrap_or_default()
}
