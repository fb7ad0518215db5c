//! The keys that sign access tokens: created at the first start, published, and replaced at an operator's command.

use time::{Duration, OffsetDateTime};

use super::Tokens;
use super::stored_keys::{open_private_key, purpose, verify_stored_keys};
use crate::accounts::Failure;
use crate::accounts::failure::fails_with_failure;
use crate::domain::{Keyring, PUBLISHED_BEFORE_USE, PublicKey, SigningAlgorithm, SigningKey, is_ahead};
use crate::secrets::SecretsError;
use crate::storage::signing_keys::{self, MAX_KEYS, StoredKey, StoredPrivateKey};
use crate::storage::{self, Reader, Transaction};
use crate::token_signing::{self, SigningError};

/// A key, as the operator sees it.
#[derive(Clone, Debug)]
pub struct KeyStatus {
    pub id: String,
    pub algorithm: SigningAlgorithm,
    pub created_at: OffsetDateTime,
    /// The other keys do not sign yet, or no longer.
    pub is_signing: bool,
    /// It was made by a clock that was ahead.
    pub is_from_the_future: bool,
}

/// A new key.
#[derive(Clone, Debug)]
pub struct RotatedKey {
    pub id: String,
    /// Until then, older keys sign.
    pub signs_at: OffsetDateTime,
    /// The key signs later than usual, because an older key has a date in the future.
    pub is_delayed: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldKeys {
    /// They sign until the new key is known everywhere, and are accepted until their last token has expired.
    PhaseOut,
    /// What they signed is no longer accepted: for a key that may have leaked.
    Forget,
}

#[derive(Debug, thiserror::Error)]
pub enum RotateKeysError {
    /// One more key would displace one that is still accepted.
    #[error("there are {MAX_KEYS} keys already, as many as are accepted at once")]
    TooMany,
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Tokens {
    /// Creates the first key, or one for a new algorithm if the newest key has another one. Encrypts keys that are
    /// stored in clear or are encrypted with an older secret key. Fails on a node whose secret keys differ from those
    /// of the other nodes. Safe when several processes start at once.
    pub async fn prepare(&self) -> Result<(), Failure> {
        let (algorithm, now) = (self.issuer.settings().algorithm, self.core.clock.now());
        let is_newest_right =
            move |keys: &[StoredKey]| newest(keys).is_some_and(|key| key.algorithm == algorithm);
        let tokens = self.clone();
        let look = move |db: &mut Reader<'_>| {
            let stored = signing_keys::all(db)?;
            Ok::<_, Failure>(is_newest_right(&stored) && tokens.are_sealed(db, &stored)?)
        };
        if self.core.storage.read(look).await? {
            return Ok(());
        }
        let tokens = self.clone();
        self.change_keys(move |tx, keys| {
            for key in keys {
                tokens.seal_anew(tx, key)?;
            }
            if !is_newest_right(keys) {
                tokens.add_key(tx, keys, now)?;
            }
            Ok(())
        })
        .await
    }

