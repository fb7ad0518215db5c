//! The password hashes in the `users` table.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable};

use super::schema::users;
use super::users::UserRow;
use super::{Error, Reader, Transaction};
use crate::domain::{EmailAddress, PhcString, User, UserId};

/// The account of an address with the hash of its password. If the address is not registered, the row of the newest
/// account is read and dropped, so that response time does not reveal whether an address is registered.
pub fn find(db: &mut Reader<'_>, email: &EmailAddress) -> Result<Option<(User, PhcString)>, Error> {
    let (registered, all) = diesel::alias!(users as registered, users as all_users);
    let id = registered
        .filter(registered.field(users::email_key).eq(email.key()))
        .select(registered.field(users::id));
    let newest = all.select(diesel::dsl::max(all.field(users::id)));
    let row: Option<(UserRow, String)> = users::table
        .filter(users::id.nullable().eq(coalesce(id.single_value(), newest.single_value())))
        .select((UserRow::as_select(), users::hashed_password))
        .first(db.connection())
        .optional()?;
    let credentials = row.map(|(row, hash)| (User::from(row), PhcString::new(hash)));
    Ok(credentials.filter(|(user, _)| user.email.key() == email.key()))
}

#[diesel::declare_sql_function]
extern "SQL" {
    /// The first of the two that is not NULL.
    fn coalesce(first: Nullable<BigInt>, second: Nullable<BigInt>) -> Nullable<BigInt>;
}

/// The stored hash of a user's password.
pub fn hash(db: &mut Reader<'_>, id: UserId) -> Result<Option<PhcString>, Error> {
    let hash = users::table.find(id.0).select(users::hashed_password).first(db.connection()).optional()?;
    Ok(hash.map(PhcString::new))
}

/// Replaces the hash if it is still `old`: the first of two concurrent changes wins.
pub fn replace(
    tx: &mut Transaction<'_>,
    id: UserId,
    old: &PhcString,
    new: &PhcString,
) -> Result<bool, Error> {
    let unchanged = users::table.find(id.0).filter(users::hashed_password.eq(old.as_str()));
    let replaced =
        diesel::update(unchanged).set(users::hashed_password.eq(new.as_str())).execute(tx.connection())?;
    Ok(replaced == 1)
}

/// Replaces a wrong hash by the right one, in whichever account it is. Reads the whole table.
pub fn repair(tx: &mut Transaction<'_>, faulty: &PhcString, right: &PhcString) -> Result<usize, Error> {
    let found = users::table.filter(users::hashed_password.eq(faulty.as_str()));
    Ok(diesel::update(found).set(users::hashed_password.eq(right.as_str())).execute(tx.connection())?)
}

/// Sets the hash whatever the old one was, and sets the count of failures to zero, because they were guesses at another
/// password.
pub fn set(tx: &mut Transaction<'_>, id: UserId, new: &PhcString) -> Result<(), Error> {
    diesel::update(users::table.find(id.0))
        .set((users::hashed_password.eq(new.as_str()), users::failed_log_ins.eq(0)))
        .execute(tx.connection())?;
    Ok(())
}
