//! The tokens of a program, which replace the session cookie: one for access, and one to get the next pair.

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

    /// The token itself: for the program that requested it, and for verification.
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
    /// The first token of a new session.
    pub fn generate() -> Result<Self, getrandom::Error> {
        Ok(Self { session: Token::generate()?, rotating: Token::generate()? })
    }

    /// The token that replaces this one.
    pub fn next(&self) -> Result<Self, getrandom::Error> {
        Ok(Self { session: self.session.clone(), rotating: Token::generate()? })
    }

    /// `None` if this server cannot have issued it.
    pub fn parse(text: &str) -> Option<Self> {
        let (session, rotating) = text.split_once('.')?;
        Some(Self { session: Token::parse(session)?, rotating: Token::parse(rotating)? })
    }

    /// The token itself: for the program that requested it, and for nothing else.
    pub fn expose(&self) -> String {
        format!("{}.{}", self.session.expose(), self.rotating.expose())
    }
}

/// The tokens that a program gets for an address and a password, or for a refresh token.
#[derive(Clone, Debug)]
pub struct IssuedTokens {
    pub access: AccessToken,
    /// The lifetime of the access token.
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

    #[test]
    fn debug_shows_no_token() {
        let access = AccessToken::new("header.claims.signature".into());
        assert_eq!(
            (access.expose(), format!("{access:?}").as_str()),
            ("header.claims.signature", "AccessToken")
        );
        let refresh = RefreshToken::generate().expect("randomness");
        assert_eq!(format!("{refresh:?}"), "RefreshToken { session: Token, rotating: Token }");
    }
}
