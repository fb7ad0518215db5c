//! The sources of settings: defaults, a file and the environment. Each overrides the ones before it.

#![expect(clippy::disallowed_methods, reason = "this file is where settings are read from the environment")]

use std::path::{Path, PathBuf};

use rocket::figment::error::Kind;
use rocket::figment::providers::{Env, Format, Serialized, Toml};
use rocket::figment::value::Dict;
use rocket::figment::{Figment, Profile, Provider};

use super::kubernetes::is_service_variable;
use super::secret_files::WithSecretFiles;
use super::similar::similar;
use super::{Config, ConfigError};

/// Safe values for Rocket's settings. Its defaults trust a header that any client can send, allow 512 threads (the
/// database needs one for each connection), and cut a full hash queue short at shutdown.
const ROCKET: &str = r#"
    ident = "Frontdesk"
    ip_header = false
    log_level = "normal"
    max_blocking = 16
    [limits]
    form = "16 KiB"
    data-form = "16 KiB"
    json = "16 KiB"
    [shutdown]
    grace = 6
    mercy = 3
"#;

const OURS: &str = "FRONTDESK_";
const ROCKETS: &str = "ROCKET_";

/// The file that is read unless the operator names another one.
const FILE: &str = "Rocket.toml";

/// All settings, and where they came from.
pub struct Layers {
    pub figment: Figment,
    /// The file that was read, if there was one.
    pub file: Option<PathBuf>,
    /// A `Rocket.toml` above the working directory, which 0.1 would have read.
    pub overlooked: Option<PathBuf>,
    /// Variables of Kubernetes that look like settings.
    pub ignored: Vec<String>,
    /// The names of the settings that `FRONTDESK_…` variables set.
    ours: Vec<String>,
}

impl Layers {
    /// Reads the layers, of which later ones override earlier ones: defaults, `Rocket.toml` in the working directory
    /// (or the file that `named` or `ROCKET_CONFIG` names), `ROCKET_…`, `DATABASE_URL`, `FRONTDESK_…`.
    pub fn read(named: Option<&Path>) -> Result<Self, ConfigError> {
        let known = top_level(&Serialized::defaults(Config::default()))?;
        let profile = Profile::from_env_or("ROCKET_PROFILE", rocket::Config::DEFAULT_PROFILE);
        let file = file(named)?;
        let overlooked = if file.is_none() { above() } else { None };
        let environments = WithSecretFiles::new(&environment(OURS).split("__").global(), &known, &profile);
        let ours = top_level(&environments)?.into_keys().collect();
        let mut figment =
            Figment::from(Serialized::defaults(rocket::Config::default())).merge(Toml::string(ROCKET));
        if let Some(path) = &file {
            let layer = Toml::file_exact(path).nested();
            figment = figment.merge(WithSecretFiles::new(&layer, &known, &profile));
        }
        let rockets = environment(ROCKETS).ignore(&["PROFILE", "CONFIG"]).global();
        let of_others = environment("").only(&["DATABASE_URL", "DATABASE_URL_FILE"]).global();
        let figment = figment
            .merge(WithSecretFiles::new(&rockets, &known, &profile))
            .merge(WithSecretFiles::new(&of_others, &known, &profile))
            .merge(environments)
            .select(profile);
        Ok(Self { figment, file, overlooked, ignored: service_variables(), ours })
    }

    /// Extracts Frontdesk's settings. An unknown name is an error, because the default would not be what the operator
    /// wants.
    pub fn config(&self) -> Result<Config, ConfigError> {
        let known = top_level(&Serialized::defaults(Config::default()))?;
        if let Some(name) = self.ours.iter().find(|name| !known.contains_key(*name)) {
            let meant = similar(name, &known)
                .map(|path| format!(": did you mean {OURS}{}?", path.join("__").to_uppercase()));
            let meant = meant.unwrap_or_default();
            return Err(ConfigError::new(
                name,
                format!("there is no such setting (from the environment){meant}"),
            ));
        }
        let of_rocket = top_level(&Serialized::defaults(rocket::Config::default()))?;
        let merged: Dict = self.figment.extract().map_err(explain)?;
        for name in merged.keys() {
            if !known.contains_key(name) && !of_rocket.contains_key(name) {
                let meant = similar(name, &known).map(|path| format!(": did you mean {}?", path.join(".")));
                let meant = meant.unwrap_or_default();
                return Err(ConfigError::new(name, format!("there is no such setting{meant}")));
            }
        }
        self.figment.extract::<rocket::Config>().map_err(explain)?;
        self.figment.extract().map_err(explain)
    }
}

