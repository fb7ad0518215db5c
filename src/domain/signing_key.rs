//! The keys that sign access tokens: which one signs, and which ones are still published.

use std::fmt;

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::{Duration, OffsetDateTime};
use zeroize::Zeroizing;

use super::coded::coded;

/// How long other services may cache the published keys.
pub const PUBLISHED_KEYS_KEPT: Duration = Duration::minutes(5);

/// How long a new key is published before it signs, so that a service with cached keys never meets an unknown key.
pub const PUBLISHED_BEFORE_USE: Duration = Duration::minutes(10);

/// The longest lifetime of an access token, whatever the settings say.
pub const MAX_ACCESS_TOKEN_LIFETIME: Duration = Duration::minutes(60);

/// How far the clocks of several processes may differ.
const CLOCK_DIFFERENCE: Duration = Duration::minutes(1);

/// How a key signs. The code is the name in a token's header (RFC 7518, section 3.1; RFC 8037, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
pub enum SigningAlgorithm {
    /// Ed25519.
    #[strum(serialize = "EdDSA")]
    EdDsa,
    /// ECDSA with P-256 and SHA-256, for services that verify with software without support for Ed25519.
    #[strum(serialize = "ES256")]
    Es256,
}

coded!(SigningAlgorithm);

/// A private key in PKCS #8, DER; `Debug` says only its name.
#[derive(Clone)]
pub struct PrivateKey(Zeroizing<Vec<u8>>);

impl PrivateKey {
    pub fn new(der: Vec<u8>) -> Self {
        Self(Zeroizing::new(der))
    }

    /// The secret itself: for signing and for the database.
    pub fn expose(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for PrivateKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PrivateKey")
    }
}

#[derive(Clone, Debug)]
pub struct SigningKey {
    /// The thumbprint of the public key (RFC 7638), which the header of a token names.
    pub id: String,
    pub algorithm: SigningAlgorithm,
    pub private_key: PrivateKey,
    pub created_at: OffsetDateTime,
}

/// What a service needs to verify a token, in the terms of a JSON Web Key (RFC 7517).
#[derive(Clone, Debug)]
pub struct PublicKey {
    pub id: String,
    pub algorithm: SigningAlgorithm,
    /// base64url, as is `y`.
    pub x: String,
    /// The second coordinate, which only ES256 has.
    pub y: Option<String>,
    pub created_at: OffsetDateTime,
}

/// The public keys of all signing keys that the database holds.
#[derive(Clone, Debug)]
pub struct Keyring(Vec<PublicKey>);

impl Keyring {
    pub fn new(mut keys: Vec<PublicKey>) -> Self {
        keys.sort_by_key(|key| key.created_at);
        Self(keys)
    }

    /// The newest key that has been published long enough, or else the oldest key.
    pub fn signing(&self, now: OffsetDateTime) -> Option<&PublicKey> {
        let is_known = |key: &&PublicKey| key.created_at + PUBLISHED_BEFORE_USE <= now;
        self.0.iter().rev().find(is_known).or(self.0.first())
    }

    pub fn newest(&self) -> Option<&PublicKey> {
        self.0.last()
    }

    /// The keys whose tokens are accepted, the oldest first.
    pub fn live(&self, now: OffsetDateTime) -> impl Iterator<Item = &PublicKey> {
        self.with_ends().filter(move |(_, end)| end.is_none_or(|end| now < end)).map(|(key, _)| key)
    }

    /// The keys whose last token has expired.
    pub fn dead(&self, now: OffsetDateTime) -> impl Iterator<Item = &PublicKey> {
        self.with_ends().filter(move |(_, end)| end.is_some_and(|end| end <= now)).map(|(key, _)| key)
    }

    pub fn find_live(&self, id: &str, now: OffsetDateTime) -> Option<&PublicKey> {
        self.live(now).find(|key| key.id == id)
    }

    /// Each key with the time at which its last token has expired, if there is a newer key.
    fn with_ends(&self) -> impl Iterator<Item = (&PublicKey, Option<OffsetDateTime>)> {
        let ends = self.0.iter().skip(1).map(|successor| {
            Some(successor.created_at + PUBLISHED_BEFORE_USE + MAX_ACCESS_TOKEN_LIFETIME + CLOCK_DIFFERENCE)
        });
        self.0.iter().zip(ends.chain([None]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(id: &str, minute: i64) -> PublicKey {
        PublicKey {
            id: id.into(),
            algorithm: SigningAlgorithm::EdDsa,
            x: String::new(),
            y: None,
            created_at: at(minute),
        }
    }

    fn at(minute: i64) -> OffsetDateTime {
        OffsetDateTime::UNIX_EPOCH + Duration::minutes(minute)
    }

    fn signing(keyring: &Keyring, minute: i64) -> &str {
        &keyring.signing(at(minute)).expect("a key").id
    }

    fn live(keyring: &Keyring, minute: i64) -> Vec<&str> {
        keyring.live(at(minute)).map(|key| key.id.as_str()).collect()
    }

    #[test]
    fn the_first_key_signs_at_once_and_a_later_one_when_it_is_known() {
        let keyring = Keyring::new(vec![key("second", 100), key("first", 0)]);
        assert_eq!(signing(&keyring, 0), "first");
        assert_eq!(signing(&keyring, 109), "first");
        assert_eq!(signing(&keyring, 110), "second");
        let young = Keyring::new(vec![key("first", 100), key("second", 101)]);
        assert_eq!(signing(&young, 102), "first");
        assert!(Keyring::new(Vec::new()).signing(at(0)).is_none());
    }

    #[test]
    fn an_old_key_verifies_until_its_last_token_is_dead() {
        let keyring = Keyring::new(vec![key("first", 0), key("second", 100)]);
        assert_eq!(live(&keyring, 100), ["first", "second"], "the new one is published at once");
        assert_eq!(live(&keyring, 170), ["first", "second"]);
        assert_eq!(live(&keyring, 171), ["second"]);
        assert_eq!(keyring.find_live("first", at(170)).map(|key| key.id.as_str()), Some("first"));
        assert!(keyring.find_live("first", at(171)).is_none());
        assert_eq!(keyring.dead(at(171)).count(), 1);
        assert_eq!(live(&keyring, 1_000_000), ["second"]);
    }

    #[test]
    fn a_key_has_a_name_and_no_text_shows_it() {
        for (algorithm, name) in [(SigningAlgorithm::EdDsa, "EdDSA"), (SigningAlgorithm::Es256, "ES256")] {
            assert_eq!((algorithm.code(), SigningAlgorithm::from_code(name)), (name, Some(algorithm)));
        }
        assert_eq!(SigningAlgorithm::from_code("none"), None);
        let private_key = PrivateKey::new(vec![7]);
        assert_eq!((private_key.expose(), format!("{private_key:?}").as_str()), (&[7][..], "PrivateKey"));
        let keyring = Keyring::new(vec![key("second", 100), key("first", 0)]);
        assert_eq!(keyring.newest().map(|key| key.id.as_str()), Some("second"));
    }
}
