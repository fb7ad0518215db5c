//! Where the secret keys are stored.

use crate::config::{Config, ConfigError, Secret};
use crate::secrets;

pub fn secrets(config: &Config) -> Result<secrets::Settings, ConfigError> {
    match (&config.secrets.key, &config.secrets.key_file) {
        (Some(_), Some(_)) => {
            Err(ConfigError::new("secrets.key", "is set, and secrets.key_file, too; set one of them"))
        }
        (Some(Secret(text)), None) => {
            text.parse().map(secrets::Settings::Given).map_err(|error| ConfigError::new("secrets.key", error))
        }
        (None, Some(path)) => Ok(secrets::Settings::File(path.clone())),
        (None, None) => Ok(secrets::Settings::File(config.data_dir.join("secrets.key"))),
    }
}
