//! The files of a SQLite database: creates them for their owner alone, names them for SQLite, and detects when others
//! replace them.

use std::ffi::OsString;
#[cfg(target_os = "linux")]
use std::fs::File;
use std::fs::Metadata;
use std::io;
use std::path::{Path, PathBuf};

use crate::storage::engine::OpenError;

/// SQLite's version numbers are 1,000,000 × major + 1,000 × minor + patch.
const OLDEST_SQLITE: i32 = 3_051_003;

/// Checks the version of SQLite, and creates the folder and the file before the first connection.
pub fn make(path: &Path) -> Result<(), OpenError> {
    #[expect(unsafe_code, reason = "diesel does not tell the version of SQLite")]
    // SAFETY: takes nothing, returns a constant.
    let version = unsafe { libsqlite3_sys::sqlite3_libversion_number() };
    if version < OLDEST_SQLITE {
        let found = format!("{}.{}.{}", version / 1_000_000, version / 1_000 % 1_000, version % 1_000);
        return Err(OpenError::OldSqlite { found });
    }
    check_restored(path)?;
    let cannot_make = |source| OpenError::File { path: path.display().to_string(), source };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_private_folder(folder).map_err(cannot_make)?;
    }
    touch_private_file(path).map_err(cannot_make)
}

/// Creates a folder for its owner alone. Leaves an existing folder as it is.
pub fn make_private_folder(path: &Path) -> io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&path.metadata()?.permissions()) & 0o077 != 0 {
        tracing::warn!("{} is open to others than its owner; close it with: chmod 700", path.display());
    }
    Ok(())
}

/// Creates the file for its owner alone; SQLite gives the files beside it the same mode. Only to be called before there
/// is a connection: closing a file releases all locks that the process has on it.
fn touch_private_file(path: &Path) -> io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.append(true).create(true).open(path).map(drop)
}

/// A URI with which SQLite opens an existing file but creates none, so that no empty database takes the place of a
/// removed one.
pub fn uri(path: &Path) -> String {
    let mut uri = String::from("file:");
    for &octet in path.as_os_str().as_encoded_bytes() {
        match octet {
            b'/' | b'.' | b'-' | b'_' | b'~' => uri.push(octet.into()),
            _ if octet.is_ascii_alphanumeric() => uri.push(octet.into()),
            _ => uri.push_str(&format!("%{octet:02X}")),
        }
    }
    uri + "?mode=rw"
}

/// The write-ahead log, which has the newest commits.
pub fn log_of(path: &Path) -> PathBuf {
    beside(path, "-wal")
}

/// The index of the log, which all processes share.
pub fn index_of(path: &Path) -> PathBuf {
    beside(path, "-shm")
}

/// Exists while a restore puts another database in the place of this one.
pub fn restoring_of(path: &Path) -> PathBuf {
    beside(path, "-restoring")
}

/// Refuses a database whose restore was interrupted: its files may belong to two databases.
pub fn check_restored(path: &Path) -> Result<(), OpenError> {
    let marker = restoring_of(path);
    match marker.exists() {
        true => Err(OpenError::RestoreUnfinished {
            url: format!("sqlite://{}", path.display()),
            marker: marker.display().to_string(),
        }),
        false => Ok(()),
    }
}

pub fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(ending);
    name.into()
}

/// The identity of a file, independent of its name. No other file has the same while this one is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FileId {
    device: u64,
    inode: u64,
}

impl FileId {
    fn of(path: &Path) -> io::Result<Self> {
        path.metadata().map(|metadata| Self::from(&metadata))
    }
}

impl From<&Metadata> for FileId {
    #[cfg(unix)]
    fn from(metadata: &Metadata) -> Self {
        use std::os::unix::fs::MetadataExt;
        Self { device: metadata.dev(), inode: metadata.ino() }
    }

    /// On other systems an open file can be neither removed nor replaced.
    #[cfg(not(unix))]
    fn from(_: &Metadata) -> Self {
        Self { device: 0, inode: 0 }
    }
}

/// A file with its identity, which no other file gets while this value exists.
#[derive(Debug)]
struct Held {
    path: PathBuf,
    id: FileId,
    #[cfg(target_os = "linux")]
    _handle: File,
}

impl Held {
    /// The handle is opened with `O_PATH`, so closing it releases none of the locks that the process has on the file.
    #[cfg(target_os = "linux")]
    fn at(path: PathBuf) -> io::Result<Self> {
        use std::os::unix::fs::OpenOptionsExt;
        let handle = File::options().read(true).custom_flags(libc::O_PATH).open(&path)?;
        Ok(Self { path, id: FileId::from(&handle.metadata()?), _handle: handle })
    }

