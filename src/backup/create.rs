//! Makes a back-up.

use std::path::{Path, PathBuf};

use time::OffsetDateTime;

use super::Report;
use super::error::BackupError;
use super::file_digest::digest;
use super::folder::{Backup, new_path, taken};
use super::manifest::{FORMAT, Kind, Manifest};
use super::part_file::{FolderLock, PartFile, folder_of};
use super::programs::Programs;
use super::{postgres, secrets_file, sqlite};
use crate::storage::{DatabaseUrl, OpenError};

/// What to back up, and where to.
pub struct Plan<'a> {
    pub database: &'a DatabaseUrl,
    pub programs: &'a Programs,
    /// A folder that exists, or the name of a new file in one.
    pub path: &'a Path,
    /// The secrets file, if a copy of it is to be beside the back-up.
    pub secrets: Option<&'a Path>,
}

/// A new back-up.
#[derive(Clone, Debug)]
pub struct Made {
    pub backup: Backup,
    /// The copy of the secrets file.
    pub secrets: Option<PathBuf>,
}

/// # Errors
///
/// Then there is no new file, except what a killed process may leave under a hidden name.
pub fn create(plan: &Plan<'_>, now: OffsetDateTime, report: &mut Report<'_>) -> Result<Made, BackupError> {
    let kind = Kind::of(plan.database);
    let (folder, path) = place(plan.path, kind, now)?;
    let _lock = FolderLock::take(&folder)?;
    let (part, file) = PartFile::create(&path)?;
    // SQLite and pg_dump open it themselves.
    drop(file);
    let (contents, database_version) = match plan.database {
        DatabaseUrl::Sqlite(_) => sqlite::copy(plan.database, part.path(), report)?,
        DatabaseUrl::Postgres(uri) => postgres::dump(uri, plan.programs, part.path(), report)?,
    };
    if contents.migration.is_none() {
        return Err(OpenError::NoTables { url: plan.database.to_string() }.into());
    }
    part.sync()?;
    let (octets, sha256) = digest(part.path(), "reading it back", &mut std::io::sink(), report)
        .map_err(BackupError::file("cannot read", part.path()))?;
    let manifest = Manifest {
        format: FORMAT,
        program: env!("CARGO_PKG_VERSION").to_owned(),
        created_at: now,
        rehearsed_at: None,
        database: kind,
        database_version,
        migration: contents.migration,
        file: path.file_name().unwrap_or_default().to_string_lossy().into_owned(),
        octets,
        sha256,
        rows: contents.rows,
        secret_keys: contents.secret_keys,
    };
    let secrets = plan.secrets.map(|_| secrets_file::path_of(&path));
    if let (Some(from), Some(to)) = (plan.secrets, &secrets) {
        secrets_file::copy(from, to)?;
    }
    // The manifest first: where a back-up has a name, its manifest is there, too.
    manifest.write(&path).and_then(|()| part.publish(&path)).inspect_err(|_| {
        for path in secrets.iter().chain([&Manifest::path_of(&path)]) {
            let _ = std::fs::remove_file(path);
        }
    })?;
    Ok(Made { backup: Backup { path, manifest }, secrets })
}

/// The folder, and the path of the new file in it.
fn place(path: &Path, kind: Kind, now: OffsetDateTime) -> Result<(PathBuf, PathBuf), BackupError> {
    let no_folder = |folder: &Path| BackupError::NoFolder { path: folder.display().to_string() };
    if path.is_dir() {
        return Ok((path.to_owned(), new_path(path, kind, now)));
    }
    if path.as_os_str().as_encoded_bytes().ends_with(b"/") {
        return Err(no_folder(path));
    }
    if let Some(taken) = taken(path) {
        return Err(BackupError::Exists { path: taken.display().to_string() });
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        return Err(no_folder(&folder));
    }
    Ok((folder, path.to_owned()))
}

/// Notes in the manifest that a rehearsal has succeeded.
pub fn mark_rehearsed(path: &Path, now: OffsetDateTime) -> Result<(), BackupError> {
    match Manifest::read(path)? {
        Some(manifest) => Manifest { rehearsed_at: Some(now), ..manifest }.write(path),
        None => Ok(()),
    }
}
