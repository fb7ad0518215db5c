//! What a program is given instead of a session cookie: a token to get in with, and one to get the next.

use std::fmt;

use time::Duration;
use zeroize::Zeroizing;

use super::Token;

/// A signed access token; `Debug` says only its name.
#[derive(Clone)]
pub struct AccessToken(Zeroizing<String>);

impl AccessToken {
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The token itself: for the program that asked, and for verifying.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for AccessToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("AccessToken")
    }
}

/// A refresh token has two halves. The first stays the same as long as the session lasts, the second is valid for one use. A
/// client that presents the first with a second that is not the current one has a token that was used before.
#[derive(Clone, Debug)]
pub struct RefreshToken {
    pub session: Token,
    pub rotating: Token,
}

impl RefreshToken {
    /// The first one of a new session.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self { session: Token::generate()?, rotating: Token::generate()? })
    }

    /// The one that takes its place.
    pub fn next(&self) -> Result<Self, getrandom::Error> {
        Ok(Self { session: self.session.clone(), rotating: Token::generate()? })
    }

    /// None if it cannot be one of ours.
    pub fn parse(text: &str) -> Option<Self> {
        let (session, rotating) = text.split_once('.')?;
        Some(Self { session: Token::parse(session)?, rotating: Token::parse(rotating)? })
    }

    /// For the program that asked, and for nothing else.
    pub fn expose(&self) -> String {
        format!("{}.{}", self.session.expose(), self.rotating.expose())
    }
}

/// What a program gets for an address and a password, or for a refresh token.
#[derive(Clone, Debug)]
pub struct IssuedTokens {
    pub access: AccessToken,
    /// Of the access token.
    pub expires_in: Duration,
    pub refresh: RefreshToken,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refresh_token_survives_its_text_and_the_next_one_shares_its_first_half() {
        let first = RefreshToken::generate().expect("randomness");
        let read = RefreshToken::parse(&first.expose()).expect("our own text");
        assert_eq!(read.session.digest(), first.session.digest());
        assert_eq!(read.rotating.digest(), first.rotating.digest());
        let next = first.next().expect("randomness");
        assert_eq!(next.session.digest(), first.session.digest());
        assert_ne!(next.rotating.digest(), first.rotating.digest());
        for text in ["", ".", "a.b", &first.session.expose(), &format!("{}.", first.session.expose())] {
            assert!(RefreshToken::parse(text).is_none(), "{text:?}");
        }
    }
}
