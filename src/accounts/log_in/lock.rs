//! Locking an account when there were too many wrong passwords, and unlocking it (NIST SP 800-63B-4, section 3.2.2).

use super::credentials::NOBODY;
use super::mail_link::{Followed, LinkError};
use crate::domain::{EventKind, MailKind, TokenDigest, User};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, account_lock, known_devices, mail_matters};

/// Notes a wrong password at a log-in. Runs the same queries for an unknown account, so that response time does not reveal
/// whether an account exists.
pub(super) fn record_failure(
    tx: &mut Transaction<'_>,
    subject: Option<&User>,
    device: Option<&TokenDigest>,
    limit: i64,
    occasion: &Occasion,
) -> Result<(), storage::Error> {
    let id = subject.map_or(NOBODY, |user| user.id);
    events::record(tx, occasion, EventKind::LogInFailed, subject.map(|user| user.id))?;
    if let Some(device) = device {
        known_devices::record_failure(tx, id, device, limit)?;
    }
    count_failure(tx, subject, limit, occasion)
}

/// Counts a wrong password, wherever it was given. At the `limit`th in a row the account is locked and its owner is told.
pub(super) fn count_failure(
    tx: &mut Transaction<'_>,
    subject: Option<&User>,
    limit: i64,
    occasion: &Occasion,
) -> Result<(), storage::Error> {
    let id = subject.map_or(NOBODY, |user| user.id);
    if account_lock::count_failure(tx, id, limit, occasion.at)?
        && let Some(user) = subject
    {
        events::record(tx, occasion, EventKind::AccountLocked, Some(id))?;
        mails::enqueue(tx, &NewMail::to_owner(MailKind::AccountLocked, user), occasion)?;
    }
    Ok(())
}

pub(super) fn by_link(
    tx: &mut Transaction<'_>,
    user: &User,
    occasion: &Occasion,
) -> Result<Followed, LinkError> {
    if unlock(tx, user)? {
        events::record(tx, occasion, EventKind::AccountUnlocked, Some(user.id))?;
    }
    Ok(Followed::Unlocked)
}

/// Also takes back the link that would do the same; false if the account is not locked.
pub(super) fn unlock(tx: &mut Transaction<'_>, user: &User) -> Result<bool, storage::Error> {
    mail_matters::withdraw(tx, user, &[MailKind::AccountLocked])?;
    account_lock::unlock(tx, user.id)
}
