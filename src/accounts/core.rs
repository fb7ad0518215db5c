//! The base of all flows: the database, the clock, the rate limits, and the operator's settings.

use std::sync::Arc;

use time::OffsetDateTime;

use super::clock::Clock;
use super::settings::Settings;
use super::throttle::Throttle;
use crate::domain::{Actor, Client, Session, User};
use crate::storage::Storage;
use crate::storage::events::AuditContext;
use crate::storage::sessions::{self, Cutoff};

/// Cheap to clone; all clones share one database and one set of rate limits.
#[derive(Clone)]
pub struct Core {
    pub storage: Storage,
    pub clock: Clock,
    pub settings: Arc<Settings>,
    pub throttle: Arc<Throttle>,
}

impl Core {
    pub fn new(storage: Storage, settings: Settings, clock: Clock) -> Self {
        let throttle = Arc::new(Throttle::new(settings.rate_limits.as_ref(), &storage));
        Self { storage, clock, settings: Arc::new(settings), throttle }
    }

    /// The actor, the client and the time, for audit events and mails.
    pub fn audit(&self, actor: impl Into<Actor>, client: &Client) -> AuditContext {
        AuditContext { actor: actor.into(), client: client.clone(), at: self.clock.now() }
    }

    /// A session that was created, or last used, at these times or earlier has expired.
    pub fn session_cutoff(&self) -> Cutoff {
        self.settings.session_limits.cutoff(self.clock.now())
    }

    /// Whether the session has not expired, and its owner may be logged in.
    pub fn is_live(&self, session: &Session, user: &User) -> bool {
        let now = self.clock.now();
        !user.is_disabled()
            && !user.is_closed()
            && !self.keeps_out(user, now)
            && self.settings.session_limits.allow(session, now)
    }

    /// The user as pages and the API show one: without the name, if the site has no names.
    pub fn shown(&self, user: User) -> User {
        let name = user.name.filter(|_| self.settings.has_names);
        User { name, ..user }
    }

    /// Whether the owner has to confirm their address before they may be logged in.
    pub fn keeps_out(&self, user: &User, now: OffsetDateTime) -> bool {
        self.settings.verification.keeps_out(user, now)
    }

    /// Stores when a session was used, if that has not been stored for a while.
    pub async fn record_use(&self, session: &Session) {
        let (id, now) = (session.id, self.clock.now());
        // The stored date can be in the future if a clock was ahead.
        if (now - session.last_used_at).abs() <= self.settings.session_limits.lag() {
            return;
        }
        let recorded = self.storage.write(move |tx| sessions::record_use(tx, id, now)).await;
        // Best effort: reads must work while the database is read-only.
        if let Err(error) = recorded {
            tracing::warn!("the use of a session could not be recorded: {error}");
        }
    }
}
