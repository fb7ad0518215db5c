//! A file that is being written: under another name, for its owner alone, until it is complete. And the folder of such
//! files, in which one process works at a time.

use std::ffi::OsString;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use super::error::BackupError;

/// How the names of unfinished files end. A process that was killed leaves one, perhaps with a journal of SQLite beside it;
/// the next back-up in the folder deletes them.
const ENDING: &str = ".frontdesk-part";

/// Deleted when it is dropped, unless it was published.
pub struct PartFile {
    path: PathBuf,
    is_published: bool,
}

impl PartFile {
    /// Creates an empty file beside `path`, with the mode 0600 from the start.
    pub fn create(path: &Path) -> Result<(Self, File), BackupError> {
        let mut name = OsString::from(".");
        name.push(path.file_name().unwrap_or_default());
        name.push(format!(".{}{ENDING}", std::process::id()));
        let path = folder_of(path).join(name);
        let mut options = File::options();
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let created = options.write(true).create_new(true).open(&path);
        let file = created.map_err(BackupError::file("cannot make", &path))?;
        Ok((Self { path, is_published: false }, file))
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Writes the file to the disk, and gives it its name.
    pub fn publish(self, to: &Path) -> Result<(), BackupError> {
        self.sync()?;
        self.rename(to)
    }

    /// Writes the file to the disk.
    pub fn sync(&self) -> Result<(), BackupError> {
        // Another handle than the one that wrote: on Linux and BSD the file is synced, not the handle.
        let synced = File::options().write(true).open(&self.path).and_then(|file| file.sync_all());
        synced.map_err(BackupError::file("cannot sync", &self.path))
    }

    /// Gives the file to the owner of another one: a file that root restores is of no use to the user of the server.
    pub fn give_to_owner_of(&self, other: &Path) -> Result<(), BackupError> {
        #[cfg(unix)]
        {
            use std::os::unix::fs::{MetadataExt, chown};
            let metadata = |path: &Path| path.metadata().map_err(BackupError::file("cannot read", path));
            let (own, wanted) = (metadata(&self.path)?, metadata(other)?);
            if own.uid() != wanted.uid() {
                chown(&self.path, Some(wanted.uid()), Some(wanted.gid()))
                    .map_err(|_| BackupError::OtherOwner { path: other.display().to_string() })?;
            }
        }
        #[cfg(not(unix))]
        let _ = other;
        Ok(())
    }

    fn rename(mut self, to: &Path) -> Result<(), BackupError> {
        fs::rename(&self.path, to).map_err(BackupError::file("cannot make", to))?;
        self.is_published = true;
        // A new name is durable only when the folder is synced.
        let folder = folder_of(to);
        File::open(&folder)
            .and_then(|folder| folder.sync_all())
            .map_err(BackupError::file("cannot sync", &folder))
    }

    /// Hands the file over to code that renames it.
    pub fn keep(mut self) -> PathBuf {
        self.is_published = true;
        self.path.clone()
    }
}

impl Drop for PartFile {
    fn drop(&mut self) {
        if !self.is_published {
            let _ = fs::remove_file(&self.path);
            // SQLite's, if it was stopped.
            let mut journal = self.path.clone().into_os_string();
            journal.push("-journal");
            let _ = fs::remove_file(journal);
        }
    }
}

/// The folder that a file is in.
pub fn folder_of(path: &Path) -> PathBuf {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")).to_owned()
}

/// The right to write back-ups into a folder. It ends when the value is dropped, or its process ends.
pub struct FolderLock {
    /// `None` on a file system that has no locks for folders.
    _handle: Option<File>,
}

impl FolderLock {
    /// Locks the folder, and deletes what killed processes have left in it.
    pub fn take(folder: &Path) -> Result<Self, BackupError> {
        let handle = File::open(folder).map_err(BackupError::file("cannot read", folder))?;
        match handle.try_lock() {
            Ok(()) => {
                delete_leftovers(folder);
                Ok(Self { _handle: Some(handle) })
            }
            Err(TryLockError::WouldBlock) => Err(BackupError::Busy { path: folder.display().to_string() }),
            // Some network file systems lock no folders. Then files of killed processes stay.
            Err(TryLockError::Error(_)) => Ok(Self { _handle: None }),
        }
    }
}

fn delete_leftovers(folder: &Path) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.trim_end_matches("-journal").ends_with(ENDING) {
            let _ = fs::remove_file(entry.path());
        }
    }
}
