//! `frontdesk restore`: puts a back-up in the place of the database.

use std::path::PathBuf;

use super::progress::{Progress, Unit};
use super::{CliError, say};
use crate::accounts::Clock;
use crate::app::{self, Settings};
use crate::backup::{self, Kind, RestorePlan, Restored, Unverified};
use crate::domain::time_text;

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// The back-up; its manifest has to be beside it
    file: PathBuf,
    /// Also a file without a manifest, such as a copy by another program
    #[arg(long)]
    unverified: bool,
    /// Put the copy of the secrets file that is beside the back-up in its place, if there is no secrets file
    #[arg(long)]
    with_secrets: bool,
    /// PostgreSQL: do not grant the rights that roles had on the tables
    #[arg(long)]
    no_privileges: bool,
}

pub fn run(settings: &Settings, arguments: Arguments) -> Result<(), CliError> {
    let Arguments { file, unverified, with_secrets, no_privileges } = arguments;
    let secrets = match (with_secrets, app::secrets_file(settings)) {
        (true, None) => return Err(backup::BackupError::SecretsInConfiguration.into()),
        (true, path) => path,
        (false, _) => None,
    };
    let plan = RestorePlan {
        backup: &file,
        database: &settings.database_url,
        programs: &settings.backups.programs,
        unverified: if unverified { Unverified::Accepted } else { Unverified::Refused },
        with_privileges: !no_privileges,
        secrets,
    };
    let mut progress = Progress::new(Unit::Octets);
    let restored = backup::restore(&plan, Clock::system().now(), &mut |verb, done, total| {
        progress.show(verb, done, total);
    })?;
    progress.clear();
    let Restored { manifest, kept } = restored;
    let url = &settings.database_url;
    match &manifest {
        Some(manifest) => say(format_args!(
            "{url} is what it was on {}: {}.",
            time_text(manifest.created_at),
            manifest.summary()
        ))?,
        None => say(format_args!("{url} is {}.", file.display()))?,
    }
    if let Some(kept) = kept {
        let remove = match Kind::of(url) {
            Kind::Sqlite => format!("rm {kept}*"),
            Kind::PostgreSql => format!("DROP SCHEMA {} CASCADE", kept.trim_start_matches("the schema ")),
        };
        say(format_args!(
            "What was there before is kept as {kept}. When it is not needed any more: {remove}"
        ))?;
    }
    let needed = manifest.map(|manifest| manifest.secret_keys).unwrap_or_default();
    match app::missing_secret_keys(settings, &needed) {
        Ok(missing) if missing.is_empty() => {}
        Ok(missing) => eprintln!(
            "Note: the signing keys are encrypted with {}, which this machine does not have, so the server will not \
             start. Put the secrets file of the back-up in its place, or make new signing keys: \
             frontdesk keys rotate --forget-old",
            missing.join(", ")
        ),
        Err(error) => eprintln!("Note: {error}"),
    }
    say("Start the server now. It migrates the tables if the back-up is of an older release.")
}
