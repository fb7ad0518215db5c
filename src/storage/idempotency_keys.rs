//! The `idempotency_keys` table: the account that each request created.

use diesel::prelude::*;
use diesel::result::DatabaseErrorKind;
use time::OffsetDateTime;

use super::engine::timestamp::to_stored;
use super::expiry::delete_expired_in_steps;
use super::schema::idempotency_keys;
use super::{Error, Reader, Transaction};
use crate::domain::{IdempotencyKey, UserId};

#[derive(Debug, thiserror::Error)]
pub enum InsertError {
    /// Another request has used the same key.
    #[error("the key is in use")]
    KeyTaken,
    #[error(transparent)]
    Storage(#[from] Error),
}

/// The account that the request with this key created, if that was after `cutoff`.
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

/// If several requests use the same key, the unique index decides which one gets it.
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

/// Deletes a key that was used at `cutoff` or earlier, so that it can be used again.
pub fn delete_if_expired(
    tx: &mut Transaction<'_>,
    key: &IdempotencyKey,
    cutoff: OffsetDateTime,
) -> Result<(), Error> {
    let digest = key.digest();
    let same = idempotency_keys::table.filter(idempotency_keys::key_digest.eq(digest.as_slice()));
    diesel::delete(same.filter(idempotency_keys::created_at.le(to_stored(cutoff))))
        .execute(tx.connection())?;
    Ok(())
}

delete_expired_in_steps!(idempotency_keys, created_at);
