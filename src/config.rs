//! Every setting, with its default and the reason for it. Names of files, variables and keys are explained in
//! `docs/CONFIGURATION.md`, which a test holds against this file.

use std::path::PathBuf;

use rocket::figment::providers::{Env, Format, Serialized, Toml};
use rocket::figment::value::Dict;
use rocket::figment::{Figment, Profile, Provider};
use serde::{Deserialize, Serialize};

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
    pub database_url: Option<String>,
    pub database: Database,
    pub site: Site,
    /// A folder with templates that replace the built-in ones of the same name.
    pub templates_dir: Option<PathBuf>,
    pub passwords: Passwords,
    pub sessions: Sessions,
    pub hashing: Hashing,
    pub rate_limits: RateLimits,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct Log(pub String);

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(transparent)]
pub struct DataDir(pub PathBuf);

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// Connections that read (SQLite, beside the one that writes), or all of them (PostgreSQL).
    pub connections: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Site {
    pub name: String,
    pub tagline: String,
    /// Shown where somebody may need help.
    pub support_email: Option<String>,
    /// A picture that takes the place of the built-in mark.
    pub logo: Option<PathBuf>,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Passwords {
    /// In code points. NIST SP 800-63B-4 asks for 15 where the password is the only factor, and for 8 otherwise.
    pub minimum_length: usize,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// A session that is not used for so long is over.
    pub idle_hours: u32,
    /// A session is over after so long, however much it is used (NIST: at most 30 days).
    pub absolute_days: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hashing {
    /// Argon2id's memory. The default is the second choice of RFC 9106, section 4.
    pub memory_kib: u32,
    /// Argon2id's passes over the memory.
    pub passes: u32,
    /// Argon2id's lanes.
    pub lanes: u32,
    /// How many passwords are hashed at once; 0 for one a core. Each needs `memory_kib`.
    pub workers: usize,
    /// How many may wait for a worker.
    pub queue_depth: usize,
    /// How long one may wait before it is told to come back later.
    pub longest_wait_ms: u64,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct RateLimits {
    /// Off for load tests.
    pub enabled: bool,
    /// Sign-ups, log-ins and password changes that one client may try at once, and then a minute.
    pub client_burst: u32,
    pub client_per_minute: u32,
    /// Log-ins that may be tried for one address, from anywhere, at once, and then a minute.
    pub address_burst: u32,
    pub address_per_minute: u32,
}

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

impl Default for Database {
    fn default() -> Self {
        Self { connections: 8 }
    }
}

impl Default for Site {
    fn default() -> Self {
        Self {
            name: "Frontdesk".into(),
            tagline: "Come in. It takes a minute.".into(),
            support_email: None,
            logo: None,
        }
    }
}

impl Default for Passwords {
    fn default() -> Self {
        Self { minimum_length: 8 }
    }
}

impl Default for Sessions {
    fn default() -> Self {
        Self { idle_hours: 14 * 24, absolute_days: 30 }
    }
}

impl Default for Hashing {
    fn default() -> Self {
        Self { memory_kib: 65_536, passes: 3, lanes: 4, workers: 0, queue_depth: 256, longest_wait_ms: 2_000 }
    }
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            enabled: true,
            client_burst: 200,
            client_per_minute: 60,
            address_burst: 20,
            address_per_minute: 6,
        }
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

/// Rocket's own settings that are not in its `Config`, or only in some builds.
const MORE_OF_ROCKET: [&str; 5] = ["profile", "secret_key", "template_dir", "tls", "proxy_proto_header"];

/// Rocket's settings under which it is safe: its defaults trust a header that anybody can send, allow 512
/// threads, and cut a full hash queue short at shutdown.
const ROCKET: &str = r#"
    ident = "Frontdesk"
    ip_header = false
    log_level = "normal"
    max_blocking = 64
    [limits]
    form = "16 KiB"
    data-form = "16 KiB"
    [shutdown]
    grace = 10
    mercy = 5
"#;

/// The layers of settings, the later over the earlier: defaults, `Rocket.toml`, `ROCKET_…`, `DATABASE_URL`,
/// `FRONTDESK_…`.
pub fn figment() -> Figment {
    let file = Env::var_or("ROCKET_CONFIG", "Rocket.toml");
    let profile = Profile::from_env_or("ROCKET_PROFILE", rocket::Config::DEFAULT_PROFILE);
    Figment::from(Serialized::defaults(rocket::Config::default()))
        .merge(Toml::string(ROCKET))
        .merge(Toml::file(file).nested())
        .merge(Env::prefixed("ROCKET_").ignore(&["PROFILE", "CONFIG"]).global())
        .merge(Env::raw().only(&["DATABASE_URL"]).global())
        .merge(ours().global())
        .select(profile)
}

fn ours() -> Env {
    Env::prefixed("FRONTDESK_").split("__")
}

/// Reads our settings out of all. A name that nobody knows is a mistake, not a wish for the default.
pub fn load(figment: &Figment) -> Result<Config, ConfigError> {
    let known = Serialized::defaults(Config::default());
    let known = top_level(&known)?;
    let of_rocket = top_level(&Serialized::defaults(rocket::Config::default()))?;
    for (name, _) in top_level(&ours())? {
        if !known.contains_key(&name) {
            return Err(ConfigError::new(&name, "there is no such setting (from the environment)"));
        }
    }
    let merged: Dict = figment.extract().map_err(explain)?;
    for name in merged.keys() {
        let is_rockets = of_rocket.contains_key(name) || MORE_OF_ROCKET.contains(&name.as_str());
        if !known.contains_key(name) && !is_rockets {
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
    ConfigError::new(&key, format!("{}{source}", first.kind))
}
