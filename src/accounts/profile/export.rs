//! Everything that is held about a person, for them to take along: page by page, for it may be much.

use time::OffsetDateTime;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{
    Client, DeviceId, DevicePage, EventId, EventKind, EventPage, MailId, MailPage, SessionId, SessionPage,
    User,
};
use crate::storage::events::{self, Of};
use crate::storage::{known_devices, mail_list, session_list, users};

/// How many rows of a list are read at once.
const AT_ONCE: usize = 500;

/// The person. Their lists follow.
#[derive(Clone, Debug)]
pub struct Export {
    pub exported_at: OffsetDateTime,
    pub user: User,
}

impl Accounts {
    /// None if the account has gone meanwhile. That it was taken along is part of it, so there is a limit
    /// on how often.
    pub async fn export(&self, signed_in: &SignedIn, client: &Client) -> Result<Option<Export>, Failure> {
        let id = signed_in.user.id;
        self.0.throttle.check_export(id)?;
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                let Some(user) = users::find(tx, id)? else { return Ok(None) };
                events::record(tx, &occasion, EventKind::DataExported, Some(id))?;
                Ok(Some(Export { exported_at: occasion.at, user }))
            })
            .await
    }

    /// Where the person is logged in, the newest first, from before a session on.
    pub async fn exported_sessions(
        &self,
        signed_in: &SignedIn,
        before: Option<SessionId>,
    ) -> Result<SessionPage, Failure> {
        let cutoff = self.0.settings.session_limits.cutoff(self.0.clock.now());
        let person = signed_in.user.id;
        Ok(self.0.storage.read(move |db| session_list::page(db, person, cutoff, before, AT_ONCE)).await?)
    }

    /// The browsers in which the person has logged in.
    pub async fn exported_devices(
        &self,
        signed_in: &SignedIn,
        before: Option<DeviceId>,
    ) -> Result<DevicePage, Failure> {
        let person = signed_in.user.id;
        Ok(self.0.storage.read(move |db| known_devices::page(db, person, before, AT_ONCE)).await?)
    }

    /// What was written to the person lately.
    pub async fn exported_mails(
        &self,
        signed_in: &SignedIn,
        before: Option<MailId>,
    ) -> Result<MailPage, Failure> {
        let person = signed_in.user.id;
        Ok(self.0.storage.read(move |db| mail_list::of_user(db, person, before, AT_ONCE)).await?)
    }

    /// What happened to the account and what its owner did.
    pub async fn exported_events(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let person = signed_in.user.id;
        self.history(person, Of::Person(person), before, AT_ONCE).await
    }
}
