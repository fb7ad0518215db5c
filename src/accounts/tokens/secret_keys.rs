//! The keys that encrypt stored secrets: lists them, and adds a new one.

use std::collections::BTreeMap;

use super::Tokens;
use crate::accounts::Failure;
use crate::storage::signing_keys;

/// A key, as the operator sees it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecretKeyStatus {
    pub id: String,
    /// This key encrypts; the others only decrypt.
    pub is_current: bool,
    /// Whether this node has it.
    pub is_present: bool,
    /// How many secrets in the database are encrypted with it.
    pub used: usize,
}

impl Tokens {
    /// All keys of this node, the current one first, followed by keys that the database needs and this node lacks.
    pub async fn secret_keys(&self) -> Result<Vec<SecretKeyStatus>, Failure> {
        let present = self.secrets.key_ids()?;
        let mut used: BTreeMap<String, usize> = BTreeMap::new();
        for key_id in self.core.storage.read(signing_keys::sealed_by).await?.into_iter().flatten() {
            *used.entry(key_id).or_default() += 1;
        }
        let mut keys: Vec<SecretKeyStatus> = present
            .into_iter()
            .enumerate()
            .map(|(place, id)| SecretKeyStatus {
                used: used.remove(&id).unwrap_or_default(),
                is_current: place == 0,
                is_present: true,
                id,
            })
            .collect();
        keys.extend(used.into_iter().map(|(id, used)| SecretKeyStatus {
            id,
            is_current: false,
            is_present: false,
            used,
        }));
        Ok(keys)
    }

    /// Adds a new key before the others, and returns its id; `None` if the keys are given in the configuration. The
    /// next start encrypts the stored secrets with it.
    pub async fn rotate_secret_key(&self) -> Result<Option<String>, Failure> {
        Ok(self.secrets.rotate()?)
    }

    /// Describes where the keys are stored.
    pub fn secret_keys_place(&self) -> String {
        self.secrets.place()
    }
}
