//! The keys that sign access tokens: made at the first start, published, and replaced when an operator says so.

use time::{Duration, OffsetDateTime};

use super::{Accounts, Failure};
use crate::domain::{Keyring, PublicKey, SigningAlgorithm};
use crate::storage::{Transaction, signing_keys};
use crate::token_signing::{self, SigningError};

/// A key, for the operator.
#[derive(Clone, Debug)]
pub struct KeyStatus {
    pub id: String,
    pub algorithm: SigningAlgorithm,
    pub created_at: OffsetDateTime,
    /// The others are on their way in or out.
    pub is_signing: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OldKeys {
    /// They sign until the new key is known everywhere, and are accepted until their last token has expired.
    PhaseOut,
    /// Nothing that they signed is accepted any more: for a key that may be in other hands.
    Forget,
}

impl Accounts {
    /// Makes the first key, or one for another algorithm than the newest key has. Safe when several processes start at
    /// once.
    pub async fn prepare_signing(&self) -> Result<(), Failure> {
        let (algorithm, now) = (self.0.signing.algorithm, self.0.clock.now());
        let is_ready = move |keys: &Keyring| keys.newest().is_some_and(|key| key.algorithm == algorithm);
        if is_ready(&self.0.storage.read(signing_keys::all).await?) {
            return Ok(());
        }
        self.change_keys(move |tx, keys| {
            if !is_ready(keys) {
                add_key(tx, keys, algorithm, now)?;
            }
            Ok(())
        })
        .await
    }

    /// Forgets the keys whose last token is dead.
    pub(super) async fn forget_dead_keys(&self) -> Result<(), Failure> {
        let now = self.0.clock.now();
        if self.0.storage.read(signing_keys::all).await?.dead(now).next().is_none() {
            return Ok(());
        }
        self.change_keys(move |tx, keys| forget_dead(tx, keys, now)).await
    }

    /// Makes a new key, and says its name.
    pub async fn rotate_keys(&self, old: OldKeys) -> Result<String, Failure> {
        let (algorithm, now) = (self.0.signing.algorithm, self.0.clock.now());
        self.change_keys(move |tx, keys| {
            match old {
                OldKeys::PhaseOut => forget_dead(tx, keys, now)?,
                OldKeys::Forget => signing_keys::delete_all(tx)?,
            }
            add_key(tx, keys, algorithm, now)
        })
        .await
    }

    /// Nobody else makes or deletes a key meanwhile.
    async fn change_keys<T: Send + 'static>(
        &self,
        change: impl FnOnce(&mut Transaction<'_>, &Keyring) -> Result<T, Failure> + Send + 'static,
    ) -> Result<T, Failure> {
        self.0
            .storage
            .write(move |tx| {
                signing_keys::lock(tx)?;
                let keys = signing_keys::all(tx)?;
                change(tx, &keys)
            })
            .await
    }

    /// The keys that are accepted, the oldest first.
    pub async fn signing_keys(&self) -> Result<Vec<KeyStatus>, Failure> {
        let now = self.0.clock.now();
        let keys = self.0.storage.read(signing_keys::all).await?;
        let signing = keys.signing(now).map(|key| key.id.as_str());
        Ok(keys
            .live(now)
            .map(|key| KeyStatus {
                id: key.id.clone(),
                algorithm: key.algorithm,
                created_at: key.created_at,
                is_signing: signing == Some(&key.id),
            })
            .collect())
    }

    /// What others need to verify our access tokens.
    pub async fn public_keys(&self) -> Result<Vec<PublicKey>, Failure> {
        let now = self.0.clock.now();
        let keys = self.0.storage.read(signing_keys::all).await?;
        Ok(keys.live(now).map(token_signing::public_key).collect::<Result<_, SigningError>>()?)
    }
}

/// Adds a key and says its name. It is the newest, whatever the clock says that another process had.
fn add_key(
    tx: &mut Transaction<'_>,
    keys: &Keyring,
    algorithm: SigningAlgorithm,
    now: OffsetDateTime,
) -> Result<String, Failure> {
    let after_the_newest = keys.newest().map(|newest| newest.created_at + Duration::MICROSECOND);
    let key = token_signing::generate(algorithm, after_the_newest.map_or(now, |after| after.max(now)))?;
    signing_keys::insert(tx, &key)?;
    Ok(key.id)
}

fn forget_dead(tx: &mut Transaction<'_>, keys: &Keyring, now: OffsetDateTime) -> Result<(), Failure> {
    for dead in keys.dead(now) {
        signing_keys::delete(tx, &dead.id)?;
    }
    Ok(())
}
