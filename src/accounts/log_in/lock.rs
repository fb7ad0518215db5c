//! Locking an account after too many wrong passwords, and unlocking it (NIST SP 800-63B-4, section 3.2.2).

use crate::accounts::mail_links::LinkError;
use crate::domain::{EventKind, MailKind, TokenDigest, User, UserId};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, account_lock, known_devices, supersession};

/// Records a wrong password at a log-in. Runs the same queries for an unknown account, so that response time does not
/// reveal whether an account exists.
pub(super) fn record_failure(
    tx: &mut Transaction<'_>,
    subject: Option<&User>,
    device: Option<&TokenDigest>,
    limit: i64,
    audit: &AuditContext,
) -> Result<(), storage::Error> {
    let id = subject.map_or(UserId::NONE, |user| user.id);
    events::record(tx, audit, EventKind::LogInFailed, subject.map(|user| user.id))?;
    if let Some(device) = device {
        known_devices::record_failure(tx, id, device, limit)?;
    }
    count_failure(tx, subject, limit, audit)
}

/// Counts a wrong password in any flow. The `limit`th in a row locks the account and notifies its owner.
pub(super) fn count_failure(
    tx: &mut Transaction<'_>,
    subject: Option<&User>,
    limit: i64,
    audit: &AuditContext,
) -> Result<(), storage::Error> {
    let id = subject.map_or(UserId::NONE, |user| user.id);
    if account_lock::count_failure(tx, id, limit, audit.at)?
        && let Some(user) = subject
    {
        events::record(tx, audit, EventKind::AccountLocked, Some(id))?;
        mails::enqueue(tx, &NewMail::to_owner(MailKind::AccountLocked, user), audit)?;
    }
    Ok(())
}

pub(in crate::accounts) fn unlock_by_link(
    tx: &mut Transaction<'_>,
    user: &User,
    audit: &AuditContext,
) -> Result<(), LinkError> {
    if unlock(tx, user)? {
        events::record(tx, audit, EventKind::AccountUnlocked, Some(user.id))?;
    }
    Ok(())
}

/// Unlocks an account, and withdraws the mail with the link that would do the same. Returns false if the account is not
/// locked.
pub(in crate::accounts) fn unlock(tx: &mut Transaction<'_>, user: &User) -> Result<bool, storage::Error> {
    supersession::withdraw(tx, user, EventKind::AccountUnlocked)?;
    account_lock::unlock(tx, user.id)
}
