//! A secret of the server that goes into every hash, so that an attacker with only the database cannot guess passwords.

use std::fmt;
use std::sync::Arc;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// A random secret of this length is as hard to guess as the tag itself; `openssl rand -base64 32` makes 44 characters.
const SHORTEST: usize = 32;
const LONGEST: usize = 256;

/// Argon2's secret input (RFC 9106, section 3.1, `K`).
#[derive(Clone)]
pub struct Pepper {
    secret: Arc<Zeroizing<Vec<u8>>>,
    id: PepperId,
}

/// Identifies the pepper of a hash. Stored in the PHC string as `keyid`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PepperId([u8; 8]);

#[derive(Debug, thiserror::Error)]
#[error("must be from {SHORTEST} to {LONGEST} characters; openssl rand -base64 32 makes a good one")]
pub struct InvalidPepper;

impl Pepper {
    pub fn new(secret: &str) -> Result<Self, InvalidPepper> {
        if !(SHORTEST..=LONGEST).contains(&secret.len()) {
            return Err(InvalidPepper);
        }
        let digest = Sha256::new().chain_update("frontdesk pepper id\0").chain_update(secret).finalize();
        let mut id = [0; 8];
        id.copy_from_slice(&digest[..8]);
        Ok(Self { secret: Arc::new(Zeroizing::new(secret.as_bytes().to_vec())), id: PepperId(id) })
    }

    pub(super) fn id(&self) -> PepperId {
        self.id
    }
}

impl PepperId {
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Pepper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Pepper")
    }
}

/// The pepper of new hashes, and the one before it.
#[derive(Clone, Debug, Default)]
pub struct Peppers {
    /// `None` to hash without a pepper.
    pub current: Option<Pepper>,
    /// The pepper before the last change. Hashes made with it are renewed at log-in.
    pub previous: Option<Pepper>,
}

impl Peppers {
    /// The pepper with this id, or `Some(None)` for a hash without a pepper. `None` if the pepper is not configured any
    /// more.
    pub(super) fn find(&self, id: &[u8]) -> Option<Option<&Pepper>> {
        if id.is_empty() {
            return Some(None);
        }
        [&self.current, &self.previous]
            .into_iter()
            .flatten()
            .find(|pepper| pepper.id.as_bytes() == id)
            .map(Some)
    }
}

/// The secret input of Argon2; empty without a pepper.
pub(super) fn secret(pepper: Option<&Pepper>) -> &[u8] {
    pepper.map_or(&[], |pepper| pepper.secret.as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_short_one_is_refused_and_none_is_shown() {
        assert!(Pepper::new(&"x".repeat(31)).is_err());
        let pepper = Pepper::new(&"x".repeat(32)).expect("long enough");
        assert_eq!(format!("{pepper:?}"), "Pepper");
    }

    #[test]
    fn each_has_its_id() {
        let [old, new] = ["a", "b"].map(|letter| Pepper::new(&letter.repeat(40)).expect("long enough"));
        assert_ne!(old.id(), new.id());
        let peppers = Peppers { current: Some(new), previous: Some(old.clone()) };
        assert_eq!(peppers.find(old.id().as_bytes()).flatten().map(Pepper::id), Some(old.id()));
        assert!(matches!(peppers.find(&[]), Some(None)));
        assert!(peppers.find(b"stranger").is_none());
    }
}
