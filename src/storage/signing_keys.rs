//! The `signing_keys` table: what signs access tokens.

use diesel::prelude::*;
use time::PrimitiveDateTime;

use super::locks::SIGNING_KEYS;
use super::schema::signing_keys;
use super::timestamp::{from_stored, to_stored};
use super::{Error, Reader, Transaction};
use crate::domain::{Keyring, PrivateKey, SigningAlgorithm, SigningKey};

#[derive(Queryable, Selectable)]
#[diesel(table_name = signing_keys)]
struct SigningKeyRow {
    key_id: String,
    algorithm: String,
    private_key: Vec<u8>,
    created_at: PrimitiveDateTime,
}

impl SigningKeyRow {
    /// None for an algorithm that only a later release knows.
    fn into_key(self) -> Option<SigningKey> {
        Some(SigningKey {
            algorithm: SigningAlgorithm::from_name(&self.algorithm)?,
            id: self.key_id,
            private_key: PrivateKey::new(self.private_key),
            created_at: from_stored(self.created_at),
        })
    }
}

pub fn all(db: &mut Reader<'_>) -> Result<Keyring, Error> {
    let rows: Vec<SigningKeyRow> = signing_keys::table
        .order(signing_keys::id)
        .select(SigningKeyRow::as_select())
        .load(db.connection())?;
    Ok(Keyring::new(rows.into_iter().filter_map(SigningKeyRow::into_key).collect()))
}

pub fn insert(tx: &mut Transaction<'_>, key: &SigningKey) -> Result<(), Error> {
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::key_id.eq(&key.id),
            signing_keys::algorithm.eq(key.algorithm.name()),
            signing_keys::private_key.eq(key.private_key.expose()),
            signing_keys::created_at.eq(to_stored(key.created_at)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

pub fn delete(tx: &mut Transaction<'_>, key_id: &str) -> Result<(), Error> {
    let key = signing_keys::table.filter(signing_keys::key_id.eq(key_id));
    diesel::delete(key).execute(tx.connection())?;
    Ok(())
}

/// Also those of algorithms that only a later release knows.
pub fn delete_all(tx: &mut Transaction<'_>) -> Result<(), Error> {
    diesel::delete(signing_keys::table).execute(tx.connection())?;
    Ok(())
}

/// Until the transaction ends nobody else makes or deletes a key.
pub fn lock(tx: &mut Transaction<'_>) -> Result<(), Error> {
    SIGNING_KEYS.take(tx)
}
