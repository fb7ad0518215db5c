//! The administrators among the users.

use diesel::prelude::*;

use super::engine::locks::ADMINISTRATORS;
use super::schema::users;
use super::users::UserRow;
use super::{Error, Reader, Transaction};
use crate::domain::{User, UserId};

pub fn set(tx: &mut Transaction<'_>, id: UserId, is_admin: bool) -> Result<(), Error> {
    diesel::update(users::table.find(id.0)).set(users::is_admin.eq(is_admin)).execute(tx.connection())?;
    Ok(())
}

/// Locks the set of administrators: until this transaction ends, no other transaction changes it.
pub fn lock(tx: &mut Transaction<'_>) -> Result<(), Error> {
    ADMINISTRATORS.take(tx)
}

/// The number of administrators who can log in.
pub fn count_active(db: &mut Reader<'_>) -> Result<i64, Error> {
    Ok(users::table
        .filter(users::is_admin.eq(true))
        .filter(users::disabled_at.is_null())
        .filter(users::closed_at.is_null())
        .count()
        .get_result(db.connection())?)
}

/// At most `max` administrators after this one, in the order in which they signed up.
pub fn after(db: &mut Reader<'_>, after: UserId, max: i64) -> Result<Vec<User>, Error> {
    let rows: Vec<UserRow> = users::table
        .filter(users::is_admin.eq(true))
        .filter(users::id.gt(after.0))
        .order(users::id)
        .limit(max)
        .select(UserRow::as_select())
        .load(db.connection())?;
    Ok(rows.into_iter().map(User::from).collect())
}
