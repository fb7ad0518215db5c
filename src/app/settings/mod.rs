//! From what an operator wrote to what each part takes: every setting checked, each mistake named by its key. No file is
//! read here.

mod bounds;
mod connections;
mod hashing;
mod mail;
mod rate_limits;
mod secrets;
mod tokens;

use std::path::PathBuf;
use std::time::Duration;

use rocket::figment::Figment;

use crate::accounts::{self, SessionLimits, Verification};
use crate::config::{self, Config, ConfigError, Secret};
use crate::domain::{EmailAddress, PasswordPolicy, PublicUrl};
use crate::http::AllowedOrigins;
use crate::listener;
use crate::password_hashing;
use crate::storage::DatabaseUrl;
use crate::token_signing;
use crate::web::CookieName;
use bounds::within;
use connections::listener;
use hashing::hashing;
use mail::mail;
use rate_limits::rate_limits;
use secrets::secrets;
use tokens::signing;

/// All settings, in the terms of the parts that they are for. [`build`](fn@super::build) makes the parts.
pub struct Settings {
    pub data_dir: PathBuf,
    pub database_url: DatabaseUrl,
    pub database_connections: u32,
    pub listener: listener::Settings,
    pub hashing: password_hashing::Settings,
    pub signing: token_signing::Settings,
    pub secrets: crate::secrets::Settings,
    pub mail: crate::mail::Settings,
    pub accounts: accounts::Settings,
    /// The file with refused passwords.
    pub blocklist: Option<PathBuf>,
    /// The folder with templates that replace built-in ones.
    pub templates_dir: Option<PathBuf>,
    pub public_url: PublicUrl,
    pub site: Site,
    pub cookie_name: CookieName,
    pub allowed_origins: AllowedOrigins,
}

/// The operator's name, words and logo.
pub struct Site {
    pub name: String,
    pub tagline: String,
    pub support_email: Option<String>,
    /// The file of the logo.
    pub logo: Option<PathBuf>,
}

impl Settings {
    pub fn read(figment: &Figment, config: &Config) -> Result<Self, ConfigError> {
        let public_url = public_url(figment, config)?;
        Ok(Self {
            data_dir: config.data_dir.0.clone(),
            database_url: database_url(config)?,
            database_connections: within("database.connections", config.database.connections, 1..=1_000)?,
            listener: listener(
                figment,
                &config.connections,
                Duration::from_millis(config.hashing.longest_wait_ms),
            )?,
            hashing: hashing(&config.hashing)?,
            blocklist: config.passwords.blocklist.clone(),
            templates_dir: config.templates_dir.clone(),
            signing: signing(&config.tokens, &public_url)?,
            secrets: secrets(config)?,
            accounts: accounts::Settings {
                password_policy: password_policy(config, &public_url)?,
                session_limits: session_limits(&config.sessions)?,
                rate_limits: rate_limits(&config.rate_limits)?,
                most_failures: within(
                    "rate_limits.most_failures",
                    config.rate_limits.most_failures,
                    1..=100,
                )?
                .into(),
                deleted_after: deleted_after(&config.closing)?,
                events_kept: events_kept(&config.events)?,
                verification: verification(&config.verification)?,
                is_sign_up_private: config.signup.private,
                mail_retry: time::Duration::seconds(
                    within("mail.retry_seconds", config.mail.retry_seconds, 1..=3_600)?.into(),
                ),
            },
            mail: mail(config, &public_url)?,
            site: site(&config.site)?,
            cookie_name: cookie_name(&config.sessions)?,
            allowed_origins: AllowedOrigins::new(&config.api.allowed_origins)
                .map_err(|error| ConfigError::new("api.allowed_origins", error))?,
            public_url,
        })
    }
}

impl Settings {
    /// The host of the database, if what goes there may be read on the way.
    pub fn database_host_in_clear(&self) -> Option<&str> {
        match &self.database_url {
            DatabaseUrl::Postgres(uri) => uri.host_in_clear(),
            DatabaseUrl::Sqlite(_) => None,
        }
    }
}

fn database_url(config: &Config) -> Result<DatabaseUrl, ConfigError> {
    let Some(Secret(url)) = &config.database_url else {
        return Ok(DatabaseUrl::sqlite(&config.data_dir.0.join("frontdesk.db")));
    };
    let mut url = url.parse().map_err(|error| ConfigError::new("database_url", error))?;
    if let DatabaseUrl::Postgres(uri) = &mut url {
        uri.has_prepared_statements = config.database.prepared_statements;
    }
    Ok(url)
}

fn public_url(figment: &Figment, config: &Config) -> Result<PublicUrl, ConfigError> {
    let url = match &config.public_url {
        Some(url) => url.clone(),
        None => {
            let port = figment.extract_inner("port").unwrap_or(rocket::Config::default().port);
            format!("http://localhost:{port}")
        }
    };
    url.parse().map_err(|error| ConfigError::new("public_url", error))
}

fn site(site: &config::Site) -> Result<Site, ConfigError> {
    if site.name.trim().is_empty() {
        return Err(ConfigError::new("site.name", "must not be empty"));
    }
    if site.name.chars().any(char::is_control) {
        return Err(ConfigError::new("site.name", "must be one line: it stands in the subjects of mails"));
    }
    if site.support_email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
        return Err(ConfigError::new("site.support_email", "must be an email address"));
    }
    let config::Site { name, tagline, support_email, logo } = site.clone();
    Ok(Site { name, tagline, support_email, logo })
}

fn password_policy(config: &Config, public_url: &PublicUrl) -> Result<PasswordPolicy, ConfigError> {
    let minimum_length = config.passwords.minimum_length;
    if !(8..=64).contains(&minimum_length) {
        return Err(ConfigError::new("passwords.minimum_length", "must be from 8 to 64 (NIST SP 800-63B-4)"));
    }
    Ok(PasswordPolicy::new(minimum_length, &config.site.name, public_url.host()))
}

/// A year is more than any session should last.
fn session_limits(sessions: &config::Sessions) -> Result<SessionLimits, ConfigError> {
    let idle = within("sessions.idle_hours", sessions.idle_hours, 1..=8_784)?;
    let absolute = within("sessions.absolute_days", sessions.absolute_days, 1..=366)?;
    Ok(SessionLimits {
        idle: time::Duration::hours(idle.into()),
        absolute: time::Duration::days(absolute.into()),
    })
}

fn cookie_name(sessions: &config::Sessions) -> Result<CookieName, ConfigError> {
    sessions.cookie_name.parse().map_err(|error| ConfigError::new("sessions.cookie_name", error))
}

fn verification(verification: &config::Verification) -> Result<Verification, ConfigError> {
    let hours = within("verification.grace_hours", verification.grace_hours, 0..=8_784)?;
    Ok(match verification.required {
        true => Verification::Required { grace: time::Duration::hours(hours.into()) },
        false => Verification::Optional,
    })
}

/// A month at least: a log-in looks in it for the owner's networks, and an attack is rarely found on its first day.
fn events_kept(events: &config::Events) -> Result<time::Duration, ConfigError> {
    let days = within("events.kept_days", events.kept_days, 30..=3_660)?;
    Ok(time::Duration::days(days.into()))
}

fn deleted_after(closing: &config::Closing) -> Result<time::Duration, ConfigError> {
    let days = within("closing.deleted_after_days", closing.deleted_after_days, 1..=366)?;
    Ok(time::Duration::days(days.into()))
}
