//! A copy of the secrets file beside a back-up, where the operator asks for one: together they are all that a new machine
//! needs, and all that a thief needs.

use std::ffi::OsString;
use std::fs;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use super::error::BackupError;
use super::part_file::{PartFile, folder_of};
use crate::storage;

/// Where the copy is.
pub fn path_of(backup: &Path) -> PathBuf {
    let mut name = OsString::from(backup);
    name.push(".secrets.key");
    name.into()
}

/// Copies a secrets file, for its owner alone.
pub fn copy(from: &Path, to: &Path) -> Result<(), BackupError> {
    write(from, to)?.publish(to)
}

fn write(from: &Path, to: &Path) -> Result<PartFile, BackupError> {
    let keys = zeroize::Zeroizing::new(fs::read(from).map_err(BackupError::file("cannot read", from))?);
    let (part, mut file) = PartFile::create(to)?;
    file.write_all(&keys).map_err(BackupError::file("cannot write", to))?;
    Ok(part)
}

/// Puts the copy in the place of a secrets file that is missing.
///
/// # Errors
///
/// If there is no copy, or a secrets file with another content.
pub fn put_back(backup: &Path, to: &Path) -> Result<(), BackupError> {
    let copy_path = path_of(backup);
    if !copy_path.exists() {
        return Err(BackupError::Secrets(format!(
            "there is no {}: the back-up was made without --with-secrets",
            copy_path.display()
        )));
    }
    let read = |path: &Path| fs::read(path).map(zeroize::Zeroizing::new);
    match read(to) {
        Ok(present) if read(&copy_path).is_ok_and(|copy| *copy == *present) => Ok(()),
        Ok(_) => Err(BackupError::Secrets(format!(
            "{} exists and has other keys than {}: move it away, or add the lines of the one to the other; \
             then restore without --with-secrets",
            to.display(),
            copy_path.display()
        ))),
        Err(error) if error.kind() != ErrorKind::NotFound => Err(BackupError::file("cannot read", to)(error)),
        Err(_) => {
            let folder = folder_of(to);
            storage::make_private_folder(&folder).map_err(BackupError::file("cannot make", &folder))?;
            let part = write(&copy_path, to)?;
            part.give_to_owner_of(&folder)?;
            part.publish(to)
        }
    }
}
