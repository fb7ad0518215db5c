//! The secret keys: the current one encrypts, and older ones still decrypt.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use aws_lc_rs::aead::{AES_256_GCM, Aad, Nonce, RandomizedNonceKey};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::domain::Sealed;

/// AES-256.
const KEY_OCTETS: usize = 32;

/// A nonce of GCM (NIST SP 800-38D, section 5.2.1.1). It is random: one key may encrypt 2^32 times (section 8.3), and
/// does so a few times a year.
const NONCE_OCTETS: usize = 12;

/// As text: the keys in base64, the current one first, with white space between them; a comment starts with `#` and
/// ends with the line.
#[derive(Clone)]
pub struct Keys(Arc<Vec<Key>>);

struct Key {
    /// Distinguishes keys and reveals nothing about them: the start of a SHA-256 of the key.
    id: String,
    octets: Zeroizing<[u8; KEY_OCTETS]>,
}

#[derive(Debug, thiserror::Error)]
#[error(
    "must be 32 octets in base64, as openssl rand -base64 32 makes them; several with white space between"
)]
pub struct InvalidKeys;

impl Key {
    fn new(octets: Zeroizing<[u8; KEY_OCTETS]>) -> Self {
        let digest =
            Sha256::new().chain_update("frontdesk secrets key id\0").chain_update(*octets).finalize();
        let id = digest.iter().take(4).map(|octet| format!("{octet:02x}")).collect();
        Self { id, octets }
    }

    fn cipher(&self) -> Option<RandomizedNonceKey> {
        RandomizedNonceKey::new(&AES_256_GCM, self.octets.as_slice()).ok()
    }
}

impl Keys {
    /// A new key from the operating system's generator, before the older ones; `None` if the generator has no
    /// randomness.
    pub fn generate(older: Option<Keys>) -> Option<Self> {
        let mut octets = Zeroizing::new([0; KEY_OCTETS]);
        getrandom::fill(octets.as_mut()).ok()?;
        let older = older.iter().flat_map(|keys| keys.0.iter());
        let older = older.map(|key| Key { id: key.id.clone(), octets: key.octets.clone() });
        Some(Self(Arc::new([Key::new(octets)].into_iter().chain(older).collect())))
    }

    pub fn current_id(&self) -> &str {
        self.0.first().map_or("", |key| &key.id)
    }

    /// The ids of the keys, the current one first.
    pub fn ids(&self) -> Vec<String> {
        self.0.iter().map(|key| key.id.clone()).collect()
    }

    /// The secret itself: for the secrets file.
    pub fn expose(&self) -> Zeroizing<String> {
        let mut text = Zeroizing::new(String::new());
        for key in self.0.iter() {
            let line = Zeroizing::new(STANDARD.encode(key.octets.as_slice()));
            text.push_str(&line);
            text.push('\n');
        }
        text
    }

    /// Encrypts: the nonce, the ciphertext and its tag; `None` if the cipher fails.
    pub fn seal(&self, purpose: &str, plain: &[u8]) -> Option<Sealed> {
        let key = self.0.first()?;
        let mut octets = plain.to_vec();
        let nonce = key.cipher()?.seal_in_place_append_tag(Aad::from(purpose), &mut octets).ok()?;
        octets.splice(0..0, nonce.as_ref().iter().copied());
        Some(Sealed { key_id: key.id.clone(), octets })
    }

    /// Decrypts. The outer value is `None` if no key has that id; the inner one is `None` if the ciphertext was changed
    /// or has another purpose.
    pub fn open(&self, purpose: &str, sealed: &Sealed) -> Option<Option<Zeroizing<Vec<u8>>>> {
        let key = self.0.iter().find(|key| key.id == sealed.key_id)?;
        Some(key.open(purpose, &sealed.octets))
    }
}

impl Key {
    fn open(&self, purpose: &str, octets: &[u8]) -> Option<Zeroizing<Vec<u8>>> {
        let (nonce, sealed) = octets.split_at_checked(NONCE_OCTETS)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
        let mut opened = Zeroizing::new(sealed.to_vec());
        let length = self.cipher()?.open_in_place(nonce, Aad::from(purpose), &mut opened).ok()?.len();
        opened.truncate(length);
        Some(opened)
    }
}

impl FromStr for Keys {
    type Err = InvalidKeys;

    fn from_str(text: &str) -> Result<Self, InvalidKeys> {
        let lines = text.lines().map(|line| line.split('#').next().unwrap_or_default());
        let keys: Result<Vec<Key>, InvalidKeys> = lines.flat_map(str::split_whitespace).map(parse).collect();
        let keys = keys?;
        if keys.is_empty() { Err(InvalidKeys) } else { Ok(Self(Arc::new(keys))) }
    }
}

fn parse(word: &str) -> Result<Key, InvalidKeys> {
    let octets = Zeroizing::new(STANDARD.decode(word).map_err(|_| InvalidKeys)?);
    Ok(Key::new(Zeroizing::new(octets.as_slice().try_into().map_err(|_| InvalidKeys)?)))
}

impl fmt::Debug for Keys {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Keys")
    }
}
