//! The export of everything that is stored about a member, page by page, because it may be large.

use time::OffsetDateTime;

use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{
    Client, DeviceId, DevicePage, EventId, EventKind, EventPage, MailId, MailPage, SessionId, SessionPage,
    User,
};
use crate::storage::events::{self, Of};
use crate::storage::{known_devices, mail_list, session_list, users};

/// How many rows of a list are read at once.
const AT_ONCE: usize = 500;

/// The member. The lists follow separately.
#[derive(Clone, Debug)]
pub struct Export {
    pub exported_at: OffsetDateTime,
    pub user: User,
}

impl Accounts {
    /// Starts an export; `None` if the account no longer exists. Each export adds an audit event to the account, so
    /// their rate is limited.
    pub async fn export(&self, signed_in: &SignedIn, client: &Client) -> Result<Option<Export>, Failure> {
        let id = signed_in.user.id;
        self.0.core.throttle.check_export(id).await?;
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let Some(user) = users::find(tx, id)? else { return Ok(None) };
                events::record(tx, &audit, EventKind::DataExported, Some(id))?;
                Ok(Some(Export { exported_at: audit.at, user }))
            })
            .await
    }

    /// The member's sessions, the newest first; `before` continues after a page.
    pub async fn exported_sessions(
        &self,
        signed_in: &SignedIn,
        before: Option<SessionId>,
    ) -> Result<SessionPage, Failure> {
        let cutoff = self.0.core.session_cutoff();
        let person = signed_in.user.id;
        Ok(self
            .0
            .core
            .storage
            .read(move |db| session_list::page(db, person, cutoff, before, AT_ONCE))
            .await?)
    }

    /// The browsers in which the member has logged in.
    pub async fn exported_devices(
        &self,
        signed_in: &SignedIn,
        before: Option<DeviceId>,
    ) -> Result<DevicePage, Failure> {
        let person = signed_in.user.id;
        Ok(self.0.core.storage.read(move |db| known_devices::page(db, person, before, AT_ONCE)).await?)
    }

    /// The mails that the member was sent lately.
    pub async fn exported_mails(
        &self,
        signed_in: &SignedIn,
        before: Option<MailId>,
    ) -> Result<MailPage, Failure> {
        let person = signed_in.user.id;
        Ok(self.0.core.storage.read(move |db| mail_list::of_user(db, person, before, AT_ONCE)).await?)
    }

    /// Events about the account, and events that its owner caused.
    pub async fn exported_events(
        &self,
        signed_in: &SignedIn,
        before: Option<EventId>,
    ) -> Result<EventPage, Failure> {
        let person = signed_in.user.id;
        self.history(person, Of::Person(person), before, AT_ONCE).await
    }
}
