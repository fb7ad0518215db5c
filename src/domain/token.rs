//! Tokens that give access: a client gets the plain token once, and the database stores only its digest.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// 256 random bits. OWASP ASVS 5.0 (7.2.3) asks for at least 128.
const OCTETS: usize = 32;

/// A plain token; `Debug` says only its name.
#[derive(Clone)]
pub struct Token(Zeroizing<[u8; OCTETS]>);

/// The SHA-256 of a token, which the database stores.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct TokenDigest(Vec<u8>);

impl Token {
    /// A new token from the operating system's generator.
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut octets = Zeroizing::new([0; OCTETS]);
        getrandom::fill(octets.as_mut())?;
        Ok(Self(octets))
    }

    /// Reads a token from a cookie or a link; `None` if this server cannot have issued it.
    pub fn parse(text: &str) -> Option<Self> {
        let octets = Zeroizing::new(URL_SAFE_NO_PAD.decode(text).ok()?);
        Some(Self(Zeroizing::new(octets.as_slice().try_into().ok()?)))
    }

    /// The token as 43 characters of URL-safe base64: for the cookie or the link, and for nothing else.
    pub fn expose(&self) -> String {
        URL_SAFE_NO_PAD.encode(self.0.as_slice())
    }

    pub fn digest(&self) -> TokenDigest {
        TokenDigest(Sha256::digest(self.0.as_slice()).to_vec())
    }
}

impl TokenDigest {
    /// The SHA-256 of another value that an attacker could use.
    pub fn new(sha256: Vec<u8>) -> Self {
        Self(sha256)
    }

    pub fn as_slice(&self) -> &[u8] {
        &self.0
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_token_survives_its_text_and_no_other_text_is_one() {
        let token = Token::generate().expect("randomness");
        let read = Token::parse(&token.expose()).expect("our own text");
        assert_eq!(read.digest(), token.digest());
        for text in ["", "short", "!!!", &format!("{}A", token.expose())] {
            assert!(Token::parse(text).is_none(), "{text:?}");
        }
    }

    #[test]
    fn a_digest_is_sha_256_and_no_text_shows_the_token() {
        let token = Token::parse(&"A".repeat(43)).expect("32 octets");
        assert_eq!(token.digest().as_slice(), Sha256::digest([0; 32]).as_slice());
        assert_eq!(TokenDigest::new(vec![1, 2]).as_slice(), [1, 2]);
        assert_eq!(format!("{token:?}"), "Token");
    }

    proptest! {
        #[test]
        fn one_text_is_one_token(text in "[A-Za-z0-9_-]{42,44}|.*") {
            if let Some(token) = Token::parse(&text) {
                prop_assert_eq!(token.expose(), text);
            }
        }
    }
}
