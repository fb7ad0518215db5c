//! Builds the parts from their settings. Only this file reads files and opens the database.

use std::path::PathBuf;
use std::sync::Arc;

use super::settings::Settings;
use crate::accounts::{self, Accounts, Clock, Failure};
use crate::config::ConfigError;
use crate::domain::{PasswordPolicy, PublicUrl, TrustedProxies};
use crate::listener;
use crate::locale::{Catalogue, LocaleError};
use crate::mail::{self, Mailer, MailerError};
use crate::password_blocklist::{self, FileBlocklist};
use crate::password_hashing::{HashingError, PasswordHashing};
use crate::secrets::Secrets;
use crate::storage::{self, Storage};
use crate::templates::{TemplateError, Templates};
use crate::web::{FileKind, OperatorFile, SiteSettings};
use crate::{api, web};

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

/// The parts that need only settings and files.
pub struct Parts {
    pub mailer: Mailer,
    pub frontends: Frontends,
}

/// What the server offers: the pages, the API, and the address at which clients reach them.
pub struct Frontends {
    pub public_url: PublicUrl,
    pub trusted_proxies: TrustedProxies,
    pub web: web::Settings,
    pub api: api::Settings,
}

/// Reads the files that settings name, and changes nothing. Every command does this first, so that a missing or invalid
/// file is an error at once, even if the command does not need it.
///
/// # Errors
///
/// Names the setting whose file cannot be used.
pub fn build(settings: &Settings) -> Result<Parts, ConfigError> {
    let templates = Templates::load(settings.templates_dir.as_deref()).map_err(in_templates)?;
    if let Some(list) = &settings.blocklist {
        password_blocklist::check(list).map_err(|error| ConfigError::new("passwords.blocklist", error))?;
    }
    if let Some(tls) = &settings.listener.tls {
        listener::check_tls(tls).map_err(|error| ConfigError::new(error.setting, error.reason))?;
    }
    let catalogue =
        Catalogue::load(settings.locales_dir.as_deref(), &settings.site.language).map_err(in_locales)?;
    let site = site(settings)?;
    let theme = settings.site.theme.clone().unwrap_or_default();
    let mail = mail::Settings { logo_path: site.logo_path_for_mail(), theme, ..settings.mail.clone() };
    let mailer = Mailer::new(mail, &templates, &catalogue).map_err(|error| match error {
        MailerError::Templates(error) => in_templates(error),
        MailerError::Tls(error) => ConfigError::new("mail.smtp_url", error),
    })?;
    let web = web::Settings {
        templates: web::PageTemplates::new(&templates, &catalogue, &site).map_err(in_templates)?,
        site,
        catalogue,
        cookie_name: settings.cookie_name.clone(),
    };
    let api = api::Settings { allowed_origins: settings.allowed_origins.clone() };
    let public_url = settings.public_url.clone();
    let trusted_proxies = settings.listener.trusted_proxies.clone();
    Ok(Parts { mailer, frontends: Frontends { public_url, trusted_proxies, web, api } })
}

/// The name of the site, and the files of its looks.
fn site(settings: &Settings) -> Result<web::Site, ConfigError> {
    let site = &settings.site;
    let read = |setting: &str, path: &Option<PathBuf>, kind: FileKind| {
        let file = path.as_deref().map(|path| OperatorFile::read(path, kind)).transpose();
        file.map_err(|error| ConfigError::new(setting, error))
    };
    let own_files = settings.static_dir.as_deref().map(OperatorFile::read_folder).transpose();
    Ok(web::Site::new(SiteSettings {
        name: site.name.clone(),
        tagline: site.tagline.clone(),
        support_email: site.support_email.clone(),
        terms_url: site.terms_url.clone(),
        privacy_url: site.privacy_url.clone(),
        logo: read("site.logo", &site.logo, FileKind::Logo)?,
        logo_shows_name: site.logo_shows_name,
        favicon: read("site.favicon", &site.favicon, FileKind::Favicon)?,
        font: read("site.font", &site.font, FileKind::Font)?,
        css: read("site.css", &site.css, FileKind::StyleSheet)?,
        theme: site.theme.clone(),
        own_files: own_files.map_err(|error| ConfigError::new("static_dir", error))?.unwrap_or_default(),
    }))
}

fn in_locales(error: LocaleError) -> ConfigError {
    let setting = match error {
        LocaleError::Unknown(_) => "site.language",
        _ => "locales_dir",
    };
    ConfigError::new(setting, error)
}

fn in_templates(error: TemplateError) -> ConfigError {
    ConfigError::new("templates_dir", error)
}

/// Creates the data folder, opens the database and migrates its tables.
pub fn storage(settings: &Settings) -> Result<Storage, StartError> {
    make_data_dir(settings)?;
    Ok(Storage::open(&settings.database_url, settings.database_connections)?)
}

/// The policy for new passwords, with the operator's block list. If that file is new, builds the list from it, which
/// takes some seconds for a long one.
pub fn password_policy(settings: &Settings) -> Result<PasswordPolicy, StartError> {
    let policy = settings.accounts.password_policy.clone();
    let Some(list) = &settings.blocklist else { return Ok(policy) };
    make_data_dir(settings)?;
    let blocklist = FileBlocklist::open(list, &settings.data_dir)
        .map_err(|error| ConfigError::new("passwords.blocklist", error))?;
    Ok(policy.with_blocklist(Arc::new(blocklist)))
}

/// The flows that the pages, the API and the commands call.
pub fn accounts(settings: &Settings, mailer: Mailer, clock: Clock) -> Result<Accounts, StartError> {
    let hashing = PasswordHashing::new(settings.hashing.clone())?;
    let (storage, signing) = (storage(settings)?, settings.signing.clone());
    let decided =
        accounts::Settings { password_policy: password_policy(settings)?, ..settings.accounts.clone() };
    let secrets = Secrets::new(settings.secrets.clone());
    Ok(Accounts::new(storage, hashing, signing, secrets, mailer, decided, clock)?)
}

fn make_data_dir(settings: &Settings) -> Result<(), StartError> {
    storage::make_private_folder(&settings.data_dir)
        .map_err(|source| StartError::DataDir { path: settings.data_dir.display().to_string(), source })
}
