//! The acts of an administrator on an account.

use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::unlock;
use crate::accounts::{Accounts, Failure};
use crate::domain::{Actor, Client, EmailAddress, EventKind, MailKind, User, UserId};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, administrators, sessions, set_up_tokens, users};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AdministrativeAct {
    /// Also ends the user's sessions.
    Disable,
    Enable,
    /// Also ends the user's sessions: they log in again as an administrator.
    GrantAdmin {
        /// The administrator knows that the address is not confirmed.
        even_unconfirmed: bool,
    },
    RevokeAdmin,
    /// Ends all of the user's sessions.
    SignOut,
    /// Unlocks an account that too many wrong passwords have locked.
    Unlock,
}

/// The account on which an administrator has acted.
#[derive(Clone, Debug)]
pub struct Administered {
    /// The account as it was before.
    pub user: User,
    /// Whether the act has changed anything.
    pub is_news: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum AdministerError {
    #[error("there is no such user")]
    NotFound,
    /// The site would be left without an administrator.
    #[error("this is the last administrator")]
    LastAdministrator,
    /// Any visitor may have signed up with the address.
    #[error("the address is not confirmed")]
    Unconfirmed,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Performs the act, and returns the account. If there is nothing to change, the call succeeds, without event and
    /// without mail. The owner is notified of acts that give or take rights.
    pub async fn administer(
        &self,
        actor: Actor,
        subject: UserId,
        act: AdministrativeAct,
        client: &Client,
    ) -> Result<Administered, AdministerError> {
        let audit = self.0.core.audit(actor, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                administrators::lock(tx)?;
                let user = users::find(tx, subject)?.ok_or(AdministerError::NotFound)?;
                let done = perform(tx, &user, act, &audit)?;
                if let Some((event, mail)) = done {
                    events::record(tx, &audit, event, Some(subject))?;
                    if let Some(mail) = mail {
                        // The mail does not tell the owner where the administrator was.
                        let untold = AuditContext { client: Client::new(None, None), ..audit };
                        mails::enqueue(tx, &NewMail::to_owner(mail, &user), &untold)?;
                    }
                }
                Ok(Administered { user, is_news: done.is_some() })
            })
            .await
    }

    /// The user with this address, in whatever spelling.
    pub async fn find_by_email(&self, email: &str) -> Result<Option<User>, Failure> {
        let Ok(email) = EmailAddress::parse(email) else { return Ok(None) };
        Ok(self.0.core.storage.read(move |db| users::find_by_email(db, &email)).await?)
    }
}

/// Performs the act, and returns the event to record and the kind of mail to the owner; `None` if there was nothing to
/// change.
fn perform(
    tx: &mut Transaction<'_>,
    user: &User,
    act: AdministrativeAct,
    audit: &AuditContext,
) -> Result<Option<(EventKind, Option<MailKind>)>, AdministerError> {
    let id = user.id;
    Ok(match act {
        AdministrativeAct::Disable if !user.is_disabled() => {
            keep_one_administrator(tx, user)?;
            users::set_disabled(tx, id, Some(audit.at))?;
            sessions::end_all(tx, id, None)?;
            Some((EventKind::Disabled, Some(MailKind::AccountDisabled)))
        }
        AdministrativeAct::Enable if user.is_disabled() => {
            users::set_disabled(tx, id, None)?;
            Some((EventKind::Enabled, Some(MailKind::AccountEnabled)))
        }
        AdministrativeAct::GrantAdmin { even_unconfirmed } if !user.is_admin => {
            if !user.is_verified() && !even_unconfirmed {
                return Err(AdministerError::Unconfirmed);
            }
            administrators::set(tx, id, true)?;
            // A copy of an earlier session must not become an administrator's.
            sessions::end_all(tx, id, None)?;
            set_up_tokens::delete_all(tx)?;
            Some((EventKind::AdminGranted, Some(MailKind::AdminGranted)))
        }
        AdministrativeAct::RevokeAdmin if user.is_admin => {
            keep_one_administrator(tx, user)?;
            administrators::set(tx, id, false)?;
            Some((EventKind::AdminRevoked, Some(MailKind::AdminRevoked)))
        }
        AdministrativeAct::SignOut => {
            (sessions::end_all(tx, id, None)? > 0).then_some((EventKind::SessionsEnded, None))
        }
        AdministrativeAct::Unlock => unlock(tx, user)?.then_some((EventKind::AccountUnlocked, None)),
        _ => None,
    })
}

fn keep_one_administrator(tx: &mut Transaction<'_>, user: &User) -> Result<(), AdministerError> {
    if is_last_administrator(tx, user)? { Err(AdministerError::LastAdministrator) } else { Ok(()) }
}

/// Whether the site has no other administrator. The caller must have locked the administrators.
pub(in crate::accounts) fn is_last_administrator(
    tx: &mut Transaction<'_>,
    user: &User,
) -> Result<bool, storage::Error> {
    let counts = user.is_admin && !user.is_disabled() && !user.is_closed();
    Ok(counts && administrators::count_active(tx)? == 1)
}

fails_with_failure!(AdministerError);