    /// Most systems other than Linux count file numbers up, and do not reuse them.
    #[cfg(not(target_os = "linux"))]
    fn at(path: PathBuf) -> io::Result<Self> {
        let id = FileId::of(&path)?;
        Ok(Self { path, id })
    }

    fn is_at(&self, path: &Path) -> bool {
        FileId::of(path).is_ok_and(|id| id == self.id)
    }

    /// Whether the file is still at its path; otherwise what has happened to it.
    fn check(&self) -> Result<(), String> {
        let path = self.path.display();
        match FileId::of(&self.path) {
            Ok(found) if found == self.id => Ok(()),
            Ok(_) => Err(format!("{path} was replaced")),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Err(format!("{path} was removed")),
            Err(error) => Err(format!("{path} is out of reach: {error}")),
        }
    }
}

/// The files that make up an open database.
#[derive(Debug)]
pub struct Files {
    database: Held,
    log: Held,
    index: Held,
}

impl Files {
    /// The files at this path. All three exist once a connection has read from the database.
    pub fn at(path: &Path) -> io::Result<Self> {
        Ok(Self {
            database: Held::at(path.to_owned())?,
            log: Held::at(log_of(path))?,
            index: Held::at(index_of(path))?,
        })
    }

    /// Whether all files are still at their paths.
    pub fn check(&self) -> Result<(), String> {
        [&self.database, &self.log, &self.index].into_iter().try_for_each(Held::check)
    }

    /// Prepares for another database at the path: SQLite must not apply the log of the removed one to it. That log may
    /// have the newest commits of a file that was moved, so it is renamed and kept.
    pub fn make_room(&self) {
        if self.database.check().is_ok() {
            return;
        }
        let log = &self.log.path;
        if self.log.check().is_ok() {
            let aside = beside(&self.database.path, &format!("-wal.of-removed-{}", self.database.id.inode));
            match std::fs::rename(log, &aside) {
                // Another process was faster: this is the log of the database that is there now.
                Ok(()) if !self.log.is_at(&aside) => drop(std::fs::rename(&aside, log)),
                Ok(()) => tracing::warn!(
                    "{} was left by the database that was removed, and has its newest commits: kept as {}",
                    log.display(),
                    aside.display()
                ),
                Err(error) => tracing::error!("cannot set aside {}: {error}", log.display()),
            }
        }
        if self.index.check().is_ok() {
            let _ = std::fs::remove_file(&self.index.path);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_means_in_a_uri_what_it_says() {
        assert_eq!(uri(Path::new("data/frontdesk.db")), "file:data/frontdesk.db?mode=rw");
        assert_eq!(uri(Path::new("/a b/50%?#é.db")), "file:/a%20b/50%25%3F%23%C3%A9.db?mode=rw");
    }

    #[test]
    fn what_is_put_in_the_place_of_a_file_is_another_one() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("frontdesk.db");
        let write = |path: &Path| std::fs::write(path, "x").expect("a file");
        [path.clone(), log_of(&path), index_of(&path)].iter().for_each(|path| write(path));
        let files = Files::at(&path).expect("files");
        assert_eq!(files.check(), Ok(()));
        std::fs::remove_file(log_of(&path)).expect("removed");
        assert!(files.check().is_err_and(|error| error.ends_with("frontdesk.db-wal was removed")));
        write(&log_of(&path));
        assert!(files.check().is_err_and(|error| error.ends_with("frontdesk.db-wal was replaced")));
        // The database is still the same, so the log beside it belongs to it.
        files.make_room();
        assert!(log_of(&path).exists());
    }

    #[test]
    fn the_log_of_a_removed_database_makes_room() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("frontdesk.db");
        let write = |path: &Path, text: &str| std::fs::write(path, text).expect("a file");
        [path.clone(), log_of(&path), index_of(&path)].iter().for_each(|path| write(path, "old"));
        let files = Files::at(&path).expect("files");
        std::fs::remove_file(&path).expect("removed");
        write(&path, "new");
        files.make_room();
        let mut names: Vec<String> = std::fs::read_dir(folder.path())
            .expect("a folder")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert!(names.len() == 2 && names[1].starts_with("frontdesk.db-wal.of-removed-"), "{names:?}");

        write(&log_of(&path), "of the new one");
        files.make_room();
        assert!(log_of(&path).exists());
    }
}
