//! What a back-up does not contain, and a restore needs: the secret keys.

use std::path::Path;

use super::settings::Settings;
use crate::secrets::{self, Secrets, SecretsError};

/// The secrets file. `None` if the keys are in the configuration.
pub fn secrets_file(settings: &Settings) -> Option<&Path> {
    match &settings.secrets {
        secrets::Settings::File(path) => Some(path),
        secrets::Settings::Given(_) => None,
    }
}

/// Those of the keys that this node does not have.
///
/// # Errors
///
/// If the secrets file cannot be read.
pub fn missing_secret_keys(settings: &Settings, needed: &[String]) -> Result<Vec<String>, SecretsError> {
    let present = Secrets::new(settings.secrets.clone()).key_ids()?;
    Ok(needed.iter().filter(|id| !present.contains(id)).cloned().collect())
}
