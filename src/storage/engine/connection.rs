//! One connection to either database, with the options that the rest of `storage` relies on.

use std::sync::Arc;

use diesel::Connection as _;
#[cfg(feature = "postgres")]
use diesel::connection::CacheSize;
use diesel::connection::SimpleConnection;
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::r2d2::R2D2Connection;
use diesel::sqlite::SqliteConnection;

pub use super::any_connection::{AnyConnection, Backend};
use super::sqlite::{self, SqliteHandle};
use super::trouble::{Source, Trouble, Watch};
use super::{DatabaseUrl, OpenError};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Write,
    ReadOnly,
}

/// A connection, and what is known about its errors.
pub struct Connection {
    pub any: AnyConnection,
    pub trouble: Trouble,
    /// Dropped after the connection is closed.
    _open: Option<Arc<()>>,
}

/// How long SQLite waits for another process that writes, in milliseconds.
const BUSY_TIMEOUT_MS: u32 = 5_000;

impl Connection {
    /// Opens a connection to the database that the URL names. A SQLite file must exist.
    pub fn establish(url: &DatabaseUrl) -> Result<Self, OpenError> {
        let (any, source) = match url {
            DatabaseUrl::Sqlite(path) => {
                let open = || SqliteConnection::establish(&sqlite::uri(path));
                let (sqlite, handle) = SqliteHandle::of(open).map_err(|error| failed(url, error))?;
                (AnyConnection::Sqlite(sqlite), Source::Sqlite(handle))
            }
            #[cfg(feature = "postgres")]
            DatabaseUrl::Postgres(uri) => {
                let mut postgres =
                    PgConnection::establish(&uri.with_defaults()).map_err(|error| failed(url, error))?;
                if !uri.has_prepared_statements {
                    postgres.set_prepared_statement_cache_size(CacheSize::Disabled);
                }
                (AnyConnection::Postgres(postgres), Source::Postgres)
            }
            #[cfg(not(feature = "postgres"))]
            DatabaseUrl::Postgres(_) => return Err(OpenError::NoPostgres),
        };
        let mut connection = Self { any, trouble: Trouble::default(), _open: None };
        let trouble = connection.trouble.clone();
        connection.any.set_instrumentation(Watch { source, trouble });
        Ok(connection)
    }

    /// Sets the options of the connection.
    pub fn configure(&mut self, url: &DatabaseUrl, access: Access) -> Result<(), OpenError> {
        let pragmas = format!(
            "PRAGMA busy_timeout = {BUSY_TIMEOUT_MS};
             PRAGMA synchronous = FULL;
             PRAGMA foreign_keys = ON;
             PRAGMA query_only = {};",
            if access == Access::ReadOnly { "ON" } else { "OFF" },
        );
        match &mut self.any {
            AnyConnection::Sqlite(sqlite) => {
                sqlite.batch_execute(&pragmas).map_err(|error| failed(url, error))
            }
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(_) => Ok(()),
        }
    }

    /// Keeps `open` alive until the connection is closed.
    pub fn counted_by(self, open: Arc<()>) -> Self {
        Self { _open: Some(open), ..self }
    }

    pub fn ping(&mut self, url: &DatabaseUrl) -> Result<(), OpenError> {
        self.any.ping().map_err(|error| failed(url, error))
    }

    /// Also true after a panic, because a transaction may still be open.
    pub fn is_broken(&mut self) -> bool {
        std::thread::panicking() || self.trouble.is_useless() || self.any.is_broken()
    }
}

/// Removes secrets from the reason: libpq may quote a URI that it cannot parse, with its password.
pub fn failed(url: &DatabaseUrl, reason: impl ToString) -> OpenError {
    let reason = reason.to_string().trim_end().replace('\n', "; ");
    OpenError::Connect { url: url.to_string(), reason: url.without_secrets(reason) }
}
