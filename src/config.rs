//! Every setting, with its default and the reason for it. Names of files, variables and keys are explained in
//! `docs/CONFIGURATION.md`, which a test holds against this file.

mod layers;

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

pub use layers::{figment, load};

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
    pub signup: Signup,
    pub verification: Verification,
    pub closing: Closing,
    pub mail: Mail,
    pub hashing: Hashing,
    pub rate_limits: RateLimits,
    pub tokens: Tokens,
    pub api: Api,
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

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signup {
    /// Whether signing up tells nobody which addresses are registered: an account is made by a link in a mail.
    pub private: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Verification {
    /// Whether somebody has to show that the address is theirs before they may log in.
    pub required: bool,
    /// For so long after signing up they may log in all the same.
    pub grace_hours: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// `file` for files in the data folder and lines in the log, so that a first run needs no server, or `smtp`.
    pub transport: String,
    /// The server, as `smtp://USER:PASSWORD@HOST:PORT?tls=required` or `smtps://…`.
    pub smtp_url: Option<Secret>,
    /// Who mail is from: an address, or a name with one in angle brackets. Default: `no-reply` at the public URL's host.
    pub from: Option<String>,
    /// How long to wait before a mail is tried again for the first time; then twice as long each time.
    pub retry_seconds: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Closing {
    /// How long after its owner has closed it an account is deleted. Until then a log-in brings it back.
    pub deleted_after_days: u32,
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
    /// `auto` for the fastest engine that agrees with the reference on this machine, or `reference`.
    pub engine: String,
    /// A secret that goes into every new hash, so that a stolen database alone is of no use for guessing.
    pub pepper: Option<Secret>,
    /// What `pepper` was before: hashes made with it are still accepted, and renewed at log-in.
    pub previous_pepper: Option<Secret>,
}

/// A text that no log and no dump of the settings shows.
#[derive(Clone, Deserialize)]
#[serde(transparent)]
pub struct Secret(pub String);

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
    /// Mails to one address that anybody may cause at once, and then an hour.
    pub mail_burst: u32,
    pub mail_per_hour: u32,
    /// After so many wrong passwords in a row strangers cannot log in to an account any more, whatever they type
    /// (NIST SP 800-63B-4, section 3.2.2, allows at most 100).
    pub most_failures: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tokens {
    /// What new signing keys are for: `EdDSA`, or `ES256` for verifiers that do not know it.
    pub algorithm: String,
    /// How long an access token is good for. Other services accept it for so long, whatever happens here.
    pub access_minutes: u32,
    /// Whom access tokens are for. Default: the public URL.
    pub audience: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Api {
    /// Other sites whose pages may call the API: `https://app.example.com`, or `*` for all.
    pub allowed_origins: Vec<String>,
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

impl Default for Mail {
    fn default() -> Self {
        Self { transport: "file".into(), smtp_url: None, from: None, retry_seconds: 30 }
    }
}

impl Default for Closing {
    fn default() -> Self {
        Self { deleted_after_days: 14 }
    }
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            memory_kib: 65_536,
            passes: 3,
            lanes: 4,
            workers: 0,
            queue_depth: 256,
            longest_wait_ms: 2_000,
            engine: "auto".into(),
            pepper: None,
            previous_pepper: None,
        }
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
            mail_burst: 5,
            mail_per_hour: 6,
            most_failures: 100,
        }
    }
}

impl Default for Tokens {
    fn default() -> Self {
        Self { algorithm: "EdDSA".into(), access_minutes: 10, audience: None }
    }
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Secret")
    }
}

impl Serialize for Secret {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_none()
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
