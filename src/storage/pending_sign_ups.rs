//! The `pending_sign_ups` table: sign-ups in private mode, until the link in the mail is followed.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::locks::PENDING_SIGN_UPS;
use super::engine::timestamp::{from_stored, to_stored};
use super::expiry::delete_expired_in_steps;
use super::schema::pending_sign_ups;
use super::{Error, Reader, Transaction};
use crate::domain::{EmailAddress, PendingSignUpId, PhcString};

/// Stores a sign-up. It replaces an earlier one with the same address, whose links become invalid.
pub fn replace(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    hashed_password: &PhcString,
    terms_accepted_at: Option<OffsetDateTime>,
    now: OffsetDateTime,
) -> Result<PendingSignUpId, Error> {
    PENDING_SIGN_UPS.take(tx)?;
    let earlier = pending_sign_ups::table.filter(pending_sign_ups::email_key.eq(email.key()));
    diesel::delete(earlier).execute(tx.connection())?;
    let id = diesel::insert_into(pending_sign_ups::table)
        .values((
            pending_sign_ups::email.eq(email.as_typed()),
            pending_sign_ups::email_key.eq(email.key()),
            pending_sign_ups::hashed_password.eq(hashed_password.as_str()),
            pending_sign_ups::created_at.eq(to_stored(now)),
            pending_sign_ups::terms_accepted_at.eq(terms_accepted_at.map(to_stored)),
        ))
        .returning(pending_sign_ups::id)
        .get_result(tx.connection())?;
    Ok(PendingSignUpId(id))
}

/// The sign-up with this address, in the spelling in which it was typed, if one waits. It stays until the transaction
/// ends.
pub fn find_by_email(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
) -> Result<Option<(PendingSignUpId, EmailAddress)>, Error> {
    PENDING_SIGN_UPS.take(tx)?;
    let found: Option<(i64, String, String)> = pending_sign_ups::table
        .filter(pending_sign_ups::email_key.eq(email.key()))
        .select((pending_sign_ups::id, pending_sign_ups::email, pending_sign_ups::email_key))
        .first(tx.connection())
        .optional()?;
    Ok(found.map(|(id, typed, key)| (PendingSignUpId(id), EmailAddress::from_stored(typed, key))))
}

/// What a sign-up keeps until its link is followed.
pub struct PendingSignUp {
    pub hashed_password: PhcString,
    pub terms_accepted_at: Option<OffsetDateTime>,
}

/// This sign-up. `None` if another one has replaced it.
pub fn find(db: &mut Reader<'_>, id: PendingSignUpId) -> Result<Option<PendingSignUp>, Error> {
    let found: Option<(String, Option<PrimitiveDateTime>)> = pending_sign_ups::table
        .find(id.0)
        .select((pending_sign_ups::hashed_password, pending_sign_ups::terms_accepted_at))
        .first(db.connection())
        .optional()?;
    Ok(found.map(|(hash, accepted_at)| PendingSignUp {
        hashed_password: PhcString::new(hash),
        terms_accepted_at: accepted_at.map(from_stored),
    }))
}

/// Replaces a wrong hash by the right one.
pub fn repair_password(
    tx: &mut Transaction<'_>,
    faulty: &PhcString,
    right: &PhcString,
) -> Result<usize, Error> {
    let found = pending_sign_ups::table.filter(pending_sign_ups::hashed_password.eq(faulty.as_str()));
    Ok(diesel::update(found)
        .set(pending_sign_ups::hashed_password.eq(right.as_str()))
        .execute(tx.connection())?)
}

pub fn delete(tx: &mut Transaction<'_>, id: PendingSignUpId) -> Result<(), Error> {
    diesel::delete(pending_sign_ups::table.find(id.0)).execute(tx.connection())?;
    Ok(())
}

delete_expired_in_steps!(pending_sign_ups, created_at);
