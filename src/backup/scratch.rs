//! A back-up that is unpacked for a rehearsal: on SQLite into a folder, on PostgreSQL into a database of its own. Both are
//! gone when the value is dropped.

use std::fs;
use std::path::{Path, PathBuf};

use time::OffsetDateTime;

use super::checked::{self, Unverified};
use super::error::BackupError;
use super::manifest::Manifest;
use super::part_file::FolderLock;
use super::programs::Programs;
use super::{Report, postgres};
use crate::storage::{self, DatabaseUrl, Direct, PostgresUri};

/// The folder below the data folder.
const FOLDER: &str = "rehearsal";

/// What to unpack, and the database that it is a back-up of.
pub struct Plan<'a> {
    pub backup: &'a Path,
    pub database: &'a DatabaseUrl,
    pub programs: &'a Programs,
    /// Below it is the folder of the rehearsal.
    pub data_dir: &'a Path,
    pub unverified: Unverified,
}

pub struct Scratch {
    /// The unpacked database.
    pub url: DatabaseUrl,
    /// A folder for the files of the rehearsal.
    pub folder: PathBuf,
    pub manifest: Option<Manifest>,
    /// The server, and the name of the database on it.
    on_server: Option<(DatabaseUrl, String)>,
    _lock: FolderLock,
}

/// Checks the digest of the back-up, and unpacks it.
///
/// # Errors
///
/// If it is damaged, or the role may not create databases.
pub fn unpack(plan: &Plan<'_>, now: OffsetDateTime, report: &mut Report<'_>) -> Result<Scratch, BackupError> {
    let manifest = checked::manifest(plan.backup, plan.database, plan.unverified)?;
    let folder = plan.data_dir.join(FOLDER);
    storage::make_private_folder(&folder).map_err(BackupError::file("cannot make", &folder))?;
    // One rehearsal at a time; a killed one may have left its files.
    let lock = FolderLock::take(&folder)?;
    empty(&folder);
    match plan.database {
        DatabaseUrl::Sqlite(_) => {
            let path = folder.join("frontdesk.db");
            let url = DatabaseUrl::sqlite(&path);
            let scratch = Scratch { url, folder, manifest, on_server: None, _lock: lock };
            let mut options = fs::File::options();
            #[cfg(unix)]
            std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
            let created = options.write(true).create_new(true).open(&path);
            let mut file = created.map_err(BackupError::file("cannot make", &path))?;
            checked::copy(plan.backup, scratch.manifest.as_ref(), &mut file, report)?;
            Ok(scratch)
        }
        DatabaseUrl::Postgres(uri) => {
            checked::copy(plan.backup, manifest.as_ref(), &mut std::io::sink(), report)?;
            report("restoring", 0, 0);
            let (url, name) = create_database(plan.database, uri, plan.programs, now)?;
            let on_server = Some((plan.database.clone(), name));
            let scratch = Scratch { url: url.clone(), folder, manifest, on_server, _lock: lock };
            if let DatabaseUrl::Postgres(uri) = &url {
                postgres::unpack(uri, plan.programs, plan.backup)?;
            }
            Ok(scratch)
        }
    }
}

fn create_database(
    database: &DatabaseUrl,
    uri: &PostgresUri,
    programs: &Programs,
    now: OffsetDateTime,
) -> Result<(DatabaseUrl, String), BackupError> {
    programs.need("pg_restore", 0)?;
    let mut direct = Direct::open(database)?;
    let schema = direct.schema()?;
    let (role, may_create) = direct.may_create_databases()?;
    if !may_create {
        return Err(BackupError::Program {
            program: "rehearsal".to_owned(),
            reason: format!(
                "the role {role} may not create the database into which the back-up is restored; allow it with: \
                 ALTER ROLE {role} CREATEDB; or rehearse with the DATABASE_URL of another server or role"
            ),
        });
    }
    let name = direct.create_scratch_database(now.unix_timestamp())?;
    let url = DatabaseUrl::Postgres(uri.with_database(&name));
    Direct::open(&url)
        .map_err(BackupError::from)
        .and_then(|mut scratch| Ok(scratch.create_schema(&schema)?))?;
    Ok((url, name))
}

impl Scratch {
    /// What the database's own checks find wrong: SQLite's `integrity_check` and `foreign_key_check`. PostgreSQL has
    /// checked all constraints while it was restored.
    pub fn faults(&self) -> Result<Vec<String>, BackupError> {
        let mut direct = Direct::open(&self.url)?;
        let mut faults = match self.url {
            DatabaseUrl::Sqlite(_) => direct.faults()?,
            DatabaseUrl::Postgres(_) => Vec::new(),
        };
        if faults.is_empty() && direct.migration()?.is_none() {
            faults.push("it has no tables of frontdesk where the server looks for them".to_owned());
        }
        Ok(faults)
    }

    /// How many rows of each table are other than the manifest says.
    pub fn differing_counts(&self) -> Result<Vec<String>, BackupError> {
        let Some(manifest) = &self.manifest else { return Ok(Vec::new()) };
        let found = Direct::open(&self.url)?.contents()?.rows;
        Ok(manifest
            .rows
            .iter()
            .filter(|(table, rows)| found.get(*table) != Some(*rows))
            .map(|(table, rows)| {
                let found = found.get(table).copied().unwrap_or_default();
                format!("{table} has {found} rows, and the manifest says {rows}")
            })
            .collect())
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        if let Some((server, name)) = &self.on_server {
            let dropped = Direct::open(server).map(|mut direct| direct.drop_scratch_database(name));
            if !matches!(dropped, Ok(Ok(()))) {
                tracing::warn!("the database {name} of a rehearsal could not be dropped: drop it by hand");
            }
        }
        empty(&self.folder);
        let _ = fs::remove_dir(&self.folder);
    }
}

/// Deletes what is in a folder.
fn empty(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        let _ = if path.is_dir() { fs::remove_dir_all(&path) } else { fs::remove_file(&path) };
    }
}
