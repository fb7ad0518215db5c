//! A folder of back-ups: their names, which there are, which is the last good one, and which are old enough to delete.

use std::fs;
use std::path::{Path, PathBuf};

use time::OffsetDateTime;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

use super::error::BackupError;
use super::manifest::{Kind, Manifest};
use super::secrets_file;
use crate::storage::{self, DatabaseUrl};

/// As `2026-11-27T04-30-00Z`: without colons, which some file systems do not allow in names.
const DATE: StaticFormatDescription = format_description!("[year]-[month]-[day]T[hour]-[minute]-[second]Z");

const NAME: &str = "frontdesk-";

/// A back-up that is there, with its manifest.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    pub path: PathBuf,
    pub manifest: Manifest,
}

/// The time in the name of a file.
pub fn date(now: OffsetDateTime) -> String {
    now.to_offset(time::UtcOffset::UTC).format(DATE).unwrap_or_default()
}

/// The path of a new back-up.
pub fn new_path(folder: &Path, kind: Kind, now: OffsetDateTime) -> PathBuf {
    let (date, ending) = (date(now), kind.ending());
    let first = folder.join(format!("{NAME}{date}.{ending}"));
    if taken(&first).is_none() {
        return first;
    }
    (2..)
        .map(|n| folder.join(format!("{NAME}{date}-{n}.{ending}")))
        .find(|path| taken(path).is_none())
        .unwrap_or(first)
}

/// Which of the files of a back-up at this path there is already.
pub fn taken(path: &Path) -> Option<PathBuf> {
    [path.to_owned(), Manifest::path_of(path), secrets_file::path_of(path)]
        .into_iter()
        .find(|path| path.exists())
}

/// The back-ups in a folder, the newest first. Leaves out files without a manifest, and manifests that cannot be read or
/// whose file is missing or has another length.
///
/// # Errors
///
/// If the folder cannot be read.
pub fn list(folder: &Path) -> Result<Vec<Backup>, BackupError> {
    let entries = fs::read_dir(folder).map_err(BackupError::file("cannot read", folder))?;
    let mut found: Vec<Backup> = entries
        .flatten()
        .filter_map(|entry| entry.path().to_str()?.strip_suffix(".json").map(PathBuf::from))
        .filter_map(|path| Some(Backup { manifest: Manifest::read(&path).ok()??, path }))
        .filter(|Backup { path, manifest }| path.metadata().is_ok_and(|file| file.len() == manifest.octets))
        .collect();
    found.sort_by(|one, other| {
        (other.manifest.created_at, &other.path).cmp(&(one.manifest.created_at, &one.path))
    });
    Ok(found)
}

/// The newest back-up whose rehearsal succeeded. `None` if there is none, or the folder cannot be read.
pub fn last_good(folder: &Path, now: OffsetDateTime) -> Option<Backup> {
    let all = by_age(list(folder).ok()?, now);
    all.into_iter().find(|backup| backup.manifest.rehearsed_at.is_some())
}

/// The newest first. One from the future was made while the clock was ahead, so it counts as the oldest.
fn by_age(mut all: Vec<Backup>, now: OffsetDateTime) -> Vec<Backup> {
    all.sort_by_key(|Backup { manifest, .. }| manifest.created_at > now);
    all
}

/// Deletes the oldest back-ups until there are `keep`, and returns those that it has deleted. Only files that have the
/// names that Frontdesk gave them count, and the newest one that was rehearsed stays in any case.
///
/// # Errors
///
/// If the folder cannot be read, or a file cannot be deleted.
pub fn retain(folder: &Path, keep: usize, now: OffsetDateTime) -> Result<Vec<PathBuf>, BackupError> {
    let mut named = by_age(list(folder)?, now);
    named.retain(|Backup { path, manifest }| is_ours(path) && path.ends_with(&manifest.file));
    let good = named.iter().position(|backup| backup.manifest.rehearsed_at.is_some());
    let mut deleted = Vec::new();
    for (place, Backup { path, .. }) in named.into_iter().enumerate() {
        if place < keep || Some(place) == good {
            continue;
        }
        // The keys first, and the manifest last: what has no manifest or no back-up is not found again.
        for path in [&secrets_file::path_of(&path), &path, &Manifest::path_of(&path)] {
            match fs::remove_file(path) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(BackupError::file("cannot delete", path)(error));
                }
                _ => {}
            }
        }
        deleted.push(path);
    }
    Ok(deleted)
}

/// Whether the name is one that [`new_path`] gives.
fn is_ours(path: &Path) -> bool {
    let name = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.strip_prefix(NAME));
    let Some((date, rest)) = name.and_then(|name| name.split_at_checked(DATE_LENGTH)) else { return false };
    let is_date = date.char_indices().all(|(at, c)| match at {
        4 | 7 | 13 | 16 => c == '-',
        10 => c == 'T',
        19 => c == 'Z',
        _ => c.is_ascii_digit(),
    });
    let Some((number, "sqlite3" | "dump")) = rest.split_once('.') else { return false };
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|octet| octet.is_ascii_digit());
    is_date && (number.is_empty() || number.strip_prefix('-').is_some_and(is_number))
}

