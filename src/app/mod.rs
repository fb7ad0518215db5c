//! The composition root: settings go in, a server comes out. Tests start here, too.

mod settings;

use rocket::figment::Figment;
use rocket::{Build, Rocket};

use crate::accounts::{Accounts, Clock, Failure};
use crate::config::ConfigError;
use crate::password_hashing::PasswordHashing;
use crate::storage::{self, Storage};
use crate::web;

pub use settings::Settings;

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

/// Makes the data folder, opens the database and brings its tables up to date.
pub fn storage(settings: &Settings) -> Result<Storage, StartError> {
    storage::make_private_folder(&settings.data_dir)
        .map_err(|source| StartError::DataDir { path: settings.data_dir.display().to_string(), source })?;
    Ok(Storage::open(&settings.database_url, settings.connections)?)
}

/// What every door leads to.
pub fn accounts(settings: &Settings, clock: Clock) -> Result<Accounts, StartError> {
    let hashing = PasswordHashing::new(settings.hashing.clone());
    Ok(Accounts::new(storage(settings)?, hashing, settings.accounts.clone(), clock)?)
}

/// The server, ready to be launched.
pub fn rocket(figment: Figment, settings: web::Settings, accounts: Accounts) -> Rocket<Build> {
    let figment = figment.merge(("template_dir", web::Templates::template_dir()));
    web::attach(rocket::custom(figment), settings, accounts)
}
