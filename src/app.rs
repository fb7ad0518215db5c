//! The composition root: settings go in, a server comes out. Tests start here, too.

use std::num::NonZeroU32;
use std::path::Path;
use std::time::Duration;

use rocket::figment::Figment;
use rocket::{Build, Rocket};

use crate::accounts::{self, Accounts, Clock, Failure, RateLimit, RateLimits, SessionLimits};
use crate::config::{self, Config, ConfigError};
use crate::domain::{EmailAddress, PasswordPolicy, PublicUrl};
use crate::password_hashing::{self, Parameters, PasswordHashing};
use crate::storage::{self, DatabaseUrl, Storage};
use crate::web;

/// Why the program cannot start.
#[derive(Debug, thiserror::Error)]
pub enum StartError {
    #[error(transparent)]
    Config(#[from] ConfigError),
    #[error("data_dir: cannot make {path}: {source}")]
    DataDir { path: String, source: std::io::Error },
    #[error(transparent)]
    Storage(#[from] storage::OpenError),
    #[error(transparent)]
    Accounts(#[from] Failure),
}

/// Opens the database, makes what is missing, and starts the workers.
pub fn accounts(config: &Config, clock: Clock) -> Result<Accounts, StartError> {
    let settings = accounts::Settings {
        password_policy: password_policy(config)?,
        session_limits: session_limits(&config.sessions)?,
        rate_limits: rate_limits(&config.rate_limits)?,
    };
    let hashing = PasswordHashing::new(hashing(&config.hashing)?);
    let storage = storage(config)?;
    Ok(Accounts::new(storage, hashing, settings, clock)?)
}

/// Opens the database and brings its tables up to date.
pub fn storage(config: &Config) -> Result<Storage, StartError> {
    let url = database_url(config)?;
    let connections = positive("database.connections", config.database.connections)?;
    make_private_folder(&config.data_dir.0)?;
    Ok(Storage::open(&url, connections.get())?)
}

/// The server, ready to be launched.
pub fn rocket(figment: Figment, config: &Config, accounts: Accounts) -> Result<Rocket<Build>, StartError> {
    let settings = web::Settings {
        site: site(&config.site)?,
        public_url: public_url(&figment, config)?,
        templates: web::Templates::load(config.templates_dir.as_deref())
            .map_err(|error| ConfigError::new("templates_dir", error))?,
    };
    let figment = figment.merge(("template_dir", web::Templates::template_dir()));
    Ok(web::attach(rocket::custom(figment), settings, accounts))
}

pub fn public_url(figment: &Figment, config: &Config) -> Result<PublicUrl, ConfigError> {
    let url = match &config.public_url {
        Some(url) => url.clone(),
        None => {
            let port = figment.extract_inner("port").unwrap_or(rocket::Config::default().port);
            format!("http://localhost:{port}")
        }
    };
    url.parse().map_err(|error| ConfigError::new("public_url", error))
}

pub fn database_url(config: &Config) -> Result<DatabaseUrl, ConfigError> {
    match &config.database_url {
        Some(url) => url.parse().map_err(|error| ConfigError::new("database_url", error)),
        None => Ok(DatabaseUrl::sqlite(&config.data_dir.0.join("frontdesk.db"))),
    }
}

fn site(site: &config::Site) -> Result<web::Site, ConfigError> {
    if site.name.trim().is_empty() {
        return Err(ConfigError::new("site.name", "must not be empty"));
    }
    if site.support_email.as_deref().is_some_and(|email| EmailAddress::parse(email).is_err()) {
        return Err(ConfigError::new("site.support_email", "must be an email address"));
    }
    web::Site::new(site.name.clone(), site.tagline.clone(), site.support_email.clone(), site.logo.as_deref())
        .map_err(|error| ConfigError::new("site.logo", error))
}

fn password_policy(config: &Config) -> Result<PasswordPolicy, ConfigError> {
    let minimum_length = config.passwords.minimum_length;
    if !(8..=64).contains(&minimum_length) {
        return Err(ConfigError::new("passwords.minimum_length", "must be from 8 to 64 (NIST SP 800-63B-4)"));
    }
    Ok(PasswordPolicy { minimum_length, site_name: config.site.name.clone() })
}

fn session_limits(sessions: &config::Sessions) -> Result<SessionLimits, ConfigError> {
    let idle = positive("sessions.idle_hours", sessions.idle_hours)?;
    let absolute = positive("sessions.absolute_days", sessions.absolute_days)?;
    Ok(SessionLimits {
        idle: time::Duration::hours(idle.get().into()),
        absolute: time::Duration::days(absolute.get().into()),
    })
}

fn hashing(hashing: &config::Hashing) -> Result<password_hashing::Settings, ConfigError> {
    let parameters = Parameters::new(hashing.memory_kib, hashing.passes, hashing.lanes).map_err(|error| {
        use password_hashing::InvalidParameters as Invalid;
        let key = match error {
            Invalid::Memory => "hashing.memory_kib",
            Invalid::Passes => "hashing.passes",
            Invalid::Lanes => "hashing.lanes",
        };
        ConfigError::new(key, error)
    })?;
    if parameters.is_weak() {
        tracing::warn!("hashing with {parameters} is weaker than OWASP's minimum of m=19456,t=2");
    }
    let workers = match hashing.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers => workers,
    };
    Ok(password_hashing::Settings {
        parameters,
        workers,
        queue_depth: hashing.queue_depth,
        longest_wait: Duration::from_millis(hashing.longest_wait_ms),
    })
}

fn rate_limits(limits: &config::RateLimits) -> Result<Option<RateLimits>, ConfigError> {
    let client = RateLimit {
        burst: positive("rate_limits.client_burst", limits.client_burst)?,
        per_minute: positive("rate_limits.client_per_minute", limits.client_per_minute)?,
    };
    let address = RateLimit {
        burst: positive("rate_limits.address_burst", limits.address_burst)?,
        per_minute: positive("rate_limits.address_per_minute", limits.address_per_minute)?,
    };
    Ok(limits.enabled.then_some(RateLimits { client, address }))
}

fn positive(key: &str, number: u32) -> Result<NonZeroU32, ConfigError> {
    NonZeroU32::new(number).ok_or_else(|| ConfigError::new(key, "must be at least 1"))
}

/// The data folder is for its owner alone.
fn make_private_folder(path: &Path) -> Result<(), StartError> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .recursive(true)
        .create(path)
        .map_err(|source| StartError::DataDir { path: path.display().to_string(), source })
}
