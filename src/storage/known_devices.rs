//! The `known_devices` table: the browsers in which the owner of an account has logged in.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::timestamp::{from_stored, to_stored};
use super::expiry::delete_expired_in_steps;
use super::schema::{known_devices, users};
use super::users::UserRow;
use super::{Error, Reader, Transaction};
use crate::domain::{DeviceId, DevicePage, EmailAddress, KnownDevice, TokenDigest, User, UserId};

#[diesel::dsl::auto_type(no_type_alias)]
fn device<'a>(user: UserId, digest: &'a TokenDigest) -> _ {
    let (user, digest): (i64, &'a [u8]) = (user.0, digest.as_slice());
    known_devices::table
        .filter(known_devices::user_id.eq(user))
        .filter(known_devices::token_digest.eq(digest))
}

pub fn is_known(db: &mut Reader<'_>, user: UserId, digest: &TokenDigest) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(device(user, digest))).get_result(db.connection())?)
}

/// The first of these devices that the account with this address knows.
pub fn find_known(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    digests: &[TokenDigest],
) -> Result<Option<TokenDigest>, Error> {
    let found: Option<Vec<u8>> = known_devices::table
        .inner_join(users::table)
        .filter(users::email_key.eq(email.key()))
        .filter(known_devices::token_digest.eq_any(digests.iter().map(TokenDigest::as_slice)))
        .order(known_devices::last_used_at.desc())
        .select(known_devices::token_digest)
        .first(db.connection())
        .optional()?;
    Ok(found.map(TokenDigest::new))
}

/// Those of these devices that an account knows, each with the account: a token belongs to one account.
pub fn with_owners(db: &mut Reader<'_>, digests: &[TokenDigest]) -> Result<Vec<(TokenDigest, User)>, Error> {
    let rows: Vec<(Vec<u8>, UserRow)> = known_devices::table
        .inner_join(users::table)
        .filter(known_devices::token_digest.eq_any(digests.iter().map(TokenDigest::as_slice)))
        .select((known_devices::token_digest, UserRow::as_select()))
        .load(db.connection())?;
    Ok(rows.into_iter().map(|(digest, owner)| (TokenDigest::new(digest), owner.into())).collect())
}

/// Whether an account knows a browser, at a log-in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeviceStatus {
    Known,
    /// This device is new, and the account knows no other one either.
    FirstOfAll,
    New,
}

/// Records a log-in with this device. Returns false if the account does not know it.
pub fn record_log_in(
    tx: &mut Transaction<'_>,
    user: UserId,
    digest: &TokenDigest,
    now: OffsetDateTime,
) -> Result<bool, Error> {
    let updated = diesel::update(device(user, digest))
        .set((known_devices::last_used_at.eq(to_stored(now)), known_devices::failed_log_ins.eq(0)))
        .execute(tx.connection())?;
    Ok(updated > 0)
}

/// Adds a device. If the account then has more than `max`, deletes the least recently used ones.
pub fn insert(
    tx: &mut Transaction<'_>,
    user: UserId,
    digest: &TokenDigest,
    now: OffsetDateTime,
    max: i64,
) -> Result<DeviceStatus, Error> {
    let theirs = || known_devices::table.filter(known_devices::user_id.eq(user.0));
    let is_first: bool =
        !diesel::select(diesel::dsl::exists(theirs())).get_result::<bool>(tx.connection())?;
    // Keeps `max - 1`, so that there are `max` with the new one.
    let newest_beyond: Option<(PrimitiveDateTime, i64)> = theirs()
        .order((known_devices::last_used_at.desc(), known_devices::id.desc()))
        .offset(max - 1)
        .limit(1)
        .select((known_devices::last_used_at, known_devices::id))
        .first(tx.connection())
        .optional()?;
    if let Some((at, id)) = newest_beyond {
        let used_then = known_devices::last_used_at.eq(at).and(known_devices::id.le(id));
        diesel::delete(theirs().filter(known_devices::last_used_at.lt(at).or(used_then)))
            .execute(tx.connection())?;
    }
    let now = to_stored(now);
    diesel::insert_into(known_devices::table)
        .values((
            known_devices::user_id.eq(user.0),
            known_devices::token_digest.eq(digest.as_slice()),
            known_devices::created_at.eq(now),
            known_devices::last_used_at.eq(now),
            known_devices::failed_log_ins.eq(0),
        ))
        .execute(tx.connection())?;
    Ok(if is_first { DeviceStatus::FirstOfAll } else { DeviceStatus::New })
}

/// Counts a wrong password. Deletes a device after `limit` in a row: the owner would remember the password.
pub fn record_failure(
    tx: &mut Transaction<'_>,
    user: UserId,
    digest: &TokenDigest,
    limit: i64,
) -> Result<(), Error> {
    diesel::update(device(user, digest))
        .set(known_devices::failed_log_ins.eq(known_devices::failed_log_ins + 1))
        .execute(tx.connection())?;
    let too_often = device(user, digest).filter(known_devices::failed_log_ins.ge(limit));
    diesel::delete(too_often).execute(tx.connection())?;
    Ok(())
}

/// A page of at most `size` devices of a user, the newest first, from before `before` on.
pub fn page(
    db: &mut Reader<'_>,
    user: UserId,
    before: Option<DeviceId>,
    size: usize,
) -> Result<DevicePage, Error> {
    // One extra row shows whether there are older devices.
    let rows: Vec<(i64, PrimitiveDateTime, PrimitiveDateTime)> = known_devices::table
        .filter(known_devices::user_id.eq(user.0))
        .filter(known_devices::id.lt(before.map_or(i64::MAX, |id| id.0)))
        .order(known_devices::id.desc())
        .limit(size as i64 + 1)
        .select((known_devices::id, known_devices::created_at, known_devices::last_used_at))
        .load(db.connection())?;
    let device = |(id, created_at, last_used_at)| KnownDevice {
        id: DeviceId(id),
        created_at: from_stored(created_at),
        last_used_at: from_stored(last_used_at),
    };
    let oldest = rows.get(size.saturating_sub(1)).map(|(id, ..)| DeviceId(*id));
    let older = oldest.filter(|_| rows.len() > size);
    Ok(DevicePage { devices: rows.into_iter().take(size).map(device).collect(), older })
}

/// Deletes all devices of a user except these.
pub fn delete_all(tx: &mut Transaction<'_>, user: UserId, except: &[TokenDigest]) -> Result<(), Error> {
    let others = known_devices::table
        .filter(known_devices::user_id.eq(user.0))
        .filter(known_devices::token_digest.ne_all(except.iter().map(TokenDigest::as_slice)));
    diesel::delete(others).execute(tx.connection())?;
    Ok(())
}

delete_expired_in_steps!(known_devices, last_used_at);
