//! What access tokens say and for how long.

use super::bounds::within;
use crate::config::{self, ConfigError};
use crate::domain::{LONGEST_ACCESS, PublicUrl, SigningAlgorithm};
use crate::token_signing;

pub fn signing(
    tokens: &config::Tokens,
    public_url: &PublicUrl,
) -> Result<token_signing::Settings, ConfigError> {
    let algorithm = SigningAlgorithm::from_name(&tokens.algorithm)
        .ok_or_else(|| ConfigError::new("tokens.algorithm", "must be EdDSA or ES256"))?;
    let longest = u32::try_from(LONGEST_ACCESS.whole_minutes()).unwrap_or(u32::MAX);
    let minutes = within("tokens.access_minutes", tokens.access_minutes, 1..=longest)?;
    let audience = tokens.audience.clone().unwrap_or_else(|| public_url.to_string());
    if audience.trim().is_empty() {
        return Err(ConfigError::new("tokens.audience", "must not be empty"));
    }
    Ok(token_signing::Settings {
        issuer: public_url.to_string(),
        audience,
        life: time::Duration::minutes(minutes.into()),
        algorithm,
    })
}