const DATE_LENGTH: usize = "2026-11-27T04-30-00Z".len();

/// Creates the folder of the settings, for its owner alone. Leaves an existing one as it is.
pub fn make_folder(folder: &Path) -> Result<(), BackupError> {
    storage::make_private_folder(folder).map_err(BackupError::file("cannot make", folder))
}

/// Whether a back-up is on the file system of the database: then one broken disk takes both. False if it is unknown, or
/// the database is on a server.
pub fn is_on_the_same_disk(backup: &Path, database: &DatabaseUrl) -> bool {
    let DatabaseUrl::Sqlite(database) = database else { return false };
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt;
        let of = |path: &Path| path.metadata().ok().map(|metadata| metadata.dev());
        of(backup).is_some_and(|device| of(database) == Some(device))
    }
    #[cfg(not(unix))]
    {
        let _ = (backup, database);
        false
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use time::Duration;
    use time::macros::datetime;

    use super::*;

    const NOON: OffsetDateTime = datetime!(2026-11-27 12:00 UTC);

    fn put(folder: &Path, hour: i64, is_rehearsed: bool) -> PathBuf {
        let created_at = NOON + Duration::hours(hour);
        let path = new_path(folder, Kind::Sqlite, created_at);
        fs::write(&path, "x").expect("a file");
        let manifest = Manifest {
            format: 1,
            program: "0.1.0".into(),
            created_at,
            rehearsed_at: is_rehearsed.then_some(created_at),
            database: Kind::Sqlite,
            database_version: String::new(),
            migration: None,
            file: path.file_name().expect("a name").to_string_lossy().into_owned(),
            octets: 1,
            sha256: String::new(),
            rows: BTreeMap::new(),
            secret_keys: Vec::new(),
        };
        manifest.write(&path).expect("a manifest");
        path
    }

    #[test]
    fn the_oldest_go_and_what_is_not_ours_stays() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let paths: Vec<PathBuf> = (0..5).map(|hour| put(folder.path(), hour, hour < 4)).collect();
        let mine = folder.path().join("before-the-move.sqlite3");
        fs::rename(&paths[4], &mine).expect("renamed");
        fs::rename(Manifest::path_of(&paths[4]), Manifest::path_of(&mine)).expect("renamed");
        fs::write(folder.path().join("frontdesk-2020-01-01T00-00-00Z.sqlite3"), "no manifest")
            .expect("a file");
        assert_eq!(
            retain(folder.path(), 2, NOON + Duration::days(1)).expect("retained"),
            [paths[1].clone(), paths[0].clone()]
        );
        let left: Vec<PathBuf> =
            list(folder.path()).expect("a list").into_iter().map(|backup| backup.path).collect();
        assert_eq!(left, [mine, paths[3].clone(), paths[2].clone()]);
        assert!(!Manifest::path_of(&paths[0]).exists());
        assert_eq!(
            retain(folder.path(), 2, NOON + Duration::days(1)).expect("retained"),
            Vec::<PathBuf>::new()
        );
    }

    #[test]
    fn the_last_that_was_rehearsed_stays() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let paths: Vec<PathBuf> = (0..4).map(|hour| put(folder.path(), hour, hour == 1)).collect();
        assert_eq!(
            retain(folder.path(), 1, NOON + Duration::days(1)).expect("retained"),
            [paths[2].clone(), paths[0].clone()]
        );
        assert_eq!(
            last_good(folder.path(), NOON + Duration::days(1)).map(|good| good.path),
            Some(paths[1].clone())
        );
    }

    #[test]
    fn those_of_a_clock_that_was_ahead_go_first() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let paths: Vec<PathBuf> = [-1, 0, 48, 72].map(|hour| put(folder.path(), hour, true)).to_vec();
        assert_eq!(last_good(folder.path(), NOON).map(|good| good.path), Some(paths[1].clone()));
        let deleted = retain(folder.path(), 1, NOON).expect("retained");
        assert_eq!(deleted.len(), 3);
        assert!(paths[1].exists(), "the one that was just made");
    }

    #[test]
    fn a_second_back_up_in_a_second_gets_another_name() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let (one, two) = (put(folder.path(), 0, true), put(folder.path(), 0, true));
        assert_eq!(one, folder.path().join("frontdesk-2026-11-27T12-00-00Z.sqlite3"));
        assert_eq!(two, folder.path().join("frontdesk-2026-11-27T12-00-00Z-2.sqlite3"));
        assert!(is_ours(&one) && is_ours(&two) && !is_ours(Path::new("frontdesk-latest.sqlite3")));
        let kept = "frontdesk-2026-11-27T12-00-00Z-before-the-move.sqlite3";
        assert!(!is_ours(Path::new(kept)), "an operator has named it");
    }

    #[test]
    fn a_file_of_another_length_is_no_back_up() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = put(folder.path(), 0, true);
        fs::write(path, "xy").expect("a file");
        assert_eq!(list(folder.path()).expect("a list"), []);
    }
}