/// The file to read. A file that the operator has named must exist.
fn file(named: Option<&Path>) -> Result<Option<PathBuf>, ConfigError> {
    let variable = std::env::var_os("ROCKET_CONFIG").filter(|name| !name.is_empty());
    let (asked_by, path) = match (named, variable) {
        (Some(named), _) => ("--config", named.to_owned()),
        (None, Some(variable)) => ("ROCKET_CONFIG", variable.into()),
        (None, None) => ("", FILE.into()),
    };
    // A pipe counts as a file, but a folder does not.
    match path.metadata() {
        Ok(found) if !found.is_dir() => Ok(Some(std::path::absolute(&path).unwrap_or(path))),
        _ if asked_by.is_empty() => Ok(None),
        _ => Err(ConfigError::new(asked_by, format!("there is no file {}", path.display()))),
    }
}

fn above() -> Option<PathBuf> {
    let folder = std::env::current_dir().ok()?;
    folder.ancestors().skip(1).map(|folder| folder.join(FILE)).find(|path| path.is_file())
}

/// The variables with a prefix, without those of Kubernetes. An empty variable counts as unset, because a compose file
/// turns a missing variable into an empty one.
fn environment(prefix: &'static str) -> Env {
    Env::prefixed(prefix).filter(move |key| {
        let name = format!("{prefix}{key}");
        let mut variables = std::env::vars_os();
        variables.any(|(known, value)| {
            let known = known.to_string_lossy();
            !value.is_empty()
                && known.eq_ignore_ascii_case(&name)
                && !is_service_variable(&known, &value.to_string_lossy())
        })
    })
}

fn service_variables() -> Vec<String> {
    let text = |(name, value): (std::ffi::OsString, std::ffi::OsString)| {
        Some((name.into_string().ok()?, value.into_string().ok()?))
    };
    let is_ours = |name: &str| name.starts_with(OURS) || name.starts_with(ROCKETS);
    let mut names: Vec<String> = std::env::vars_os()
        .filter_map(text)
        .filter(|(name, value)| is_ours(name) && is_service_variable(name, value))
        .map(|(name, _)| name)
        .collect();
    names.sort();
    names
}

fn top_level(provider: &impl Provider) -> Result<Dict, ConfigError> {
    let profiles = provider.data().map_err(explain)?;
    Ok(profiles.into_values().flatten().collect())
}

/// Figment may report several errors; only the first one is shown.
fn explain(error: rocket::figment::Error) -> ConfigError {
    let Some(first) = error.into_iter().next() else {
        return ConfigError::new("configuration", "unreadable");
    };
    let key = match &first.path[..] {
        [] => "configuration".to_owned(),
        path => path.join("."),
    };
    let source =
        first.metadata.as_ref().map(|metadata| format!(" (from {})", metadata.name)).unwrap_or_default();
    // The invalid value may be a secret, so the message contains only what was expected, and for a file the position.
    let reason = match &first.kind {
        Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => format!("must be {expected}"),
        Kind::Message(message) => message.lines().next().unwrap_or_default().to_owned(),
        Kind::UnknownVariant(_, expected) => format!("must be {}", expected.join(" or ")),
        Kind::UnknownField(_, known) => format!("there is no such setting; there are {}", known.join(", ")),
        kind => kind.to_string(),
    };
    ConfigError::new(&key, format!("{reason}{source}"))
}
