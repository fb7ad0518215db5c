//! Access tokens: JSON Web Tokens after RFC 9068, signed by this server and valid for a few minutes. A service that has
//! the public keys can verify a token without a request to this server.

mod keys;
#[cfg(test)]
mod tests;

use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::{Header, Validation, decode, decode_header, encode};
use serde::{Deserialize, Serialize};
use time::{Duration, OffsetDateTime};

use crate::domain::{AccessToken, Bearer, Keyring, PublicId, Scope, SigningAlgorithm, SigningKey, Token};

pub use keys::{generate, public_key};

/// The `typ` of an access token (RFC 9068, section 2.1), so that no other kind of token is accepted as one.
const TYPE: &str = "at+jwt";

/// The settings of access tokens and keys.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The public URL.
    pub issuer: String,
    /// The service that accepts the tokens.
    pub audience: String,
    /// How long a token is valid, at most [`MAX_ACCESS_TOKEN_LIFETIME`](crate::domain::MAX_ACCESS_TOKEN_LIFETIME).
    pub life: Duration,
    /// The algorithm of new keys.
    pub algorithm: SigningAlgorithm,
}

#[derive(Debug, thiserror::Error)]
pub enum SigningError {
    #[error("no randomness: {0}")]
    Randomness(#[from] getrandom::Error),
    #[error("a signing key cannot be used: {0}")]
    Key(#[from] jsonwebtoken::errors::Error),
    #[error("a signing key cannot be made")]
    Generator,
    #[error("there is no signing key")]
    NoKey,
}

/// Why a token is not accepted. The program learns only whether the token has expired or is invalid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidToken {
    #[error("it has expired")]
    Expired,
    #[error("it is not one of ours, or not for us")]
    Foreign,
}

/// The claims of RFC 9068, section 2.2; `sid` is that of OpenID Connect.
#[derive(Debug, Deserialize, Serialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: String,
    exp: i64,
    iat: i64,
    jti: String,
    sid: String,
    client_id: String,
    scope: String,
}

/// Issues and verifies access tokens.
#[derive(Clone, Debug)]
pub struct Issuer {
    settings: Settings,
}

impl Issuer {
    pub fn new(settings: Settings) -> Self {
        Self { settings }
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    pub fn sign(
        &self,
        key: &SigningKey,
        bearer: &Bearer,
        now: OffsetDateTime,
    ) -> Result<AccessToken, SigningError> {
        let claims = Claims {
            iss: self.settings.issuer.clone(),
            sub: bearer.user.as_str().to_owned(),
            aud: self.settings.audience.clone(),
            exp: (now + self.settings.life).unix_timestamp(),
            iat: now.unix_timestamp(),
            jti: Token::generate()?.expose(),
            sid: bearer.session.as_str().to_owned(),
            client_id: bearer.client.clone(),
            scope: bearer.scope.to_string(),
        };
        let header = Header {
            typ: Some(TYPE.to_owned()),
            kid: Some(key.id.clone()),
            ..Header::new(keys::algorithm(key.algorithm))
        };
        Ok(AccessToken::new(encode(&header, &claims, &keys::private(key))?))
    }

    /// Verifies a token. The key, and with it the algorithm, comes from the key ring; the token only selects it.
    pub fn verify(&self, token: &str, keys: &Keyring, now: OffsetDateTime) -> Result<Bearer, InvalidToken> {
        let key = keys.find_live(&key_named(token)?, now).ok_or(InvalidToken::Foreign)?;
        let public = keys::public(key).map_err(|_| InvalidToken::Foreign)?;
        let mut validation = Validation::new(keys::algorithm(key.algorithm));
        validation.set_required_spec_claims(&["iss", "sub", "aud", "exp"]);
        validation.set_issuer(&[&self.settings.issuer]);
        validation.set_audience(&[&self.settings.audience]);
        // The expiry is checked below, with the server's own clock.
        validation.validate_exp = false;
        let claims = decode::<Claims>(token, &public, &validation).map_err(|_| InvalidToken::Foreign)?.claims;
        if claims.exp <= now.unix_timestamp() {
            return Err(InvalidToken::Expired);
        }
        Ok(Bearer {
            user: PublicId::from_text(claims.sub),
            session: PublicId::from_text(claims.sid),
            client: claims.client_id,
            scope: Scope::from_text(&claims.scope),
        })
    }
}

/// The key that a token names, if the text looks like an access token.
pub fn key_named(token: &str) -> Result<String, InvalidToken> {
    let header = decode_header(token).map_err(|_| InvalidToken::Foreign)?;
    let is_access_token = header.typ.as_deref() == Some(TYPE);
    header.kid.filter(|_| is_access_token).ok_or(InvalidToken::Foreign)
}

impl From<ErrorKind> for SigningError {
    fn from(kind: ErrorKind) -> Self {
        Self::Key(kind.into())
    }
}
