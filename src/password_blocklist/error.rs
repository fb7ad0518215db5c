//! Why the server cannot use the operator's list.

use std::io;
use std::path::{Path, PathBuf};

/// The most lines that a list may have. The documented memory and time for building it apply to this number.
pub const MAX_LINES: u64 = 10_000_000;

/// No password is longer, and a file without line ends must not fill the memory.
pub const MAX_LINE_BYTES: u64 = 64 * 1024;

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
    #[error("line {line} of {} is longer than {} bytes", .path.display(), MAX_LINE_BYTES)]
    LongLine { path: PathBuf, line: u64 },
    #[error("cannot write the built list to {}: {source}", .path.display())]
    Unwritable { path: PathBuf, source: io::Error },
}

pub fn unreadable(path: &Path) -> impl Fn(io::Error) -> BlocklistError + '_ {
    move |source| BlocklistError::Unreadable { path: path.to_owned(), source }
}
