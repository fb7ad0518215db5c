//! The operator's list of refused passwords (`passwords.blocklist`): built once into a sorted file of fingerprints in the
//! data folder, and looked up there, so that ten million passwords take no memory.

mod build;
mod built;

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

use crate::domain::{Blocklist, BlocklistUnreadable};

use built::Built;

/// The most lines that a list may have: what the memory and the time of building it are stated for.
pub const MAX_LINES: u64 = 10_000_000;

const BUILT: &str = "password_blocklist.set";
const BEING_BUILT: &str = "password_blocklist.new";
const LOCK: &str = "password_blocklist.lock";

/// A list that is ready to be looked up.
#[derive(Debug)]
pub struct FileBlocklist(Built);

#[derive(Debug, thiserror::Error)]
pub enum BlocklistError {
    #[error("cannot read {}: {source}", .path.display())]
    Unreadable { path: PathBuf, source: io::Error },
    #[error("{} is not a file", .0.display())]
    NotAFile(PathBuf),
    #[error("{} has no lines", .0.display())]
    Empty(PathBuf),
    #[error("{} has more than {MAX_LINES} lines", .0.display())]
    TooManyLines(PathBuf),
    #[error("line {line} of {} is not UTF-8; write one password in each line, in UTF-8", .path.display())]
    NotUtf8 { path: PathBuf, line: u64 },
    #[error("line {line} of {} is longer than {} bytes", .path.display(), build::MAX_LINE_BYTES)]
    LongLine { path: PathBuf, line: u64 },
    #[error("cannot keep its built form in {}: {source}", .path.display())]
    Unwritable { path: PathBuf, source: io::Error },
}

/// Opens a list for reading and looks at no line of it: for telling early that it is missing.
pub fn check(list: &Path) -> Result<(), BlocklistError> {
    open_list(list).map(drop)
}

impl FileBlocklist {
    /// Builds the list, or takes what was built before if the file is the same: by path, size and time of change.
    ///
    /// Processes that start at the same time wait for one of them.
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
            .ok_or_else(|| unwritable(io::Error::other("what was written is not there")))?;
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

/// Which file a built list was made from.
#[derive(Debug, PartialEq, Eq)]
struct Source {
    path: u64,
    bytes: u64,
    changed_at_nanos: u64,
}

impl Source {
    fn of(list: &Path, file: &File) -> io::Result<Self> {
        let metadata = file.metadata()?;
        let changed_at = metadata.modified()?.duration_since(UNIX_EPOCH).unwrap_or_default();
        let path = fs::canonicalize(list)?;
        Ok(Self {
            path: fingerprint(&path.to_string_lossy()),
            bytes: metadata.len(),
            changed_at_nanos: u64::try_from(changed_at.as_nanos()).unwrap_or(u64::MAX),
        })
    }
}

/// 64 bits of SHA-256. With ten million passwords a random one is taken for one of them once in 10^12 times.
fn fingerprint(text: &str) -> u64 {
    Sha256::digest(text).iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn open_list(list: &Path) -> Result<File, BlocklistError> {
    let file = File::open(list).map_err(unreadable(list))?;
    match file.metadata().map_err(unreadable(list))?.is_file() {
        true => Ok(file),
        false => Err(BlocklistError::NotAFile(list.to_owned())),
    }
}

fn unreadable(path: &Path) -> impl Fn(io::Error) -> BlocklistError + '_ {
    move |source| BlocklistError::Unreadable { path: path.to_owned(), source }
}

#[cfg(test)]
mod tests;
