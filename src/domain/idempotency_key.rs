//! A name that a program gives to a sign-up, so that a repeated request does not create a second account
//! (draft-ietf-httpapi-idempotency-key-header).

use std::fmt;

use sha2::{Digest, Sha256};

use super::TokenDigest;

const LONGEST: usize = 255;

/// 1 to 255 printable ASCII characters without spaces. The database stores only its digest. A client that knows the key
/// can use it up, so `Debug` prints only the name of the type.
#[derive(Clone, PartialEq, Eq)]
pub struct IdempotencyKey(String);

impl IdempotencyKey {
    /// `None` if the text is empty, too long, or has other characters.
    pub fn parse(text: &str) -> Option<Self> {
        let is_right = (1..=LONGEST).contains(&text.len()) && text.chars().all(|c| c.is_ascii_graphic());
        is_right.then(|| Self(text.to_owned()))
    }

    pub fn digest(&self) -> TokenDigest {
        TokenDigest::new(Sha256::digest(&self.0).to_vec())
    }
}

impl fmt::Debug for IdempotencyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("IdempotencyKey")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_is_printable_and_short_is_a_key() {
        for text in ["k", "8e03978e-40d5-43dd-bc93-6894a57f9324", "\"quoted\"", &"k".repeat(255)] {
            assert!(IdempotencyKey::parse(text).is_some(), "{text}");
        }
        for text in ["", "two words", "kl\u{fc}", "tab\t", &"k".repeat(256)] {
            assert!(IdempotencyKey::parse(text).is_none(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_key_is_what_was_sent(text in "[!-~]{0,300}|.*") {
            if let Some(key) = IdempotencyKey::parse(&text) {
                prop_assert_eq!(key.digest(), TokenDigest::new(Sha256::digest(&text).to_vec()));
                prop_assert_eq!(format!("{key:?}"), "IdempotencyKey");
            }
        }
    }
}
