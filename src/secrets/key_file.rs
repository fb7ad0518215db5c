//! The secrets file: readable by its owner alone, and written whole or not at all.

use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::{InvalidKeys, Keys};

const HEAD: &str = "\
# The keys that encrypt the secrets in Frontdesk's database; the first one is current. Keep this file, and keep it apart
# from the back-ups of the database: together they open what each alone does not.
";

pub struct KeyFile(PathBuf);

#[derive(Debug, thiserror::Error)]
#[error("secrets.key_file: {path}: {reason}")]
pub struct KeyFileError {
    path: String,
    reason: String,
}

impl KeyFile {
    pub fn new(path: PathBuf) -> Self {
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }

    /// `None` if there is no file.
    pub fn read(&self) -> Result<Option<Keys>, KeyFileError> {
        let text = match fs::read_to_string(&self.0) {
            Ok(text) => zeroize::Zeroizing::new(text),
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(self.failed(error)),
        };
        self.warn_if_open();
        text.parse().map(Some).map_err(|error: InvalidKeys| self.failed(error))
    }

    /// Creates the file. If another process creates it first, the keys of that process count.
    pub fn create(&self, keys: &Keys) -> Result<Keys, KeyFileError> {
        let written = self.write_beside(keys)?;
        // `hard_link` fails if the file exists; `rename` would replace it.
        let linked = fs::hard_link(&written, &self.0);
        let removed = fs::remove_file(&written);
        match linked {
            Ok(()) => {
                removed.map_err(|error| self.failed(error))?;
                self.sync_folder();
                Ok(keys.clone())
            }
            Err(error) if error.kind() == ErrorKind::AlreadyExists => {
                self.read()?.ok_or_else(|| self.failed("another process created and deleted it"))
            }
            Err(error) => Err(self.failed(error)),
        }
    }

    /// Replaces the keys in the file by these.
    pub fn replace(&self, keys: &Keys) -> Result<(), KeyFileError> {
        let written = self.write_beside(keys)?;
        fs::rename(written, &self.0).map_err(|error| self.failed(error))?;
        self.sync_folder();
        Ok(())
    }

    fn write_beside(&self, keys: &Keys) -> Result<PathBuf, KeyFileError> {
        let beside = self.0.with_extension(format!("part-{}", std::process::id()));
        write_private(&beside, keys).map_err(|error| self.failed(error))?;
        Ok(beside)
    }

    /// A new name in a folder is durable only when the folder is synced.
    fn sync_folder(&self) {
        let folder =
            self.0.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if let Err(error) = fs::File::open(folder).and_then(|folder| folder.sync_all()) {
            tracing::warn!("{} could not be synced: {error}", folder.display());
        }
    }

    fn warn_if_open(&self) {
        #[cfg(unix)]
        if fs::metadata(&self.0)
            .is_ok_and(|file| std::os::unix::fs::PermissionsExt::mode(&file.permissions()) & 0o077 != 0)
        {
            tracing::warn!("{} is open to others than its owner; close it with: chmod 600", self.0.display());
        }
    }

    fn failed(&self, reason: impl ToString) -> KeyFileError {
        KeyFileError { path: self.0.display().to_string(), reason: reason.to_string() }
    }
}

fn write_private(path: &Path, keys: &Keys) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.write(true).create(true).truncate(true).open(path)?;
    file.write_all(HEAD.as_bytes())?;
    file.write_all(keys.expose().as_bytes())?;
    file.sync_all()
}
