//! The `idempotency_keys` table: which account was made for which request.

use diesel::prelude::*;
use diesel::result::DatabaseErrorKind;
use time::OffsetDateTime;

use super::schema::idempotency_keys;
use super::timestamp::to_stored;
use super::{Error, Reader, Transaction};
use crate::domain::{IdempotencyKey, UserId};

#[derive(Debug, thiserror::Error)]
pub enum InsertError {
    /// Another request has the same key.
    #[error("the key is in use")]
    KeyTaken,
    #[error(transparent)]
    Storage(#[from] Error),
}

/// Whose account the request with this key made, after `cutoff`.
pub fn find(
    db: &mut Reader<'_>,
    key: &IdempotencyKey,
    cutoff: OffsetDateTime,
) -> Result<Option<UserId>, Error> {
    let id = idempotency_keys::table
        .filter(idempotency_keys::key_digest.eq(key.digest().as_slice()))
        .filter(idempotency_keys::created_at.gt(to_stored(cutoff)))
        .select(idempotency_keys::user_id)
        .first(db.connection())
        .optional()?;
    Ok(id.map(UserId))
}

/// The unique index decides which of several requests has the key.
pub fn insert(
    tx: &mut Transaction<'_>,
    key: &IdempotencyKey,
    user_id: UserId,
    now: OffsetDateTime,
) -> Result<(), InsertError> {
    let inserted = diesel::insert_into(idempotency_keys::table)
        .values((
            idempotency_keys::key_digest.eq(key.digest().as_slice()),
            idempotency_keys::user_id.eq(user_id.0),
            idempotency_keys::created_at.eq(to_stored(now)),
        ))
        .execute(tx.connection());
    match inserted {
        Ok(_) => Ok(()),
        Err(diesel::result::Error::DatabaseError(DatabaseErrorKind::UniqueViolation, _)) => {
            Err(InsertError::KeyTaken)
        }
        Err(error) => Err(InsertError::Storage(error.into())),
    }
}

/// Forgets those of before `cutoff`.
pub fn prune(tx: &mut Transaction<'_>, cutoff: OffsetDateTime) -> Result<(), Error> {
    let old = idempotency_keys::table.filter(idempotency_keys::created_at.le(to_stored(cutoff)));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}
