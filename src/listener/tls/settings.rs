//! Which files, and what is wrong with them.

use std::path::PathBuf;

#[derive(Clone, Debug)]
pub struct TlsSettings {
    pub certificate: PathBuf,
    pub key: PathBuf,
    /// The host that the certificate should be for.
    pub host: String,
}

/// A file that cannot be used: which setting names it, what is wrong, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{setting}: {reason}")]
pub struct TlsError {
    pub setting: &'static str,
    pub reason: String,
}
