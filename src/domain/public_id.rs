//! The id of a user or a session for other services: unlike the number of a row, it reveals neither order nor amount.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

/// 128 random bits as 22 characters of URL-safe base64. Not a secret: it gives no access.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicId(String);

impl PublicId {
    pub fn generate() -> Result<Self, getrandom::Error> {
        let mut octets = [0; 16];
        getrandom::fill(&mut octets)?;
        Ok(Self(URL_SAFE_NO_PAD.encode(octets)))
    }

    /// An id from the database, or from a token that this server signed.
    pub fn from_text(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_differ_and_need_no_escaping_in_an_address() {
        let (one, other) =
            (PublicId::generate().expect("randomness"), PublicId::generate().expect("randomness"));
        assert_ne!(one, other);
        assert_eq!(one.as_str().len(), 22);
        assert!(one.as_str().chars().all(|c| c.is_ascii_alphanumeric() || c == '-' || c == '_'), "{one:?}");
    }
}
