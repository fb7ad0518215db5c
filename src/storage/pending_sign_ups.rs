//! The `pending_sign_ups` table: who has signed up in private mode, until the link in the mail is followed.

use diesel::prelude::*;
use time::OffsetDateTime;

use super::locks::PENDING_SIGN_UPS;
use super::schema::pending_sign_ups;
use super::timestamp::to_stored;
use super::{Error, Reader, Transaction};
use crate::domain::{EmailAddress, PhcString};

/// Keeps it, in the place of an earlier one with the same address.
pub fn replace(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    hashed_password: &PhcString,
    now: OffsetDateTime,
) -> Result<(), Error> {
    PENDING_SIGN_UPS.take(tx)?;
    let values = (
        pending_sign_ups::email.eq(email.as_typed()),
        pending_sign_ups::hashed_password.eq(hashed_password.as_str()),
        pending_sign_ups::created_at.eq(to_stored(now)),
    );
    let earlier = pending_sign_ups::table.filter(pending_sign_ups::email_key.eq(email.key()));
    if diesel::update(earlier).set(values).execute(tx.connection())? == 0 {
        diesel::insert_into(pending_sign_ups::table)
            .values((values, pending_sign_ups::email_key.eq(email.key())))
            .execute(tx.connection())?;
    }
    Ok(())
}

/// The hash of the password that came with this address at that time, if nothing has come since.
pub fn find(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    created_at: OffsetDateTime,
) -> Result<Option<PhcString>, Error> {
    let hash = pending_sign_ups::table
        .filter(pending_sign_ups::email_key.eq(email.key()))
        .filter(pending_sign_ups::created_at.eq(to_stored(created_at)))
        .select(pending_sign_ups::hashed_password)
        .first(db.connection())
        .optional()?;
    Ok(hash.map(PhcString::new))
}

pub fn delete(tx: &mut Transaction<'_>, email: &EmailAddress) -> Result<(), Error> {
    let theirs = pending_sign_ups::table.filter(pending_sign_ups::email_key.eq(email.key()));
    diesel::delete(theirs).execute(tx.connection())?;
    Ok(())
}

/// Forgets those of before `cutoff`.
pub fn prune(tx: &mut Transaction<'_>, cutoff: OffsetDateTime) -> Result<(), Error> {
    let old = pending_sign_ups::table.filter(pending_sign_ups::created_at.le(to_stored(cutoff)));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
