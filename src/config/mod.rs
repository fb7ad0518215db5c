//! Every setting, one file per topic, with its default, its bounds and the reasons. A field contains all that
//! `docs/CONFIGURATION.md` says about a setting: a test generates the tables there from these files.

mod backup;
mod connections;
mod database;
mod error;
mod events;
mod hashing;
mod kubernetes;
mod layers;
mod log;
mod mail;
mod monitoring;
mod passwords;
mod profile;
mod programs;
mod rate_limits;
mod secret;
mod secret_files;
mod secrets;
mod section;
mod sessions;
mod sign_up;
mod similar;
mod site;
mod socket_mode;
mod tls;

use std::path::PathBuf;

use section::{Section, TRUE_OR_FALSE, section};

pub use backup::Backup;
pub use connections::Connections;
pub use database::Database;
pub use error::ConfigError;
pub use events::Events;
pub use hashing::{Engine, Hashing};
pub use layers::Layers;
pub use log::{Log, LogFormat};
pub use mail::{Mail, Transport};
pub use monitoring::{Health, Metrics};
pub use passwords::Passwords;
pub use profile::{NameField, Profile};
pub use programs::{Algorithm, Api, Tokens};
pub use rate_limits::RateLimits;
pub use secret::Secret;
pub use secret_files::is_secret;
pub use secrets::Secrets;
pub use section::{Bounds, Setting};
pub use sessions::Sessions;
pub use sign_up::{Closing, Signup, Verification};
pub use site::Site;
pub use socket_mode::SocketMode;
pub use tls::Tls;

section! {
    /// The settings of Frontdesk. [`Layers::config`] refuses unknown names, and not this type, because Rocket's own
    /// settings are in the same layers.
    pub struct Config {
        /// Where visitors reach the site: `https://id.example.com`, without a path. An international host is converted to
        /// its `xn--` form. It decides the links that are printed and those in mails and, with https, the `Secure` flag
        /// and `__Host-` prefix of cookies and the `Strict-Transport-Security` header; the `Host` of a request never
        /// does. Unset: `http://localhost` with the server's port; with `tls.certificate`, `https://` with the first host name in
        /// the certificate, and the port.
        #[takes("URL")]
        public_url: Option<String> = None,

        /// Where the server accepts connections: an IPv4 address or an IPv6 address in brackets, each with a port, or `unix:`
        /// and the path of a Unix socket. `[::]` includes IPv4 unless an IPv4 address with the same port is in the list. Unset: `ROCKET_ADDRESS` and `ROCKET_PORT`. `serve --address` and `serve --port` go
        /// before it, and so do [sockets that systemd passes](OPERATIONS.md#systemd).
        #[takes("Addresses, as `[\"127.0.0.1:8000\", \"[::1]:8000\", \"unix:/run/frontdesk/http.sock\"]`")]
        listen: Vec<String> = Vec::new(),

        /// Who may connect to the Unix sockets of `listen`: by default the user and the group of the server.
        #[takes("Octal mode, from 0600 to 0666")]
        socket_mode: SocketMode = SocketMode::default(),

        /// The proxies whose word about the address of a client counts; see
        /// [below](#the-clients-address-behind-a-proxy). What connects to a Unix socket counts as `127.0.0.1`.
        #[takes("Networks, as `[\"127.0.0.1\", \"10.0.0.0/8\", \"2001:db8::/64\"]`")]
        trusted_proxies: Vec<String> = Vec::new(),

        /// Whether connections from `trusted_proxies` begin with a header of the PROXY protocol, version 1 or 2. A
        /// connection from a trusted proxy without the header is closed. Other connections never have one.
        #[takes(TRUE_OR_FALSE)]
        proxy_protocol: bool = false,

        /// Made at the start, for its owner alone (0700). The database is in it unless `database_url` says otherwise, and
        /// so are [mails that are files](#mail).
        #[takes("Folder")]
        data_dir: PathBuf = "data".into(),

        /// `sqlite://PATH` or, in a build with PostgreSQL, `postgres://USER:PASSWORD@HOST/NAME`, or with several hosts
        /// for [fail-over](OPERATIONS.md#fail-over). A relative SQLite path has two slashes, an absolute one three. Unset:
        /// `frontdesk.db` in the data folder.
        #[takes("URL")]
        database_url: Option<Secret> = None,

        /// Templates that replace the built-in ones of the same name, of pages and of mails; see
        /// [TEMPLATES](TEMPLATES.md).
        #[takes("Folder")]
        templates_dir: Option<PathBuf> = None,

        /// Words that replace the built-in ones, and other languages; see [LANGUAGES](LANGUAGES.md).
        #[takes("Folder")]
        locales_dir: Option<PathBuf> = None,

        /// Files for your templates and style sheet, which are served below `/static/own/`; see
        /// [branding](features/branding.md). Read once, at the start, and kept in memory: at most 64 MiB.
        #[takes("Folder")]
        static_dir: Option<PathBuf> = None,

        log: Log,
        database: Database,
        connections: Connections,
        tls: Tls,
        site: Site,
        passwords: Passwords,
        sessions: Sessions,
        signup: Signup,
        profile: Profile,
        verification: Verification,
        closing: Closing,
        events: Events,
        backup: Backup,
        mail: Mail,
        hashing: Hashing,
        rate_limits: RateLimits,
        tokens: Tokens,
        api: Api,
        secrets: Secrets,
        metrics: Metrics,
        health: Health,
    }
}

impl Config {
    /// All settings, as their fields describe them.
    pub fn settings() -> Vec<Setting> {
        let mut settings = Vec::new();
        Self::describe("", &mut settings);
        settings
    }

    /// Checks every number that has bounds.
    ///
    /// # Errors
    ///
    /// Names the first number that is out of bounds.
    pub fn check(&self) -> Result<(), ConfigError> {
        let values = serde_json::to_value(self).map_err(|error| ConfigError::new("configuration", error))?;
        let value = |key: &str| values.pointer(&format!("/{}", key.replace('.', "/")))?.as_u64();
        Self::settings().iter().try_for_each(|Setting { key, bounds, .. }| match (bounds, value(key)) {
            (Some(bounds), Some(number)) => bounds.check(key, number),
            _ => Ok(()),
        })
    }
}
