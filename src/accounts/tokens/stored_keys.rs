//! The private halves of signing keys, as the database has them: encrypted, each bound to its row.

use crate::accounts::Failure;
use crate::domain::{PrivateKey, PublicKey, SigningKey};
use crate::secrets::{Secrets, SecretsError};
use crate::storage::Reader;
use crate::storage::signing_keys::{self, StoredPrivateKey};
use crate::token_signing::{self, SigningError};

/// Binds an encrypted private key to its row: it cannot be decrypted in another one.
pub fn purpose(key_id: &str) -> String {
    format!("signing key {key_id}")
}

pub fn open_private_key(
    secrets: &Secrets,
    id: &str,
    stored: &StoredPrivateKey,
) -> Result<PrivateKey, SecretsError> {
    match stored {
        StoredPrivateKey::Clear(key) => Ok(key.clone()),
        StoredPrivateKey::Sealed(sealed) => {
            let mut opened = secrets.open(&purpose(id), sealed)?;
            Ok(PrivateKey::new(std::mem::take(&mut *opened)))
        }
    }
}

/// Decrypts every private key and compares it with its public half, and returns how many there are. Changes nothing.
///
/// # Errors
///
/// If a secret key is missing, or a stored key was changed.
pub fn verify_stored_keys(db: &mut Reader<'_>, secrets: &Secrets) -> Result<usize, Failure> {
    let keys = signing_keys::all(db)?;
    for key in &keys {
        let stored = signing_keys::private_key(db, &key.id)?.ok_or(SigningError::NoKey)?;
        let private_key = open_private_key(secrets, &key.id, &stored)?;
        let (id, algorithm, created_at) = (key.id.clone(), key.algorithm, key.created_at);
        let opened = SigningKey { id, algorithm, private_key, created_at };
        let PublicKey { x, y, .. } = token_signing::public_key(&opened)?;
        if key.public_key.as_ref().is_some_and(|stored| (&stored.x, &stored.y) != (&x, &y)) {
            return Err(SecretsError::Damaged.into());
        }
    }
    Ok(keys.len())
}
