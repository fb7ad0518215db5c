//! The private halves of signing keys, as the database has them: encrypted, each bound to its row.

use crate::accounts::Failure;
use crate::domain::{PrivateKey, PublicKey, SigningKey};
use crate::secrets::{Secrets, SecretsError};
use crate::storage::signing_keys::{self, StoredPrivateKey};
use crate::storage::{self, Reader};
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

/// Why the stored keys could not be verified.
#[derive(Debug, thiserror::Error)]
pub enum StoredKeyError {
    /// The keys were not read, so nothing is known of them.
    #[error(transparent)]
    Storage(#[from] storage::Error),
    #[error(transparent)]
    Secrets(#[from] SecretsError),
    #[error(transparent)]
    Signing(#[from] SigningError),
}

impl From<StoredKeyError> for Failure {
    fn from(error: StoredKeyError) -> Self {
        match error {
            StoredKeyError::Storage(error) => error.into(),
            StoredKeyError::Secrets(error) => error.into(),
            StoredKeyError::Signing(error) => error.into(),
        }
    }
}

/// Decrypts every private key and compares it with its public half, and returns how many there are. Changes nothing.
///
/// # Errors
///
/// If a secret key is missing, or a stored key was changed.
pub fn verify_stored_keys(db: &mut Reader<'_>, secrets: &Secrets) -> Result<usize, StoredKeyError> {
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
