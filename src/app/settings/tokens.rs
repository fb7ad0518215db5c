//! The content of access tokens, and how long they are valid.

use crate::config::{self, Algorithm, ConfigError};
use crate::domain::{PublicUrl, SigningAlgorithm};
use crate::token_signing;

pub fn signing(
    tokens: &config::Tokens,
    public_url: &PublicUrl,
) -> Result<token_signing::Settings, ConfigError> {
    let audience = tokens.audience.clone().unwrap_or_else(|| public_url.to_string());
    if audience.trim().is_empty() {
        return Err(ConfigError::new("tokens.audience", "must not be empty"));
    }
    Ok(token_signing::Settings {
        issuer: public_url.to_string(),
        audience,
        life: time::Duration::minutes(tokens.access_minutes.into()),
        algorithm: match tokens.algorithm {
            Algorithm::EdDsa => SigningAlgorithm::EdDsa,
            Algorithm::Es256 => SigningAlgorithm::Es256,
        },
    })
}
