//! What identifies the operator's file, and the passwords in it.

use std::fs::{self, File};
use std::io;
use std::path::Path;
use std::time::UNIX_EPOCH;

use sha2::{Digest, Sha256};

/// The file from which a list was built.
#[derive(Debug, PartialEq, Eq)]
pub struct Source {
    pub path: u64,
    pub bytes: u64,
    pub changed_at_nanos: u64,
}

impl Source {
    pub fn of(list: &Path, file: &File) -> io::Result<Self> {
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

/// 64 bits of SHA-256. With ten million passwords, a random password matches one of them by chance once in 10^12 times.
pub fn fingerprint(text: &str) -> u64 {
    Sha256::digest(text).iter().take(8).fold(0, |number, byte| number << 8 | u64::from(*byte))
}
