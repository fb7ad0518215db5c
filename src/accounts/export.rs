//! Everything that is held about a person, for them to take along.

use time::OffsetDateTime;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{EventId, EventPage, Session, User};
use crate::storage::{Error, events, sessions, users};

/// How many events are read at once.
const EVENTS_AT_ONCE: usize = 500;

/// The person and where they are logged in. What happened follows, page by page, for it may be much.
#[derive(Clone, Debug)]
pub struct Export {
    pub exported_at: OffsetDateTime,
    pub user: User,
    pub sessions: Vec<Session>,
}

impl Accounts {
    /// None if the account has gone meanwhile.
    pub async fn export(&self, signed_in: &SignedIn) -> Result<Option<Export>, Failure> {
        let (id, exported_at) = (signed_in.user.id, self.0.clock.now());
        let cutoff = self.0.settings.session_limits.cutoff(exported_at);
        let read = move |db: &mut crate::storage::Reader<'_>| {
            let Some(user) = users::find(db, id)? else { return Ok(None) };
            Ok::<_, Error>(Some(Export { exported_at, user, sessions: sessions::of_user(db, id, cutoff)? }))
        };
        Ok(self.0.storage.read(read).await?)
    }

    /// What happened to the account, the newest first, from before an event on.
    pub async fn exported_events(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let id = signed_in.user.id;
        Ok(self.0.storage.read(move |db| events::about(db, id, before, EVENTS_AT_ONCE)).await?)
    }
}
