//! Examines an installation, with or without a running server: what is wrong, and what to do. Changes nothing: it makes no
//! file, no key and no table, and sends no mail. docs/features/doctor.md lists the checks.

mod backups;
mod clock;
mod configuration;
mod database;
mod disk;
mod files;
mod finding;
mod hashing;
mod keys;
mod limits;
mod mail;
mod proxies;
mod public_url;
mod schema;
mod templates;

use std::path::Path;

use time::OffsetDateTime;

use super::build::Parts;
use super::settings::Settings;
use crate::accounts::Clock;
use crate::config::{Config, Layers};
use crate::storage::Examination;

pub use finding::{Finding, Level, Outcome, counted};

/// What there is to examine, as far as it can be read.
pub struct Subject {
    layers: Layers,
    config: Config,
    settings: Settings,
    /// `None` if a file that the settings name cannot be used.
    parts: Option<Parts>,
    /// `None` if the database is not there or cannot be read.
    database: Option<Examination>,
    /// Whether the database has the tables of this release.
    is_migrated: bool,
    now: OffsetDateTime,
}

/// A check, under the name that its findings have.
pub type Check = (&'static str, fn(&mut Subject) -> Vec<Outcome>);

/// The checks in the order in which they are made: each needs only what those before it have found. First come those that
/// read the database: they are quick, and a server that starts or stops meanwhile finds it as it was.
const CHECKS: [Check; 22] = [
    ("configuration", configuration::check),
    ("files", files::check),
    ("database", database::check),
    ("database_encoding", database::encoding),
    ("migrations", schema::migrations),
    ("indexes", schema::indexes),
    ("database_rights", database::rights),
    ("clock", clock::check),
    ("secret_keys", keys::secret_keys),
    ("signing_keys", keys::signing_keys),
    ("outbox", mail::outbox),
    ("backups", backups::check),
    ("limits", limits::check),
    ("certificate", keys::certificate),
    ("hash_cost", hashing::cost),
    ("hash_memory", hashing::memory),
    ("mail_server", mail::server),
    ("public_url", public_url::check),
    ("cookies", public_url::cookies),
    ("proxies", proxies::check),
    ("disk", disk::check),
    ("templates", templates::check),
];

impl Subject {
    pub fn config(&self) -> &Config {
        &self.config
    }

    pub fn settings(&self) -> &Settings {
        &self.settings
    }
}

/// The first check that does not read the database, which is closed before it.
const AFTER_DATABASE: &str = "certificate";

/// The checks that open the database and look for its tables: others depend on them.
const ALWAYS: [&str; 3] = ["configuration", "database", "migrations"];

/// The names of all checks but those of the caller.
pub fn check_names() -> impl Iterator<Item = &'static str> {
    CHECKS.iter().map(|(name, _)| *name)
}

/// Makes the wanted checks, also those of the caller, and tells each finding at once. `named` is the file with the settings,
/// if it is not the usual one. Without valid settings that is the only finding.
pub fn examine(
    named: Option<&Path>,
    of_caller: &[Check],
    is_wanted: &dyn Fn(&str) -> bool,
    tell: &mut dyn FnMut(Finding),
) {
    let (layers, config, settings) = match configuration::read(named) {
        Ok(read) => read,
        Err(outcome) => return tell(outcome.of("configuration")),
    };
    let now = Clock::system().now();
    let mut subject =
        Subject { layers, config, settings, parts: None, database: None, is_migrated: false, now };
    for (name, check) in CHECKS.iter().chain(of_caller) {
        if *name == AFTER_DATABASE {
            subject.database = None;
        }
        if !is_wanted(name) && !ALWAYS.contains(name) {
            continue;
        }
        let outcomes = check(&mut subject);
        if is_wanted(name) {
            outcomes.into_iter().for_each(|outcome| tell(outcome.of(name)));
        }
    }
}

/// An amount of octets, for people.
fn octets(octets: u64) -> String {
    let (amount, unit) = match octets as f64 {
        few if few < 1e9 => (few / 1e6, "MB"),
        many => (many / 1e9, "GB"),
    };
    format!("{amount:.1} {unit}")
}
