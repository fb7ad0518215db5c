//! Closing one's account: it ends at once, and is deleted some days later, unless its owner comes back.

use super::administer::is_last_administrator;
use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventKind, MailKind};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, administrators, events, sessions, users};

#[derive(Debug, thiserror::Error)]
pub enum CloseAccountError {
    /// It would leave nobody to administer the site.
    #[error("this is the last administrator")]
    LastAdministrator,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// How many days pass before a closed account is deleted.
    pub fn days_until_deletion(&self) -> i64 {
        self.0.settings.deleted_after.whole_days()
    }

    /// Closes the account and ends all of its sessions. Logging in opens it again.
    pub async fn close_account(
        &self,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<(), CloseAccountError> {
        let (id, session) = (signed_in.user.id, signed_in.session.id);
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                administrators::lock(tx)?;
                let Some(user) = users::find(tx, id)? else { return Ok(()) };
                if is_last_administrator(tx, &user)? {
                    return Err(CloseAccountError::LastAdministrator);
                }
                // A session that has ended meanwhile closes nothing.
                if !sessions::end(tx, id, session)? {
                    return Ok(());
                }
                users::set_closed(tx, id, occasion.at)?;
                sessions::end_all(tx, id, None)?;
                events::record(tx, &occasion, EventKind::AccountClosed, Some(id))?;
                Ok(mails::enqueue(tx, &NewMail::to_owner(MailKind::AccountClosed, &user), &occasion)?)
            })
            .await
    }
}

impl From<storage::Error> for CloseAccountError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
