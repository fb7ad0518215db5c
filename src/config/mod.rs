//! Every setting, one file per topic, with its default and the reason for it. Names of files, variables and keys are
//! explained in `docs/CONFIGURATION.md`, which a test holds against these files.

mod connections;
mod database;
mod events;
mod hashing;
mod kubernetes;
mod layers;
mod mail;
mod passwords;
mod programs;
mod rate_limits;
mod secret;
mod secret_files;
mod secrets;
mod sessions;
mod sign_up;
mod site;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use connections::Connections;
pub use database::Database;
pub use events::Events;
pub use hashing::Hashing;
pub use layers::Layers;
pub use mail::Mail;
pub use passwords::Passwords;
pub use programs::{Api, Tokens};
pub use rate_limits::RateLimits;
pub use secret::Secret;
pub use secret_files::is_secret;
pub use secrets::Secrets;
pub use sessions::Sessions;
pub use sign_up::{Closing, Signup, Verification};
pub use site::Site;

/// What an operator can set.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default)]
pub struct Config {
    /// What the server writes to standard output: a level, or levels by part (`info,frontdesk::web=debug`).
    pub log: Log,
    /// Where the site is for the people who use it. Decides links and cookie flags, never the `Host` of a request.
    /// Default: `http://localhost` with Rocket's port.
    pub public_url: Option<String>,
    /// The folder for everything that is made at the first start.
    pub data_dir: DataDir,
    /// `sqlite://PATH` or `postgres://…`. Default: `frontdesk.db` in the data folder.
    pub database_url: Option<Secret>,
    pub database: Database,
    pub connections: Connections,
    pub site: Site,
    /// A folder with templates that replace the built-in ones of the same name.
    pub templates_dir: Option<PathBuf>,
    pub passwords: Passwords,
    pub sessions: Sessions,
    pub signup: Signup,
    pub verification: Verification,
    pub closing: Closing,
    pub events: Events,
    pub mail: Mail,
    pub hashing: Hashing,
    pub rate_limits: RateLimits,
    pub tokens: Tokens,
    pub api: Api,
    pub secrets: Secrets,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Log(pub String);

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct DataDir(pub PathBuf);

impl Default for Log {
    fn default() -> Self {
        Self("info".into())
    }
}

impl Default for DataDir {
    fn default() -> Self {
        Self("data".into())
    }
}

/// A setting that cannot be: one line that names its key.
#[derive(Debug, thiserror::Error)]
#[error("{key}: {reason}")]
pub struct ConfigError {
    key: String,
    reason: String,
}

impl ConfigError {
    pub fn new(key: &str, reason: impl ToString) -> Self {
        let reason = reason.to_string().split_whitespace().collect::<Vec<_>>().join(" ");
        Self { key: key.to_owned(), reason }
    }
}
