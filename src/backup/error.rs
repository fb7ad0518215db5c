//! Why a back-up was not made or cannot be used. Each message says what to do.

use std::io;
use std::path::Path;

use crate::storage::{Error, OpenError, ReplaceError};

#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("{what} {path}: {source}")]
    File { what: &'static str, path: String, source: io::Error },
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Database(#[from] Error),
    #[error("{path}: {source}; the back-up was not made, and what there was of it is deleted")]
    NotCopied { path: String, source: Error },
    #[error("{path} belongs to another user: run the command as that user, or as root")]
    OtherOwner { path: String },
    #[error(
        "{path} exists; choose another name, or give a folder: each back-up gets a name of its own there"
    )]
    Exists { path: String },
    #[error("there is no folder {path}; make it first: mkdir -m 700 {path}")]
    NoFolder { path: String },
    #[error("another process is at work in {path}; wait until it has ended")]
    Busy { path: String },
    #[error("{path} is no back-up: {reason}")]
    NoBackup { path: String, reason: String },
    #[error(
        "there is no manifest {path}, so it is not known whether the back-up is complete; with --unverified it is \
         used nevertheless, after SQLite's own checks"
    )]
    NoManifest { path: String },
    #[error("the manifest {path} cannot be read: {reason}")]
    Manifest { path: String, reason: String },
    #[error(
        "{path} is damaged: {found}, and its manifest says {expected}; use another back-up, or fetch another copy of it"
    )]
    Damaged { path: String, expected: String, found: String },
    #[error("{path} is damaged: {faults}; use another back-up")]
    Faults { path: String, faults: String },
    #[error("{path} was made by a later release of frontdesk ({detail}): use that release")]
    LaterRelease { path: String, detail: String },
    #[error(
        "{path} is a back-up of {backup}, and database_url is {database}: to move between the two, restore it to \
         {backup}, and then use `frontdesk database copy`"
    )]
    OtherDatabase { path: String, backup: &'static str, database: &'static str },
    #[error("{url} is in use by {by}: stop every server that uses it, and then restore")]
    InUse { url: String, by: String },
    #[error(
        "the key that encrypts the database's secrets is in the configuration (secrets.key), and in no file: \
         keep a copy of it yourself, and leave out --with-secrets"
    )]
    SecretsInConfiguration,
    #[error("{0}")]
    Secrets(String),
    #[error("{program}: {reason}")]
    Program { program: String, reason: String },
}

impl BackupError {
    pub fn file(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> Self {
        let path = path.display().to_string();
        move |source| Self::File { what, path, source }
    }
}

impl From<ReplaceError> for BackupError {
    fn from(error: ReplaceError) -> Self {
        match error {
            ReplaceError::InUse { path, by } => Self::InUse { url: format!("sqlite://{path}"), by },
            ReplaceError::File { what, path, source } => Self::File { what, path, source },
        }
    }
}
