//! Everything that is held about a person, for them to take along.

use time::OffsetDateTime;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventId, EventKind, EventPage, KnownDevice, Mail, Session, User};
use crate::storage::events::{self, Of};
use crate::storage::{known_devices, mail_list, sessions, users};

/// How many events are read at once.
const EVENTS_AT_ONCE: usize = 500;

/// The person and where they are logged in. What happened follows, page by page, for it may be much.
#[derive(Clone, Debug)]
pub struct Export {
    pub exported_at: OffsetDateTime,
    pub user: User,
    pub sessions: Vec<Session>,
    /// The browsers in which they have logged in.
    pub devices: Vec<KnownDevice>,
    /// What was written to them lately; the newest first.
    pub mails: Vec<Mail>,
}

impl Accounts {
    /// None if the account has gone meanwhile. That it was taken along is part of it.
    pub async fn export(&self, signed_in: &SignedIn, client: &Client) -> Result<Option<Export>, Failure> {
        let id = signed_in.user.id;
        let occasion = self.occasion(&signed_in.user, client);
        let cutoff = self.0.settings.session_limits.cutoff(occasion.at);
        self.0
            .storage
            .write(move |tx| {
                let Some(user) = users::find(tx, id)? else { return Ok(None) };
                events::record(tx, &occasion, EventKind::DataExported, Some(id))?;
                let sessions = sessions::of_user(tx, id, cutoff)?;
                let devices = known_devices::of_user(tx, id)?;
                let mails = mail_list::of_user(tx, id, i64::MAX)?;
                Ok(Some(Export { exported_at: occasion.at, user, sessions, devices, mails }))
            })
            .await
    }

    /// What happened to the account and what its owner did, the newest first, from before an event on.
    pub async fn exported_events(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let person = signed_in.user.id;
        self.history(person, Of::Person(person), before, EVENTS_AT_ONCE).await
    }
}
