//! The `signing_keys` table: the keys that sign access tokens.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::locks::SIGNING_KEYS;
use super::engine::timestamp::{from_stored, to_stored};
use super::schema::signing_keys;
use super::{Error, Reader, Transaction};
use crate::domain::{PrivateKey, PublicKey, Sealed, SigningAlgorithm};

/// A key as it is stored, without its private half.
pub struct StoredKey {
    /// The thumbprint of the public key (RFC 7638).
    pub id: String,
    pub algorithm: SigningAlgorithm,
    pub created_at: OffsetDateTime,
    /// `None` for a key of an earlier release, until the next start.
    pub public_key: Option<PublicKey>,
}

pub enum StoredPrivateKey {
    /// Not encrypted, as 0.1 stored it. The next start encrypts it.
    Clear(PrivateKey),
    Sealed(Sealed),
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signing_keys)]
struct SigningKeyRow {
    key_id: String,
    algorithm: String,
    created_at: PrimitiveDateTime,
    public_x: Option<String>,
    public_y: Option<String>,
}

impl SigningKeyRow {
    /// `None` for an algorithm that only a later release knows.
    fn into_key(self) -> Option<StoredKey> {
        let algorithm = SigningAlgorithm::from_code(&self.algorithm)?;
        let (id, created_at, y) = (self.key_id, from_stored(self.created_at), self.public_y);
        let public_key = self.public_x.map(|x| PublicKey { id: id.clone(), algorithm, x, y, created_at });
        Some(StoredKey { id, algorithm, created_at, public_key })
    }
}

/// The maximum number of keys that are accepted at once. The server reads all of them to verify an access token.
pub const MAX_KEYS: usize = 50;

/// The keys in the order in which they were created: at most the newest [`MAX_KEYS`].
pub fn all(db: &mut Reader<'_>) -> Result<Vec<StoredKey>, Error> {
    let rows: Vec<SigningKeyRow> = signing_keys::table
        .order(signing_keys::id.desc())
        .limit(MAX_KEYS as i64)
        .select(SigningKeyRow::as_select())
        .load(db.connection())?;
    Ok(rows.into_iter().rev().filter_map(SigningKeyRow::into_key).collect())
}

/// The private half of a key: to sign, and to encrypt it again.
pub fn private_key(db: &mut Reader<'_>, id: &str) -> Result<Option<StoredPrivateKey>, Error> {
    let row: Option<(Vec<u8>, Option<String>)> = signing_keys::table
        .filter(signing_keys::key_id.eq(id))
        .select((signing_keys::private_key, signing_keys::sealed_by))
        .first(db.connection())
        .optional()?;
    Ok(row.map(|(octets, sealed_by)| match sealed_by {
        Some(key_id) => StoredPrivateKey::Sealed(Sealed { key_id, octets }),
        None => StoredPrivateKey::Clear(PrivateKey::new(octets)),
    }))
}

/// For each signing key, the id of the secret key that encrypts it, if one does.
pub fn sealed_by(db: &mut Reader<'_>) -> Result<Vec<Option<String>>, Error> {
    Ok(signing_keys::table.select(signing_keys::sealed_by).load(db.connection())?)
}

pub fn insert(tx: &mut Transaction<'_>, public_key: &PublicKey, private_key: &Sealed) -> Result<(), Error> {
    diesel::insert_into(signing_keys::table)
        .values((
            signing_keys::key_id.eq(&public_key.id),
            signing_keys::algorithm.eq(public_key.algorithm.code()),
            signing_keys::public_x.eq(&public_key.x),
            signing_keys::public_y.eq(&public_key.y),
            signing_keys::private_key.eq(&private_key.octets),
            signing_keys::sealed_by.eq(&private_key.key_id),
            signing_keys::created_at.eq(to_stored(public_key.created_at)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Stores the public half of a key of an earlier release, or a private half that was encrypted again.
pub fn seal(tx: &mut Transaction<'_>, public_key: &PublicKey, private_key: &Sealed) -> Result<(), Error> {
    let key = signing_keys::table.filter(signing_keys::key_id.eq(&public_key.id));
    diesel::update(key)
        .set((
            signing_keys::public_x.eq(&public_key.x),
            signing_keys::public_y.eq(&public_key.y),
            signing_keys::private_key.eq(&private_key.octets),
            signing_keys::sealed_by.eq(&private_key.key_id),
        ))
        .execute(tx.connection())?;
    Ok(())
}

pub fn delete(tx: &mut Transaction<'_>, id: &str) -> Result<(), Error> {
    let key = signing_keys::table.filter(signing_keys::key_id.eq(id));
    diesel::delete(key).execute(tx.connection())?;
    Ok(())
}

/// Deletes the keys that [`all`] does not return because there are too many.
pub fn delete_beyond_max(tx: &mut Transaction<'_>) -> Result<(), Error> {
    let newest_beyond: Option<i64> = signing_keys::table
        .order(signing_keys::id.desc())
        .offset(MAX_KEYS as i64)
        .limit(1)
        .select(signing_keys::id)
        .first(tx.connection())
        .optional()?;
    if let Some(id) = newest_beyond {
        diesel::delete(signing_keys::table.filter(signing_keys::id.le(id))).execute(tx.connection())?;
    }
    Ok(())
}

/// Deletes all keys, including those of algorithms that only a later release knows.
pub fn delete_all(tx: &mut Transaction<'_>) -> Result<(), Error> {
    diesel::delete(signing_keys::table).execute(tx.connection())?;
    Ok(())
}

/// Until this transaction ends, no other process creates or deletes a key.
pub fn lock(tx: &mut Transaction<'_>) -> Result<(), Error> {
    SIGNING_KEYS.take(tx)
}
