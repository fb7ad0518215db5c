//! Errors of the database, distinguished as far as callers handle them differently.

use diesel::result::DatabaseErrorKind;

use super::trouble::is_lost;

/// A read or a write that did not happen.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A later attempt may succeed: no connection was free, the file is locked, the disk is full, or the server cannot
    /// be reached.
    #[error("the database is unavailable: {0}")]
    Unavailable(#[source] Box<dyn std::error::Error + Send + Sync>),
    #[error("the database failed: {0}")]
    Failed(#[source] Box<dyn std::error::Error + Send + Sync>),
}

/// Why the database could not be opened. Each message says what to do.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("cannot make {path}: {source}")]
    File { path: String, source: std::io::Error },
    #[error("cannot connect to {url}: {reason}")]
    Connect { url: String, reason: String },
    #[error("SQLite {found} can lose acknowledged commits; build with 3.51.3 or later")]
    OldSqlite { found: String },
    #[error("cannot bring the tables of {url} up to date: {reason}")]
    Migrate { url: String, reason: String },
    #[error(
        "{url} was migrated by a later release of frontdesk (migration {version}): start that release, \
         or restore the back-up from before the upgrade"
    )]
    LaterRelease { url: String, version: String },
    #[error("{url} has no tables of frontdesk")]
    NoTables { url: String },
    #[error(
        "{url} is a copy that is not finished: run the same `frontdesk database copy` again, or use another database"
    )]
    CopyUnfinished { url: String },
    #[error(
        "a restore of {url} was interrupted, and has left {marker}: run `frontdesk restore` again; what was there \
         before is beside it, under a name with `.replaced-`"
    )]
    RestoreUnfinished { url: String, marker: String },
    #[error(
        "{url} keeps its text in {encoding}: frontdesk needs UTF-8; make a new database \
         (PostgreSQL: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0)"
    )]
    NotUtf8 { url: String, encoding: String },
    #[cfg(not(feature = "postgres"))]
    #[error(
        "this frontdesk was built without PostgreSQL; build it with `cargo build --release --features postgres`"
    )]
    NoPostgres,
}

/// Uses the class that diesel gives the error. The pool overrides it with what the connection noted: see
/// [`super::trouble`].
impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::Error as Diesel;
        let is_transient = match &error {
            Diesel::BrokenTransactionManager | Diesel::RollbackErrorOnCommit { .. } => true,
            Diesel::DatabaseError(kind, _) => {
                is_lost(*kind) || *kind == DatabaseErrorKind::SerializationFailure
            }
            _ => false,
        };
        if is_transient { Self::Unavailable(error.into()) } else { Self::Failed(error.into()) }
    }
}
