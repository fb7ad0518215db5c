//! `frontdesk backup …`: back-ups of the database while it is in use, and their rehearsal.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};
use serde_json::json;

use super::progress::{Progress, Unit, amount, grouped};
use super::{CliError, in_runtime, say};
use crate::accounts::Clock;
use crate::app::{self, Check, Settings};
use crate::backup::{self, Backup, Made, Manifest, Plan, UnpackPlan, Unverified};
use crate::config::{Config, Layers};
use crate::domain::time_text;

#[derive(Debug, Args)]
#[command(args_conflicts_with_subcommands = true)]
pub struct Command {
    #[command(subcommand)]
    act: Option<Act>,
    /// A folder, in which the back-up gets a name with the date, or a name for a new file; by default backup.folder
    path: Option<PathBuf>,
    /// In a folder: how many back-ups stay; by default backup.keep
    #[arg(long, value_name = "NUMBER", value_parser = clap::value_parser!(u32).range(1..))]
    keep: Option<u32>,
    /// Put a copy of the secrets file beside the back-up; a thief of both can read the secrets, too
    #[arg(long)]
    with_secrets: bool,
    /// Print the manifest as JSON
    #[arg(long)]
    json: bool,
}

#[derive(Debug, Subcommand)]
enum Act {
    /// Restore a back-up into a scratch place, and check that people can log in there
    ///
    /// Checks the digest, the database's own checks, pending migrations, the secrets with the configured key, a page, and
    /// a log-in. Sends no mail, and does not touch the database in use. A success is noted in the manifest.
    Rehearse {
        /// The back-up
        file: PathBuf,
        /// Also a file without a manifest, such as a copy by another program
        #[arg(long)]
        unverified: bool,
        /// Print the result as JSON
        #[arg(long)]
        json: bool,
    },
    /// List the back-ups in a folder, the newest first
    List {
        /// By default backup.folder
        folder: Option<PathBuf>,
        /// Print the manifests as JSON
        #[arg(long)]
        json: bool,
    },
}

impl Command {
    pub fn run(self, layers: &Layers, config: &Config, settings: &Settings) -> Result<(), CliError> {
        match self.act {
            None => make(settings, self),
            Some(Act::Rehearse { file, unverified, json }) => {
                rehearse(layers, config, settings, &file, unverified, json)
            }
            Some(Act::List { folder, json }) => list(&folder_or_setting(folder, settings)?, json),
        }
    }
}

fn folder_or_setting(path: Option<PathBuf>, settings: &Settings) -> Result<PathBuf, CliError> {
    path.or_else(|| settings.backups.folder.clone()).ok_or_else(|| {
        CliError::Refused("where to? Name a folder or a new file, or set backup.folder".to_owned())
    })
}

fn make(settings: &Settings, command: Command) -> Result<(), CliError> {
    let Command { path, keep, with_secrets, json, .. } = command;
    if let (None, Some(folder)) = (&path, &settings.backups.folder) {
        backup::make_folder(folder)?;
    }
    let path = folder_or_setting(path, settings)?;
    let secrets = match (with_secrets, app::secrets_file(settings)) {
        (true, None) => return Err(backup::BackupError::SecretsInConfiguration.into()),
        (true, file) => file,
        (false, _) => None,
    };
    let (database, programs) = (&settings.database_url, &settings.backups.programs);
    let is_folder = path.is_dir();
    let mut progress = Progress::new(Unit::Octets);
    let plan = Plan { database, programs, path: &path, secrets };
    let now = Clock::system().now();
    let made = backup::create(&plan, now, &mut |verb, done, total| {
        progress.show(verb, done, total);
    })?;
    progress.clear();
    let keep = keep.map_or(settings.backups.keep, |keep| keep as usize);
    let deleted = if is_folder { backup::retain(&path, keep, now)? } else { Vec::new() };
    // Notes that were made once are not repeated for each back-up of a folder.
    let is_first = !is_folder || backup::list(&path)?.len() + deleted.len() == 1;
    let Made { backup: Backup { path, manifest }, secrets } = made;
    if json {
        return say(described(&path, &manifest));
    }
    say(format_args!(
        "{}: {}, with {}.",
        path.display(),
        amount(Unit::Octets, manifest.octets),
        manifest.summary()
    ))?;
    if let Some(secrets) = &secrets {
        say(format_args!("{}: the secrets file.", secrets.display()))?;
    }
    if !deleted.is_empty() {
        let plural = if deleted.len() == 1 { "back-up" } else { "back-ups" };
        say(format_args!("Deleted {} older {plural}: {keep} stay.", deleted.len()))?;
    }
    if !is_first {
        return Ok(());
    }
    // One broken disk must not take both.
    if backup::is_on_the_same_disk(&path, database) {
        eprintln!(
            "Note: it is on the same disk as the database. Copy it, with its manifest, to another machine."
        );
    }
    note_secrets(settings, secrets.is_some());
    Ok(())
}

