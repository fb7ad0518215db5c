//! Forgetting what nobody needs any more: closed accounts whose days are over, sessions that have ended by themselves,
//! tokens and keys. It may run in several processes at once, and others can write in between.

use time::{Duration, OffsetDateTime};

use super::create_account::REMEMBERED;
use super::{Accounts, Failure, set_up};
use crate::domain::{Actor, Client, EventKind, UserId};
use crate::storage::{
    Reader, events, idempotency_keys, known_devices, mail_matters, mails, pending_sign_ups, sessions,
    set_up_tokens, users,
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
}

impl Accounts {
    /// What fails is logged, and keeps nothing else from being done: the next time is soon.
    pub async fn prune(&self) -> Pruned {
        let pruned = Pruned {
            accounts: done("closed accounts", self.delete_closed().await),
            sessions: done("old sessions", self.forget_sessions().await),
            mails: done("old mail", self.forget_mail().await),
        };
        done("old tokens", self.forget_tokens().await);
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
                if mail_matters::has_way_back(tx, id, occasion.at)? {
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
        let mut forgotten = 0;
        loop {
            let over = self.0.storage.read(move |db| sessions::over(db, cutoff, AT_ONCE)).await?;
            if over.is_empty() {
                return Ok(forgotten);
            }
            forgotten += self.0.storage.write(move |tx| sessions::delete_over(tx, &over, cutoff)).await?;
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

    async fn forget_tokens(&self) -> Result<(), Failure> {
        let now = self.0.clock.now();
        self.0
            .storage
            .write(move |tx| {
                idempotency_keys::prune(tx, now - REMEMBERED)?;
                pending_sign_ups::prune(tx, now - PENDING_KEPT)?;
                known_devices::prune(tx, now - DEVICES_KEPT)?;
                Ok(set_up_tokens::prune(tx, now - set_up::LIFE)?)
            })
            .await
    }
}

fn done<T: Default>(what: &str, result: Result<T, Failure>) -> T {
    result.inspect_err(|error| tracing::warn!("{what} could not be forgotten: {error}")).unwrap_or_default()
}
