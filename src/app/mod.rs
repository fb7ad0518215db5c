//! The composition root: settings go in, a server comes out. Tests start here, too.

mod backups;
mod build;
mod copy_database;
mod detached;
mod doctor;
mod rehearsal;
mod review;
mod settings;

use rocket::figment::Figment;
use rocket::{Build, Rocket};

use crate::accounts::Accounts;
use crate::{api, http, monitoring, web};

pub use crate::storage::CopiedTable;
pub use backups::{missing_secret_keys, secrets_file};
pub use build::{Frontends, Parts, StartError, accounts, build, password_policy, storage};
pub use copy_database::{CopyDatabaseError, DatabaseCopy};
pub use detached::detached;
pub use doctor::{Check as DoctorCheck, Finding, Level, Outcome, Subject, check_names, counted, examine};
pub use rehearsal::{Check, RehearsalError, rehearse};
pub use review::{TemplateReview, review_templates};
pub use settings::{Backups, Machine, Schedule, Settings, Site};

/// The server, ready to be launched.
pub fn rocket(
    figment: Figment,
    frontends: Frontends,
    monitoring: monitoring::Settings,
    accounts: Accounts,
) -> Rocket<Build> {
    let Frontends { public_url, trusted_proxies, web, api } = frontends;
    let figment = figment.merge(("template_dir", web::PageTemplates::template_dir()));
    let rules = api::NewAccountRules {
        minimum_password_length: accounts.minimum_password_length(),
        are_terms_required: accounts.are_terms_required(),
    };
    let description = api::describe(&public_url, rules);
    let document = serde_json::to_value(&description).unwrap_or_default();
    let rocket = http::attach(rocket::custom(figment), &public_url, trusted_proxies).manage(accounts.clone());
    let rocket = monitoring::attach(rocket, monitoring, &public_url, &accounts);
    let rocket = web::attach(rocket, web, &public_url, document);
    api::attach(rocket, api, public_url, &description)
}