fn note_secrets(settings: &Settings, are_copied: bool) {
    if let Some(file) = app::secrets_file(settings).filter(|_| !are_copied) {
        eprintln!(
            "Note: it does not contain {}. Keep a copy of that file elsewhere: without it a restore has no signing \
             keys. Once is enough, until `frontdesk secrets rotate`.",
            file.display()
        );
    }
}

/// The manifest with the path of its back-up, as JSON.
fn described(path: &Path, manifest: &Manifest) -> serde_json::Value {
    let mut described = json!({ "path": path.display().to_string() });
    if let (Some(all), Ok(serde_json::Value::Object(fields))) =
        (described.as_object_mut(), serde_json::to_value(manifest))
    {
        all.extend(fields);
    }
    described
}

fn rehearse(
    layers: &Layers,
    config: &Config,
    settings: &Settings,
    file: &Path,
    unverified: bool,
    json: bool,
) -> Result<(), CliError> {
    let unverified = if unverified { Unverified::Accepted } else { Unverified::Refused };
    let mut progress = Progress::new(Unit::Octets);
    let began = std::time::Instant::now();
    let plan = UnpackPlan {
        backup: file,
        database: &settings.database_url,
        programs: &settings.backups.programs,
        data_dir: &settings.data_dir,
        unverified,
    };
    let clock = Clock::system();
    let scratch =
        backup::unpack(&plan, clock.now(), &mut |verb, done, total| progress.show(verb, done, total))?;
    progress.clear();
    let digest = if scratch.manifest.is_some() { "as in the manifest" } else { "there is no manifest" };
    let mut checks = vec![Check { name: "digest", found: digest.to_owned(), took: began.elapsed() }];
    let show = |check: &Check| {
        if !json {
            let seconds = check.took.as_secs_f64();
            let _ = say(format_args!("ok  {:<10}  {seconds:>7.2} s  {}", check.name, check.found));
        }
    };
    checks.iter().for_each(&show);
    let result = in_runtime(async {
        let passed = &mut |check: Check| {
            show(&check);
            checks.push(check);
        };
        app::rehearse(&layers.figment, config, scratch, passed)
            .await
            .map_err(|error| CliError::Refused(format!("the rehearsal has failed at {error}")))
    });
    if json {
        let passed: Vec<_> = checks
            .iter()
            .map(|check| json!({ "check": check.name, "found": check.found, "seconds": check.took.as_secs_f64() }))
            .collect();
        let error = result.as_ref().err().map(ToString::to_string);
        let path = file.display().to_string();
        say(json!({ "path": path, "is_good": error.is_none(), "passed": passed, "error": error }))?;
    }
    result?;
    if let Err(error) = backup::mark_rehearsed(file, clock.now()) {
        eprintln!("Note: the success could not be noted in the manifest: {error}");
    }
    if json {
        return Ok(());
    }
    say(format_args!("{} can be restored.", file.display()))
}

fn list(folder: &Path, json: bool) -> Result<(), CliError> {
    let found = backup::list(folder)?;
    if json {
        let all: Vec<_> = found.iter().map(|backup| described(&backup.path, &backup.manifest)).collect();
        return say(serde_json::Value::from(all));
    }
    if found.is_empty() {
        eprintln!("There is no back-up in {}. Make one with: frontdesk backup {0}", folder.display());
        return Ok(());
    }
    say("MADE                    REHEARSED               SIZE      USERS       FILE")?;
    for Backup { manifest, path } in &found {
        let rehearsed = manifest.rehearsed_at.map_or_else(|| "never".to_owned(), time_text);
        let users = manifest.rows.get("users").copied().unwrap_or_default();
        say(format_args!(
            "{:<22}  {rehearsed:<22}  {:<8}  {:<10}  {}",
            time_text(manifest.created_at),
            amount(Unit::Octets, manifest.octets),
            grouped(users),
            path.file_name().unwrap_or_default().display()
        ))?;
    }
    Ok(())
}
