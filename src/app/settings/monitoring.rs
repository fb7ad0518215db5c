//! What programs that watch the server can ask.

use crate::config::{Config, ConfigError, Secret};
use crate::monitoring::{ScrapeToken, Settings};

const MIB: u64 = 1024 * 1024;

pub fn monitoring(config: &Config) -> Result<Settings, ConfigError> {
    let token = config.metrics.token.as_ref().map(|Secret(text)| scrape_token(text)).transpose()?;
    let least_free = u64::from(config.health.least_free_mib) * MIB;
    let backups = config.backup.folder.clone();
    Ok(Settings { token, data_dir: config.data_dir.clone(), least_free, backups })
}

fn scrape_token(text: &str) -> Result<ScrapeToken, ConfigError> {
    // A header carries no other characters (RFC 6750, section 2.1).
    let is_sendable = text.bytes().all(|octet| octet.is_ascii_graphic());
    match is_sendable && text.len() >= 16 {
        true => Ok(ScrapeToken::new(text)),
        false => Err(ConfigError::new(
            "metrics.token",
            "must have at least 16 ASCII characters and no spaces; `openssl rand -hex 16` makes one",
        )),
    }
}
