//! The columns of `users` that lock an account: the time of the lock, and the number of wrong passwords in a row.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::timestamp::to_stored;
use super::schema::users;
use super::{Error, Transaction};
use crate::domain::UserId;

/// Locks an account. Returns false if it is already locked.
pub fn lock(tx: &mut Transaction<'_>, id: UserId, at: OffsetDateTime) -> Result<bool, Error> {
    lock_from(tx, id, 0, at)
}

/// Counts a wrong password, and locks the account at the `limit`th in a row. Returns whether this call has locked it.
/// Runs the same statements if there is no such account.
pub fn count_failure(
    tx: &mut Transaction<'_>,
    id: UserId,
    limit: i64,
    at: OffsetDateTime,
) -> Result<bool, Error> {
    diesel::update(users::table.find(id.0))
        .set(users::failed_log_ins.eq(users::failed_log_ins + 1))
        .execute(tx.connection())?;
    lock_from(tx, id, limit, at)
}

fn lock_from(tx: &mut Transaction<'_>, id: UserId, failures: i64, at: OffsetDateTime) -> Result<bool, Error> {
    let open =
        users::table.find(id.0).filter(users::locked_at.is_null()).filter(users::failed_log_ins.ge(failures));
    Ok(diesel::update(open).set(users::locked_at.eq(to_stored(at))).execute(tx.connection())? == 1)
}

/// Sets the count of wrong passwords to zero, after a right one.
pub fn reset_failures(tx: &mut Transaction<'_>, id: UserId) -> Result<(), Error> {
    diesel::update(users::table.find(id.0)).set(users::failed_log_ins.eq(0)).execute(tx.connection())?;
    Ok(())
}

/// Unlocks an account, and sets the count of wrong passwords to zero. Returns false if it is not locked.
pub fn unlock(tx: &mut Transaction<'_>, id: UserId) -> Result<bool, Error> {
    let locked = users::table.find(id.0).filter(users::locked_at.is_not_null());
    let none: Option<PrimitiveDateTime> = None;
    let unlocked = diesel::update(locked)
        .set((users::locked_at.eq(none), users::failed_log_ins.eq(0)))
        .execute(tx.connection())?;
    Ok(unlocked == 1)
}
