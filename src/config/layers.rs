//! Where settings come from: defaults, a file and the environment, each over the one before.

use std::path::Path;

use rocket::figment::error::Kind;
use rocket::figment::providers::{Env, Format, Serialized, Toml};
use rocket::figment::value::Dict;
use rocket::figment::{Figment, Profile, Provider};

use super::{Config, ConfigError};

/// Rocket's settings under which it is safe: its defaults trust a header that anybody can send, allow 512
/// threads (the database needs one for each connection), and cut a full hash queue short at shutdown.
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

/// The layers, the later over the earlier: defaults, `Rocket.toml` (or the file that `ROCKET_CONFIG` names),
/// `ROCKET_…`, `DATABASE_URL`, `FRONTDESK_…`.
pub fn figment() -> Result<Figment, ConfigError> {
    let profile = Profile::from_env_or("ROCKET_PROFILE", rocket::Config::DEFAULT_PROFILE);
    Ok(Figment::from(Serialized::defaults(rocket::Config::default()))
        .merge(Toml::string(ROCKET))
        .merge(Toml::file(file()?).nested())
        .merge(environment("ROCKET_").ignore(&["PROFILE", "CONFIG"]).global())
        .merge(environment("").only(&["DATABASE_URL"]).global())
        .merge(environment(OURS).split("__").global())
        .select(profile))
}

/// One that is asked for by name has to be there.
fn file() -> Result<String, ConfigError> {
    match std::env::var("ROCKET_CONFIG") {
        Ok(name) if !Path::new(&name).is_file() => {
            Err(ConfigError::new("ROCKET_CONFIG", format!("there is no file {name}")))
        }
        Ok(name) => Ok(name),
        Err(_) => Ok("Rocket.toml".to_owned()),
    }
}

/// The variables with a prefix. An empty one counts as not set: that is what a compose file makes of a missing one.
fn environment(prefix: &'static str) -> Env {
    Env::prefixed(prefix).filter(move |key| {
        let name = format!("{prefix}{key}");
        std::env::vars_os().any(|(known, value)| {
            !value.is_empty() && known.to_str().is_some_and(|known| known.eq_ignore_ascii_case(&name))
        })
    })
}

/// Reads our settings out of all. A name that nobody knows is a mistake, not a wish for the default.
pub fn load(figment: &Figment) -> Result<Config, ConfigError> {
    let known = top_level(&Serialized::defaults(Config::default()))?;
    let of_rocket = top_level(&Serialized::defaults(rocket::Config::default()))?;
    for name in top_level(&environment(OURS).split("__"))?.keys() {
        if !known.contains_key(name) {
            return Err(ConfigError::new(name, "there is no such setting (from the environment)"));
        }
    }
    let merged: Dict = figment.extract().map_err(explain)?;
    for name in merged.keys() {
        if !known.contains_key(name) && !of_rocket.contains_key(name) {
            return Err(ConfigError::new(name, "there is no such setting"));
        }
    }
    figment.extract::<rocket::Config>().map_err(explain)?;
    figment.extract().map_err(explain)
}

fn top_level(provider: &impl Provider) -> Result<Dict, ConfigError> {
    let profiles = provider.data().map_err(explain)?;
    Ok(profiles.into_values().flatten().collect())
}

/// Figment's errors may be several; the first one has to be mended first.
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
    // What was found may be a secret: only what was expected is told, and of a file only where its mistake is.
    let reason = match &first.kind {
        Kind::InvalidType(_, expected) | Kind::InvalidValue(_, expected) => format!("must be {expected}"),
        Kind::Message(message) => message.lines().next().unwrap_or_default().to_owned(),
        kind => kind.to_string(),
    };
    ConfigError::new(&key, format!("{reason}{source}"))
}
