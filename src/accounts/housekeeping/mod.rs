//! Forgetting what nobody needs any more: closed accounts whose days are over, sessions that have ended by themselves,
//! tokens and keys. It may run in several processes at once, and others can write in between.

use std::time::Instant;

use time::{Duration, OffsetDateTime};

use super::create_account::REMEMBERED;
use super::{Accounts, Failure, set_up};
use crate::domain::{Actor, Client, EventId, EventKind, UserId};
use crate::storage::events::{self, OldEvents};
use crate::storage::{
    Error, Reader, Transaction, address_holds, idempotency_keys, known_devices, mails, pending_sign_ups,
    sessions, set_up_tokens, users,
};

/// How many rows are looked for at once.
const AT_ONCE: i64 = 500;

/// For so long it can be looked up what was sent, and what was given up can be tried again.
const MAIL_KEPT: Duration = Duration::days(30);

/// For so long somebody can confirm that they have signed up: the link lives for a day, and its mail is tried for another.
const PENDING_KEPT: Duration = Duration::days(2);

/// For so long a browser is recognized in which nobody logs in.
pub const DEVICES_KEPT: Duration = Duration::days(365);

/// What was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    pub accounts: usize,
    pub sessions: usize,
    pub mails: usize,
    pub events: usize,
}

impl Accounts {
    /// What fails is logged, and keeps nothing else from being done: the next time is soon.
    pub async fn prune(&self) -> Pruned {
        let pruned = Pruned {
            accounts: done("closed accounts", self.delete_closed().await),
            sessions: done("old sessions", self.forget_sessions().await),
            mails: done("old mail", self.forget_mail().await),
            events: done("old events", self.delete_old_events().await),
        };
        done("old tokens", self.forget_tokens().await);
        done("old addresses", self.delete_old_holds().await);
        done("old signing keys", self.forget_dead_keys().await);
        self.settle_refusals();
        pruned
    }

    async fn delete_closed(&self) -> Result<usize, Failure> {
        let cutoff = self.0.clock.now() - self.0.settings.deleted_after;
        let (mut deleted, mut last) = (0, UserId(0));
        loop {
            let find = move |db: &mut Reader<'_>| users::closed_before(db, cutoff, last, AT_ONCE);
            let closed = self.0.storage.read(find).await?;
            let Some(&newest) = closed.last() else { return Ok(deleted) };
            last = newest;
            for id in closed {
                deleted += usize::from(done("a closed account", self.delete(id, cutoff).await));
            }
        }
    }

    /// False if its owner came back or still may, or another process was here first.
    async fn delete(&self, id: UserId, cutoff: OffsetDateTime) -> Result<bool, Failure> {
        // By its owner, when it was closed.
        let occasion = self.occasion(Actor::User(id), &Client::command_line());
        self.0
            .storage
            .write(move |tx| {
                // Who closed it may not be its owner, who can still take back its address.
                if address_holds::has_any(tx, id, occasion.at)? {
                    return Ok(false);
                }
                let is_deleted = users::delete_closed(tx, id, cutoff)?;
                if is_deleted {
                    events::record(tx, &occasion, EventKind::AccountDeleted, Some(id))?;
                }
                Ok(is_deleted)
            })
            .await
    }

    async fn forget_sessions(&self) -> Result<usize, Failure> {
        let cutoff = self.0.settings.session_limits.cutoff(self.0.clock.now());
        self.delete_in_steps(cutoff, sessions::over, sessions::delete_over).await
    }

    /// On SQLite others write in between, and the look itself holds no lock.
    async fn delete_in_steps<C: Copy + Send + 'static, I: Send + 'static>(
        &self,
        cutoff: C,
        find: fn(&mut Reader<'_>, C, i64) -> Result<Vec<I>, Error>,
        delete: fn(&mut Transaction<'_>, &[I], C) -> Result<usize, Error>,
    ) -> Result<usize, Failure> {
        let mut deleted = 0;
        loop {
            let found = self.0.storage.read(move |db| find(db, cutoff, AT_ONCE)).await?;
            if found.is_empty() {
                return Ok(deleted);
            }
            deleted += self.0.storage.write(move |tx| delete(tx, &found, cutoff)).await?;
        }
    }

    /// With their links, which are dead long since.
    async fn forget_mail(&self) -> Result<usize, Failure> {
        let cutoff = self.0.clock.now() - MAIL_KEPT;
        let mut forgotten = 0;
        loop {
            let pruned = self.0.storage.write(move |tx| mails::prune(tx, cutoff, AT_ONCE)).await?;
            if pruned == 0 {
                return Ok(forgotten);
            }
            forgotten += pruned;
        }
    }

    /// In small steps, with a pause after each that is as long as the step: on SQLite others write in between.
    async fn delete_old_events(&self) -> Result<usize, Failure> {
        let cutoff = self.0.clock.now() - self.0.settings.events_kept;
        let (mut deleted, mut after) = (0, EventId(0));
        loop {
            let began = Instant::now();
            let find = move |db: &mut Reader<'_>| events::older_than(db, cutoff, after, AT_ONCE);
            let Some(OldEvents { ids, last }) = self.0.storage.read(find).await? else { return Ok(deleted) };
            deleted += self.0.storage.write(move |tx| events::delete(tx, &ids)).await?;
            after = last;
            tokio::time::sleep(began.elapsed()).await;
        }
    }

    async fn delete_old_holds(&self) -> Result<(), Failure> {
        let now = self.0.clock.now();
        let delete = move |tx: &mut Transaction<'_>| address_holds::delete_expired(tx, now, AT_ONCE);
        while self.0.storage.write(delete).await? > 0 {}
        Ok(())
    }

    async fn forget_tokens(&self) -> Result<(), Failure> {
        let now = self.0.clock.now();
        let (keys, pending) = (now - REMEMBERED, now - PENDING_KEPT);
        self.delete_in_steps(keys, idempotency_keys::old, idempotency_keys::delete_old).await?;
        self.delete_in_steps(pending, pending_sign_ups::old, pending_sign_ups::delete_old).await?;
        let devices = now - DEVICES_KEPT;
        self.delete_in_steps(devices, known_devices::old, known_devices::delete_old).await?;
        // Never more than a few.
        Ok(self.0.storage.write(move |tx| set_up_tokens::prune(tx, now - set_up::LIFE)).await?)
    }
}

fn done<T: Default>(what: &str, result: Result<T, Failure>) -> T {
    result.inspect_err(|error| tracing::warn!("{what} could not be forgotten: {error}")).unwrap_or_default()
}
