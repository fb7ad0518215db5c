//! The `address_holds` table: previous addresses of accounts. Until a hold expires, only its account can get the
//! address back.

use diesel::prelude::*;
use diesel::sql_types::Bool;
use time::OffsetDateTime;

use super::engine::Backend;
use super::engine::timestamp::to_stored;
use super::schema::address_holds;
use super::{Error, Reader, Transaction};
use crate::domain::{ADDRESS_HELD, AddressHoldId, EmailAddress, UserId};

type Condition = Box<dyn BoxableExpression<address_holds::table, Backend, SqlType = Bool>>;

/// Holds the address that an account is about to give up.
pub fn insert(
    tx: &mut Transaction<'_>,
    user: UserId,
    email: &EmailAddress,
    now: OffsetDateTime,
) -> Result<AddressHoldId, Error> {
    let id = diesel::insert_into(address_holds::table)
        .values((
            address_holds::user_id.eq(user.0),
            address_holds::email.eq(email.as_typed()),
            address_holds::email_key.eq(email.key()),
            address_holds::created_at.eq(to_stored(now)),
        ))
        .returning(address_holds::id)
        .get_result(tx.connection())?;
    Ok(AddressHoldId(id))
}

/// Whether the account has a hold that has not expired, so that a change of its address can be undone.
pub fn has_any(db: &mut Reader<'_>, user: UserId, now: OffsetDateTime) -> Result<bool, Error> {
    let found: Option<i64> = address_holds::table
        .filter(address_holds::user_id.eq(user.0))
        .filter(live(now))
        .select(address_holds::id)
        .first(db.connection())
        .optional()?;
    Ok(found.is_some())
}

/// The address in the spelling of an account other than this one that holds it, if there is one.
pub fn find(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    for_other_than: Option<UserId>,
    now: OffsetDateTime,
) -> Result<Option<EmailAddress>, Error> {
    let held: Option<(String, String)> = address_holds::table
        .filter(address_holds::email_key.eq(email.key()))
        .filter(address_holds::user_id.ne(for_other_than.map_or(0, |id| id.0)))
        .filter(live(now))
        .order(address_holds::id)
        .select((address_holds::email, address_holds::email_key))
        .first(db.connection())
        .optional()?;
    Ok(held.map(|(typed, key)| EmailAddress::from_stored(typed, key)))
}

/// Deletes a hold that has been used, and the later ones of the same account. The undo links in their mails become
/// invalid.
pub fn end_from(tx: &mut Transaction<'_>, user: UserId, id: AddressHoldId) -> Result<(), Error> {
    let later =
        address_holds::table.filter(address_holds::user_id.eq(user.0)).filter(address_holds::id.ge(id.0));
    diesel::delete(later).execute(tx.connection())?;
    Ok(())
}

/// Deletes at most `max` expired holds, and returns how many.
pub fn delete_expired(tx: &mut Transaction<'_>, now: OffsetDateTime, max: i64) -> Result<usize, Error> {
    let ids: Vec<i64> = address_holds::table
        .filter(address_holds::created_at.le(to_stored(now - ADDRESS_HELD)))
        .limit(max)
        .select(address_holds::id)
        .load(tx.connection())?;
    Ok(diesel::delete(address_holds::table.filter(address_holds::id.eq_any(ids))).execute(tx.connection())?)
}

fn live(now: OffsetDateTime) -> Condition {
    Box::new(address_holds::created_at.gt(to_stored(now - ADDRESS_HELD)))
}
