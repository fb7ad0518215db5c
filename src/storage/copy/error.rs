//! Why a copy did not happen, or did not end. Each message says what to do.

use crate::storage::{Error, OpenError};

#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Database(#[from] Error),
    #[error("--from and --to are the same database")]
    SameDatabase,
    #[error(
        "{url} is in use by {by}: stop every server that uses it, so that no change is left behind; \
         or copy from a back-up"
    )]
    SourceInUse { url: String, by: String },
    #[error("{url} has no tables of frontdesk")]
    NoTables { url: String },
    #[error(
        "{url} has the tables of another release (migration {found}, and this one has {expected}): \
         bring it up to date first, with `frontdesk migrate` of this release"
    )]
    OtherRelease { url: String, found: String, expected: String },
    #[error("{url} is not empty ({table} has rows): make a new database, and copy into that")]
    NotEmpty { url: String, table: &'static str },
    #[error(
        "a copy into {url} was begun from another database, or from this one before it changed: \
         make a new database, and copy into that"
    )]
    OtherSource { url: String },
    #[error(
        "{table} has a NUL in {column} of the row {id}, which PostgreSQL cannot store: \
         correct that row in the source (UPDATE {table} SET {column} = … WHERE id = {id}), and run the command again"
    )]
    Nul { table: &'static str, id: i64, column: &'static str },
    #[error(
        "the copy of {table} differs from the source ({rows} rows there, {found} in the copy): \
         make a new database, and copy again while no other program writes to either of the two"
    )]
    Differs { table: &'static str, rows: u64, found: u64 },
}
