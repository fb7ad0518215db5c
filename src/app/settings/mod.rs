//! Converts the configuration into the settings of each part. Pure: the same configuration on the same machine gives
//! the same settings. The name in a certificate is a value of the machine; no other file is read.

mod accounts;
mod backup;
mod connections;
mod database;
mod hashing;
mod mail;
mod monitoring;
mod rate_limits;
mod secrets;
mod site;
mod tokens;

use std::path::PathBuf;
use std::time::Duration;

use rocket::figment::Figment;

use crate::config::{Config, ConfigError};
use crate::domain::PublicUrl;
use crate::http::AllowedOrigins;
use crate::storage::DatabaseUrl;
use crate::web::CookieName;
use crate::{listener, password_hashing, token_signing};

pub use backup::{Backups, Schedule};
pub use site::Site;

/// All settings, in the types of the parts that use them. [`build`](fn@super::build) makes the parts.
pub struct Settings {
    pub data_dir: PathBuf,
    pub database_url: DatabaseUrl,
    pub database_connections: u32,
    pub listener: listener::Settings,
    pub hashing: password_hashing::Settings,
    pub signing: token_signing::Settings,
    pub secrets: crate::secrets::Settings,
    pub mail: crate::mail::Settings,
    pub accounts: crate::accounts::Settings,
    pub monitoring: crate::monitoring::Settings,
    /// How long the server takes requests after a signal to stop.
    pub drain_time: Duration,
    pub backups: Backups,
    /// The file with refused passwords.
    pub blocklist: Option<PathBuf>,
    /// The folder with templates that replace built-in ones.
    pub templates_dir: Option<PathBuf>,
    /// The folder with messages that replace built-in ones, and with other languages.
    pub locales_dir: Option<PathBuf>,
    /// The folder with the operator's other files.
    pub static_dir: Option<PathBuf>,
    pub public_url: PublicUrl,
    pub site: Site,
    pub cookie_name: CookieName,
    pub allowed_origins: AllowedOrigins,
}

/// The values of the machine on which defaults depend.
pub struct Machine {
    /// May be empty.
    pub host_name: String,
    pub cores: usize,
    /// The host that the certificate of `tls.certificate` is for, if it is needed because `public_url` is not set.
    pub certificate_name: Option<String>,
}

impl Machine {
    /// The machine that this process runs on.
    ///
    /// # Errors
    ///
    /// If the certificate is needed and cannot be read.
    pub fn this(config: &Config) -> Result<Self, ConfigError> {
        let certificate = config.tls.certificate.as_deref().filter(|_| config.public_url.is_none());
        let name = certificate.map(listener::certificate_name).transpose();
        Ok(Self {
            host_name: sysinfo::System::host_name().unwrap_or_default(),
            cores: std::thread::available_parallelism().map_or(1, usize::from),
            certificate_name: name.map_err(|error| ConfigError::new(error.setting, error.reason))?.flatten(),
        })
    }
}

impl Settings {
    /// The settings for this machine; `figment` contains Rocket's own.
    ///
    /// # Errors
    ///
    /// Names the first setting whose value is not accepted.
    pub fn read(figment: &Figment, config: &Config) -> Result<Self, ConfigError> {
        let rocket = figment.extract().map_err(|error| ConfigError::new("Rocket", error))?;
        Self::new(config, &rocket, &Machine::this(config)?)
    }

    /// # Errors
    ///
    /// Names the first setting whose value is not accepted.
    pub fn new(config: &Config, rocket: &rocket::Config, machine: &Machine) -> Result<Self, ConfigError> {
        config.check()?;
        let public_url = connections::public_url(config, rocket, machine)?;
        let hashing = hashing::hashing(&config.hashing, machine)?;
        Ok(Self {
            data_dir: config.data_dir.clone(),
            database_url: database::url(config)?,
            database_connections: config.database.connections,
            listener: connections::listener(config, rocket, &public_url, hashing.longest_wait)?,
            hashing,
            signing: tokens::signing(&config.tokens, &public_url)?,
            secrets: secrets::secrets(config)?,
            mail: mail::mail(config, &public_url, machine)?,
            accounts: accounts::accounts(config, &public_url)?,
            monitoring: monitoring::monitoring(config)?,
            drain_time: Duration::from_secs(config.health.drain_seconds.into()),
            backups: backup::backups(&config.backup)?,
            blocklist: config.passwords.blocklist.clone(),
            templates_dir: config.templates_dir.clone(),
            locales_dir: config.locales_dir.clone(),
            static_dir: config.static_dir.clone(),
            site: site::site(&config.site)?,
            cookie_name: site::cookie_name(&config.sessions)?,
            allowed_origins: AllowedOrigins::new(&config.api.allowed_origins)
                .map_err(|error| ConfigError::new("api.allowed_origins", error))?,
            public_url,
        })
    }

    /// The host of the database, if the connection to it may be unencrypted.
    pub fn database_host_in_clear(&self) -> Option<&str> {
        match &self.database_url {
            DatabaseUrl::Postgres(uri) => uri.host_in_clear(),
            DatabaseUrl::Sqlite(_) => None,
        }
    }
}

#[cfg(test)]
mod tests;
