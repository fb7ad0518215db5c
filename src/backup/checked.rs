//! Whether a file is a back-up that this program can use with this database, and undamaged.

use std::fs::File;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use super::Report;
use super::error::BackupError;
use super::file_digest::digest;
use super::manifest::{Kind, Manifest};
use crate::storage::{DatabaseUrl, knows_migration};

/// What happens with a back-up that has no manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unverified {
    Refused,
    /// The operator knows where it is from, such as another program.
    Accepted,
}

/// How the files begin.
const SQLITE: &[u8] = b"SQLite format 3\0";
const ARCHIVE: &[u8] = b"PGDMP";

/// Checks what the manifest says, before anything is read.
///
/// # Errors
///
/// If the back-up is of the other database or of a later release, or has no manifest.
pub fn manifest(
    path: &Path,
    database: &DatabaseUrl,
    unverified: Unverified,
) -> Result<Option<Manifest>, BackupError> {
    let shown = path.display().to_string();
    let no_backup = |reason: &str| BackupError::NoBackup { path: shown.clone(), reason: reason.to_owned() };
    let metadata = path.metadata().map_err(BackupError::file("cannot read", path))?;
    if metadata.is_dir() {
        return Err(no_backup("it is a folder; name a file in it"));
    }
    let manifest = Manifest::read(path)?;
    if manifest.is_none() && unverified == Unverified::Refused {
        let path = Manifest::path_of(path).display().to_string();
        return Err(BackupError::NoManifest { path });
    }
    let kind =
        kind(path)?.ok_or_else(|| no_backup("it is neither a SQLite database nor an archive of pg_dump"))?;
    let expected = Kind::of(database);
    if kind != expected {
        let (backup, database) = (kind.name(), expected.name());
        return Err(BackupError::OtherDatabase { path: shown, backup, database });
    }
    if has_log(path) {
        return Err(no_backup(
            "it has a write-ahead log (-wal) beside it, so it is a database in use; make a back-up of that with: \
             frontdesk backup PATH",
        ));
    }
    let later = manifest.as_ref().and_then(|manifest| manifest.migration.as_deref());
    if let Some(version) = later.filter(|version| !knows_migration(database, version)) {
        return Err(BackupError::LaterRelease { path: shown, detail: format!("migration {version}") });
    }
    Ok(manifest)
}

fn kind(path: &Path) -> Result<Option<Kind>, BackupError> {
    let mut head = Vec::new();
    let read = File::open(path).and_then(|file| file.take(16).read_to_end(&mut head));
    read.map_err(BackupError::file("cannot read", path))?;
    Ok(match () {
        () if head.starts_with(SQLITE) => Some(Kind::Sqlite),
        () if head.starts_with(ARCHIVE) => Some(Kind::PostgreSql),
        () => None,
    })
}

fn has_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    PathBuf::from(log).metadata().is_ok_and(|log| log.len() > 0)
}

/// Reads the whole back-up, into `copy`, and compares its digest with the manifest's.
///
/// # Errors
///
/// If they differ.
pub fn copy(
    path: &Path,
    manifest: Option<&Manifest>,
    copy: &mut dyn Write,
    report: &mut Report<'_>,
) -> Result<(), BackupError> {
    let (octets, sha256) =
        digest(path, "reading", copy, report).map_err(BackupError::file("cannot copy", path))?;
    let Some(manifest) = manifest else { return Ok(()) };
    let damaged = |found: String, expected: String| {
        let path = path.display().to_string();
        Err(BackupError::Damaged { path, found, expected })
    };
    if octets != manifest.octets {
        return damaged(format!("it has {octets} octets"), manifest.octets.to_string());
    }
    if sha256 != manifest.sha256 {
        return damaged(format!("its SHA-256 is {sha256}"), manifest.sha256.clone());
    }
    Ok(())
}
