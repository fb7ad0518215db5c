//! Closing a member's account: it can no longer be used, and is deleted some days later unless its owner logs in
//! before.

use time::OffsetDateTime;

use crate::accounts::directory::is_last_administrator;
use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{AccountState, Client, EventKind, MailKind, User};
use crate::storage::mails::{self, NewMail};
use crate::storage::{administrators, events, sessions, users};

#[derive(Debug, thiserror::Error)]
pub enum CloseAccountError {
    /// The site would be left without an administrator.
    #[error("this is the last administrator")]
    LastAdministrator,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// When the account is deleted, if it is closed. One that is disabled as well is kept.
    pub fn deletion_of(&self, user: &User) -> Option<OffsetDateTime> {
        let closed_at = user.closed_at.filter(|_| user.state() == AccountState::Closed)?;
        Some(closed_at + self.0.core.settings.deleted_after)
    }

    /// How many days pass before a closed account is deleted.
    pub fn days_until_deletion(&self) -> i64 {
        self.0.core.settings.deleted_after.whole_days()
    }

    /// Closes the account and ends all of its sessions. Logging in opens it again.
    pub async fn close_account(
        &self,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<(), CloseAccountError> {
        let (id, session) = (signed_in.user.id, signed_in.session.id);
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                administrators::lock(tx)?;
                let Some(user) = users::find(tx, id)? else { return Ok(()) };
                if is_last_administrator(tx, &user)? {
                    return Err(CloseAccountError::LastAdministrator);
                }
                // Stop if the session has ended in the meantime.
                if !sessions::end(tx, id, session)? {
                    return Ok(());
                }
                users::set_closed(tx, id, audit.at)?;
                sessions::end_all(tx, id, None)?;
                events::record(tx, &audit, EventKind::AccountClosed, Some(id))?;
                Ok(mails::enqueue(tx, &NewMail::to_owner(MailKind::AccountClosed, &user), &audit)?)
            })
            .await
    }
}

fails_with_failure!(CloseAccountError);
