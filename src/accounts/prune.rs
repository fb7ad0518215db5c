//! Forgetting what nobody needs any more: closed accounts whose days are over, sessions that have ended by themselves,
//! old keys. It may run in several processes at once.

use super::{Accounts, Failure};
use crate::domain::{Actor, Client, EventKind, UserId};
use crate::storage::{events, sessions, users};

/// How many closed accounts are looked for at once.
const ACCOUNTS_AT_ONCE: i64 = 100;

/// What was forgotten.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pruned {
    pub accounts: usize,
    pub sessions: usize,
}

impl Accounts {
    pub async fn prune(&self) -> Result<Pruned, Failure> {
        let cutoff = self.0.settings.session_limits.cutoff(self.0.clock.now());
        let sessions = self.0.storage.write(move |tx| sessions::prune_all(tx, cutoff)).await?;
        self.prepare_signing().await?;
        Ok(Pruned { accounts: self.delete_closed().await?, sessions })
    }

    async fn delete_closed(&self) -> Result<usize, Failure> {
        let cutoff = self.0.clock.now() - self.0.settings.deleted_after;
        let mut deleted = 0;
        loop {
            let closed =
                self.0.storage.read(move |db| users::closed_before(db, cutoff, ACCOUNTS_AT_ONCE)).await?;
            if closed.is_empty() {
                return Ok(deleted);
            }
            for id in closed {
                deleted += usize::from(self.delete(id, cutoff).await?);
            }
        }
    }

    /// Each in a transaction of its own, so that others can write in between. False if its owner came back, or another
    /// process was here first.
    async fn delete(&self, id: UserId, cutoff: time::OffsetDateTime) -> Result<bool, Failure> {
        // By its owner, when it was closed.
        let occasion = self.occasion(Actor::User(id), &Client::command_line());
        self.0
            .storage
            .write(move |tx| {
                let is_deleted = users::delete_closed(tx, id, cutoff)?;
                if is_deleted {
                    events::record(tx, &occasion, EventKind::AccountDeleted, Some(id))?;
                }
                Ok(is_deleted)
            })
            .await
    }
}