    /// Whether all private keys are encrypted with the current secret key and stored with their public halves.
    fn are_sealed(&self, db: &mut Reader<'_>, keys: &[StoredKey]) -> Result<bool, Failure> {
        for key in keys {
            if key.public_key.is_none() || !self.is_sealed(&self.stored_private_key(db, &key.id)?)? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    fn is_sealed(&self, private_key: &StoredPrivateKey) -> Result<bool, SecretsError> {
        match private_key {
            StoredPrivateKey::Sealed(sealed) => self.secrets.is_current(sealed),
            StoredPrivateKey::Clear(_) => Ok(false),
        }
    }

    fn seal_anew(&self, tx: &mut Transaction<'_>, key: &StoredKey) -> Result<(), Failure> {
        let stored = self.stored_private_key(tx, &key.id)?;
        if key.public_key.is_some() && self.is_sealed(&stored)? {
            return Ok(());
        }
        let key = self.open_key(key, &stored)?;
        let sealed = self.secrets.seal(&purpose(&key.id), key.private_key.expose())?;
        Ok(signing_keys::seal(tx, &token_signing::public_key(&key)?, &sealed)?)
    }

    fn stored_private_key(&self, db: &mut Reader<'_>, id: &str) -> Result<StoredPrivateKey, Failure> {
        Ok(signing_keys::private_key(db, id)?.ok_or(SigningError::NoKey)?)
    }

    fn open_key(&self, key: &StoredKey, stored: &StoredPrivateKey) -> Result<SigningKey, SecretsError> {
        let StoredKey { id, algorithm, created_at, .. } = key;
        let private_key = open_private_key(&self.secrets, id, stored)?;
        Ok(SigningKey { id: id.clone(), algorithm: *algorithm, private_key, created_at: *created_at })
    }

    /// The public halves of all keys. Reads the private half only for a key of an earlier release, which is stored
    /// without a public one.
    pub(super) fn keyring(&self, db: &mut Reader<'_>) -> Result<Keyring, Failure> {
        let mut keys = Vec::new();
        for key in signing_keys::all(db)? {
            keys.push(match key.public_key {
                Some(public_key) => public_key,
                None => {
                    let stored = self.stored_private_key(db, &key.id)?;
                    token_signing::public_key(&self.open_key(&key, &stored)?)?
                }
            });
        }
        Ok(Keyring::new(keys))
    }

    /// The key that signs now, with its private half.
    pub(super) fn signing_key(
        &self,
        db: &mut Reader<'_>,
        now: OffsetDateTime,
    ) -> Result<SigningKey, Failure> {
        let keys = self.keyring(db)?;
        let PublicKey { id, algorithm, created_at, .. } =
            keys.signing(now).ok_or(SigningError::NoKey)?.clone();
        let stored = self.stored_private_key(db, &id)?;
        let private_key = open_private_key(&self.secrets, &id, &stored)?;
        Ok(SigningKey { id, algorithm, private_key, created_at })
    }

    async fn read_keyring(&self) -> Result<Keyring, Failure> {
        let tokens = self.clone();
        self.core.storage.read(move |db| tokens.keyring(db)).await
    }

    /// Deletes the keys whose last token has expired.
    pub(in crate::accounts) async fn delete_expired_keys(&self) -> Result<(), Failure> {
        let now = self.core.clock.now();
        if self.read_keyring().await?.dead(now).next().is_none() {
            return Ok(());
        }
        let tokens = self.clone();
        self.change_keys(move |tx, _| tokens.delete_expired(tx, now)).await
    }

    /// Creates a new key. Forgetting the old ones does not decrypt them, so it also works if the secret key that
    /// encrypts them is lost.
    pub async fn rotate_keys(&self, old: OldKeys) -> Result<RotatedKey, RotateKeysError> {
        let (tokens, now) = (self.clone(), self.core.clock.now());
        self.change_keys(move |tx, keys| {
            match old {
                OldKeys::PhaseOut => {
                    tokens.delete_expired(tx, now)?;
                    if signing_keys::all(tx)?.len() >= MAX_KEYS {
                        return Err(RotateKeysError::TooMany);
                    }
                }
                OldKeys::Forget => signing_keys::delete_all(tx)?,
            }
            let older = if old == OldKeys::Forget { &[] } else { keys };
            let (id, created_at) = tokens.add_key(tx, older, now)?;
            let signs_at = if older.is_empty() { created_at } else { created_at + PUBLISHED_BEFORE_USE };
            Ok(RotatedKey { id, signs_at, is_delayed: is_ahead(created_at, now) })
        })
        .await
    }

    /// Changes the keys, while no other process can create or delete one.
    async fn change_keys<T: Send + 'static, E: From<storage::Error> + Send + 'static>(
        &self,
        change: impl FnOnce(&mut Transaction<'_>, &[StoredKey]) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        self.core
            .storage
            .write(move |tx| {
                signing_keys::lock(tx)?;
                let keys = signing_keys::all(tx)?;
                change(tx, &keys)
            })
            .await
    }

    /// Adds a key, and returns its id and its date. It gets the latest date of all keys, even if the clock of another
    /// process was ahead.
    fn add_key(
        &self,
        tx: &mut Transaction<'_>,
        keys: &[StoredKey],
        now: OffsetDateTime,
    ) -> Result<(String, OffsetDateTime), Failure> {
        let after_the_newest = newest(keys).map(|newest| newest.created_at + Duration::MICROSECOND);
        let created_at = after_the_newest.map_or(now, |after| after.max(now));
        let key = token_signing::generate(self.issuer.settings().algorithm, created_at)?;
        let sealed = self.secrets.seal(&purpose(&key.id), key.private_key.expose())?;
        signing_keys::insert(tx, &token_signing::public_key(&key)?, &sealed)?;
        Ok((key.id, created_at))
    }

    fn delete_expired(&self, tx: &mut Transaction<'_>, now: OffsetDateTime) -> Result<(), Failure> {
        for dead in self.keyring(tx)?.dead(now) {
            signing_keys::delete(tx, &dead.id)?;
        }
        Ok(signing_keys::delete_beyond_max(tx)?)
    }

    /// Decrypts every private key and compares it with its public half, and returns how many there are. Changes nothing:
    /// for the rehearsal of a back-up.
    pub async fn verify_stored_keys(&self) -> Result<usize, Failure> {
        let secrets = self.secrets.clone();
        self.core.storage.read(move |db| Ok(verify_stored_keys(db, &secrets)?)).await
    }

    /// The keys that are accepted, the oldest first.
    pub async fn signing_keys(&self) -> Result<Vec<KeyStatus>, Failure> {
        let now = self.core.clock.now();
        let keys = self.read_keyring().await?;
        let signing = keys.signing(now).map(|key| key.id.as_str());
        Ok(keys
            .live(now)
            .map(|key| KeyStatus {
                id: key.id.clone(),
                algorithm: key.algorithm,
                created_at: key.created_at,
                is_signing: signing == Some(&key.id),
                is_from_the_future: is_ahead(key.created_at, now),
            })
            .collect())
    }

    /// The public keys with which services verify access tokens.
    pub async fn public_keys(&self) -> Result<Vec<PublicKey>, Failure> {
        let now = self.core.clock.now();
        let keys = self.read_keyring().await?;
        Ok(keys.live(now).cloned().collect())
    }
}

fn newest(keys: &[StoredKey]) -> Option<&StoredKey> {
    keys.iter().max_by_key(|key| key.created_at)
}

fails_with_failure!(RotateKeysError);
