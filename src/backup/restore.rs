//! Puts a back-up in the place of the database, and keeps what was there.

use std::path::Path;

use time::OffsetDateTime;

use super::checked::{self, Unverified};
use super::error::BackupError;
use super::folder::date;
use super::manifest::Manifest;
use super::part_file::{FolderLock, PartFile, folder_of};
use super::postgres::{self, Swap};
use super::programs::Programs;
use super::{Report, secrets_file};
use crate::storage::{self, DatabaseUrl, Direct, Kept};

/// What to restore, and where to.
pub struct Plan<'a> {
    pub backup: &'a Path,
    pub database: &'a DatabaseUrl,
    pub programs: &'a Programs,
    pub unverified: Unverified,
    /// PostgreSQL: grant the rights that roles had on the tables.
    pub with_privileges: bool,
    /// Where the copy of the secrets file goes, if it is wanted.
    pub secrets: Option<&'a Path>,
}

/// A restore that has happened.
#[derive(Clone, Debug)]
pub struct Restored {
    pub manifest: Option<Manifest>,
    /// Where the previous data is, as a path or a schema.
    pub kept: Option<String>,
}

/// # Errors
///
/// Then the database is what it was.
pub fn restore(
    plan: &Plan<'_>,
    now: OffsetDateTime,
    report: &mut Report<'_>,
) -> Result<Restored, BackupError> {
    let manifest = checked::manifest(plan.backup, plan.database, plan.unverified)?;
    let date = date(now);
    let kept = match plan.database {
        DatabaseUrl::Sqlite(path) => restore_sqlite(plan, path, manifest.as_ref(), &date, report)?,
        DatabaseUrl::Postgres(uri) => {
            checked::copy(plan.backup, manifest.as_ref(), &mut std::io::sink(), report)?;
            put_back_secrets(plan)?;
            report("restoring", 0, 0);
            let swap = Swap { date: &date, with_privileges: plan.with_privileges };
            let kept = postgres::restore(uri, plan.programs, plan.backup, &swap)?;
            kept.map(|schema| format!("the schema {schema}"))
        }
    };
    Ok(Restored { manifest, kept })
}

/// After all checks, and before the data: a server with the data and without its keys would make new ones.
fn put_back_secrets(plan: &Plan<'_>) -> Result<(), BackupError> {
    plan.secrets.map_or(Ok(()), |to| secrets_file::put_back(plan.backup, to))
}

/// The back-up is copied beside the database first, so it may be on another file system.
fn restore_sqlite(
    plan: &Plan<'_>,
    path: &Path,
    manifest: Option<&Manifest>,
    date: &str,
    report: &mut Report<'_>,
) -> Result<Option<String>, BackupError> {
    // Before anything is copied; it is asked again when the files are exchanged.
    if let Ok(Some(by)) = storage::holder(path) {
        return Err(BackupError::InUse { url: plan.database.to_string(), by });
    }
    let folder = folder_of(path);
    storage::make_private_folder(&folder).map_err(BackupError::file("cannot make", &folder))?;
    let _lock = FolderLock::take(&folder)?;
    let (part, mut file) = PartFile::create(path)?;
    part.give_to_owner_of(if path.exists() { path } else { &folder })?;
    checked::copy(plan.backup, manifest, &mut file, report)?;
    drop(file);
    report("checking", 0, 0);
    let copy = DatabaseUrl::sqlite(part.path());
    let mut direct = Direct::open(&copy)?;
    let faults = direct.faults()?;
    let has_tables = direct.migration()?;
    drop(direct);
    let backup = plan.backup.display().to_string();
    if !faults.is_empty() {
        return Err(BackupError::Faults { path: backup, faults: faults.join("; ") });
    }
    match has_tables {
        None => {
            let reason = "it has no tables of frontdesk".to_owned();
            return Err(BackupError::NoBackup { path: backup, reason });
        }
        Some(version) if !storage::knows_migration(plan.database, &version) => {
            return Err(BackupError::LaterRelease { path: backup, detail: format!("migration {version}") });
        }
        Some(_) => {}
    }
    part.sync()?;
    put_back_secrets(plan)?;
    // The file is synced, and the rename that follows is, too.
    let with = part.keep();
    let replaced = storage::replace(path, &with, date);
    let Kept(kept) = replaced.inspect_err(|_| drop(std::fs::remove_file(&with)))?;
    Ok(kept.map(|kept| kept.display().to_string()))
}
