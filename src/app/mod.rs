//! The composition root: settings go in, a server comes out. Tests start here, too.

mod settings;

use std::sync::Arc;

use rocket::figment::Figment;
use rocket::{Build, Rocket};

use crate::accounts::{self, Accounts, Clock, Failure};
use crate::config::ConfigError;
use crate::domain::PasswordPolicy;
use crate::password_blocklist::FileBlocklist;
use crate::password_hashing::{HashingError, PasswordHashing};
use crate::secrets::Secrets;
use crate::storage::{self, Storage};
use crate::{api, http, web};

pub use settings::{Doors, Settings};

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
    Hashing(#[from] HashingError),
    #[error(transparent)]
    Accounts(#[from] Failure),
}

/// Makes the data folder, opens the database and brings its tables up to date.
pub fn storage(settings: &Settings) -> Result<Storage, StartError> {
    make_data_dir(settings)?;
    Ok(Storage::open(&settings.database_url, settings.database_connections)?)
}

/// Which new passwords are accepted, with the operator's list. Builds that list if it is new, for some seconds if it is
/// long.
pub fn password_policy(settings: &Settings) -> Result<PasswordPolicy, StartError> {
    let policy = settings.accounts.password_policy.clone();
    let Some(list) = &settings.blocklist else { return Ok(policy) };
    make_data_dir(settings)?;
    let blocklist = FileBlocklist::open(list, &settings.data_dir)
        .map_err(|error| ConfigError::new("passwords.blocklist", error))?;
    Ok(policy.with_blocklist(Arc::new(blocklist)))
}

/// What every door leads to.
pub fn accounts(settings: &Settings, clock: Clock) -> Result<Accounts, StartError> {
    let hashing = PasswordHashing::new(settings.hashing.clone())?;
    let (storage, signing) = (storage(settings)?, settings.signing.clone());
    let decided =
        accounts::Settings { password_policy: password_policy(settings)?, ..settings.accounts.clone() };
    let (secrets, mailer) = (Secrets::new(settings.secrets.clone()), settings.mailer.clone());
    Ok(Accounts::new(storage, hashing, signing, secrets, mailer, decided, clock)?)
}

fn make_data_dir(settings: &Settings) -> Result<(), StartError> {
    storage::make_private_folder(&settings.data_dir)
        .map_err(|source| StartError::DataDir { path: settings.data_dir.display().to_string(), source })
}

/// The server, ready to be launched.
pub fn rocket(figment: Figment, doors: Doors, accounts: Accounts) -> Rocket<Build> {
    let Doors { public_url, web, api } = doors;
    let figment = figment.merge(("template_dir", web::PageTemplates::template_dir()));
    let description = api::describe(&public_url, accounts.minimum_password_length());
    let reference = web::Reference::new(&serde_json::to_value(&description).unwrap_or_default());
    let rocket = http::attach(rocket::custom(figment), &public_url).manage(accounts);
    let rocket = web::attach(rocket, web, &public_url, reference);
    api::attach(rocket, api, public_url, &description)
}

/// The same for clients from outside, which are delayed if they ignore `Retry-After`.
pub fn server(figment: Figment, doors: Doors, accounts: Accounts) -> Rocket<Build> {
    rocket(figment, doors, accounts).manage(http::SentAway::default())
}
