//! The operator's block list (`passwords.blocklist`). It is built once into a sorted file of fingerprints in the data
//! folder, and searched there, so that ten million passwords take no memory.

mod build;
mod built;
mod error;
mod source;

use std::fs::{self, File};
use std::io;
use std::path::Path;

use crate::domain::{Blocklist, BlocklistUnreadable};

pub use error::{BlocklistError, MAX_LINES};

use built::Built;
use error::unreadable;
use source::{Source, fingerprint};

const BUILT: &str = "password_blocklist.set";
const BEING_BUILT: &str = "password_blocklist.new";
const LOCK: &str = "password_blocklist.lock";

/// A list that is ready for look-ups.
#[derive(Debug)]
pub struct FileBlocklist(Built);

/// Opens a list without reading a line of it, to report early that it is missing.
pub fn check(list: &Path) -> Result<(), BlocklistError> {
    open_list(list).map(drop)
}

impl FileBlocklist {
    /// Builds the list, or uses the one that was built before if the file is the same: by path, size and time of
    /// change.
    ///
    /// If several processes start at the same time, one of them builds and the others wait.
    pub fn open(list: &Path, data_dir: &Path) -> Result<Self, BlocklistError> {
        let file = open_list(list)?;
        let source = Source::of(list, &file).map_err(unreadable(list))?;
        let path = data_dir.join(BUILT);
        if let Some(built) = Built::open(&path, &source) {
            return Ok(Self(built));
        }
        let unwritable = |source| BlocklistError::Unwritable { path: path.clone(), source };
        let lock = File::create(data_dir.join(LOCK)).map_err(unwritable)?;
        lock.lock().map_err(unwritable)?;
        if let Some(built) = Built::open(&path, &source) {
            return Ok(Self(built));
        }
        let begin = std::time::Instant::now();
        let fingerprints = build::fingerprints(list, file)?;
        let new = data_dir.join(BEING_BUILT);
        built::write(&new, &source, &fingerprints).map_err(unwritable)?;
        fs::rename(&new, &path).map_err(unwritable)?;
        let built = Built::open(&path, &source)
            .ok_or_else(|| unwritable(io::Error::other("the file just written cannot be read")))?;
        tracing::info!(
            "passwords.blocklist: {} passwords from {}, built in {} ms",
            fingerprints.len(),
            list.display(),
            begin.elapsed().as_millis()
        );
        Ok(Self(built))
    }
}

impl Blocklist for FileBlocklist {
    fn contains(&self, folded: &str) -> Result<bool, BlocklistUnreadable> {
        Ok(self.0.contains(fingerprint(folded))?)
    }
}

fn open_list(list: &Path) -> Result<File, BlocklistError> {
    let file = File::open(list).map_err(unreadable(list))?;
    match file.metadata().map_err(unreadable(list))?.is_file() {
        true => Ok(file),
        false => Err(BlocklistError::NotAFile(list.to_owned())),
    }
}

#[cfg(test)]
mod tests;
