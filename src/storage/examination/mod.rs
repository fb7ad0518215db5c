//! A look at a database that changes nothing, not even the files beside a SQLite database: for `frontdesk doctor`. It works
//! beside a running server, on a database that no server would open, and with tables that are not up to date.

mod indexes;
mod tables;

use std::path::Path;

use diesel::Connection as _;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sqlite::SqliteConnection;
use time::OffsetDateTime;

#[cfg(feature = "postgres")]
use super::engine::connection::Connection;
use super::engine::connection::{AnyConnection, failed};
use super::engine::timestamp::from_stored;
use super::engine::{Reader, sqlite_uri};
use super::schema::events;
use super::{DatabaseUrl, Error, OpenError, one_column};

pub use indexes::{Index, IndexFault};
pub use tables::{Migrations, newest_migration};

/// How long PostgreSQL may work on one question.
#[cfg(feature = "postgres")]
const PATIENCE: &str = "60s";

/// A connection that only reads.
pub struct Examination {
    any: AnyConnection,
}

/// What is there to look at.
pub enum Examined {
    Open(Box<Examination>),
    /// There is no SQLite file.
    Missing,
    /// A restore has left this marker: the files may belong to two databases.
    Restoring(String),
    /// A SQLite file with a log that has commits and no index, as after a copy of the two. Reading it would make the index.
    LogWithoutIndex,
}

impl Examination {
    /// # Errors
    ///
    /// If the database cannot be reached.
    pub fn open(url: &DatabaseUrl) -> Result<Examined, OpenError> {
        match url {
            DatabaseUrl::Sqlite(path) => Self::open_file(url, path),
            #[cfg(feature = "postgres")]
            DatabaseUrl::Postgres(_) => {
                let any = Connection::establish(url)?.any;
                Ok(Examined::Open(Box::new(Self { any })))
            }
            #[cfg(not(feature = "postgres"))]
            DatabaseUrl::Postgres(_) => Err(OpenError::NoPostgres),
        }
    }

    fn open_file(url: &DatabaseUrl, path: &Path) -> Result<Examined, OpenError> {
        let mut opened = Self::open_as_it_is(url, path)?;
        // A server that starts or stops at this moment makes or removes the log: then the file is opened as it is now.
        if let Examined::Open(examination) = &mut opened
            && examination.version().is_err()
        {
            opened = Self::open_as_it_is(url, path)?;
        }
        Ok(opened)
    }

    /// While a connection is open, the log and its index are beside the file. Without a log no connection is open, so the
    /// file can be read as if it could not change, which takes no lock and makes no file (SQLite, "URI Filenames").
    fn open_as_it_is(url: &DatabaseUrl, path: &Path) -> Result<Examined, OpenError> {
        let [log, index, marker] = ["-wal", "-shm", "-restoring"].map(|ending| {
            let mut name = path.as_os_str().to_owned();
            name.push(ending);
            std::path::PathBuf::from(name)
        });
        if marker.exists() {
            return Ok(Examined::Restoring(marker.display().to_string()));
        }
        // A folder that may not be searched is another trouble than a missing file.
        match path.metadata() {
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(Examined::Missing),
            Err(error) => return Err(failed(url, error)),
            Ok(_) => {}
        }
        let has_commits = log.metadata().is_ok_and(|file| file.len() > 0);
        let how = match (has_commits || index.exists(), index.exists()) {
            (true, true) if log.exists() => "mode=ro&readonly_shm=1",
            (true, false) => return Ok(Examined::LogWithoutIndex),
            _ => "mode=ro&immutable=1",
        };
        let uri = sqlite_uri(path).replace("?mode=rw", &format!("?{how}"));
        let mut sqlite = SqliteConnection::establish(&uri).map_err(|error| failed(url, error))?;
        let pragmas = "PRAGMA query_only = ON; PRAGMA busy_timeout = 5000";
        sqlite.batch_execute(pragmas).map_err(|error| failed(url, error))?;
        Ok(Examined::Open(Box::new(Self { any: AnyConnection::Sqlite(sqlite) })))
    }

    /// Runs `work` in a transaction that cannot write. On PostgreSQL it leaves no setting in a session that a pooler may
    /// give to another client.
    pub fn read<T, E: From<Error>>(
        &mut self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let begin = match &self.any {
            AnyConnection::Sqlite(_) => "BEGIN".to_owned(),
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(_) => {
                format!("BEGIN READ ONLY; SET LOCAL statement_timeout = '{PATIENCE}'")
            }
        };
        self.any.batch_execute(&begin).map_err(Error::from)?;
        let read = work(&mut Reader::new(&mut self.any));
        self.any.batch_execute("ROLLBACK").map_err(Error::from)?;
        read
    }

    /// The values of the only column of a query, which is a text named `value`.
    fn texts(&mut self, query: &str) -> Result<Vec<String>, Error> {
        self.read(|db| Ok(one_column::texts(db.connection(), query)?))
    }

    fn text(&mut self, query: &str) -> Result<String, Error> {
        Ok(self.texts(query)?.join(""))
    }

    fn number(&mut self, query: &str) -> Result<i64, Error> {
        self.read(|db| Ok(one_column::number(db.connection(), query)?))
    }

    fn is_sqlite(&self) -> bool {
        matches!(self.any, AnyConnection::Sqlite(_))
    }

    /// The name and the version of the database, and whether Frontdesk accepts this version: PostgreSQL 15 or later. The
    /// SQLite library is compiled in.
    pub fn version(&mut self) -> Result<(String, bool), Error> {
        if self.is_sqlite() {
            // Reads the file, too, so that one that is no database is noticed.
            self.number("SELECT count(*) AS value FROM sqlite_schema")?;
            return Ok((format!("SQLite {}", self.text("SELECT sqlite_version() AS value")?), true));
        }
        let number = self.number("SELECT current_setting('server_version_num')::bigint AS value")?;
        Ok((format!("PostgreSQL {}.{}", number / 10_000, number % 10_000), number >= 150_000))
    }

    /// The encoding of the text, and whether it is UTF-8.
    pub fn encoding(&mut self) -> Result<(String, bool), Error> {
        let query = match self.is_sqlite() {
            true => "SELECT encoding AS value FROM pragma_encoding",
            false => "SELECT current_setting('server_encoding') AS value",
        };
        let encoding = self.text(query)?;
        let is_utf8 = matches!(encoding.as_str(), "UTF-8" | "UTF8");
        Ok((encoding, is_utf8))
    }

    /// Whether the PostgreSQL server refuses to write, as a standby does.
    pub fn is_standby(&mut self) -> Result<bool, Error> {
        match self.is_sqlite() {
            true => Ok(false),
            false => Ok(self.number("SELECT pg_is_in_recovery()::int::bigint AS value")? != 0),
        }
    }

    /// How many connections the PostgreSQL server accepts from roles without special rights.
    pub fn max_connections(&mut self) -> Result<Option<i64>, Error> {
        if self.is_sqlite() {
            return Ok(None);
        }
        self.number(
            "SELECT current_setting('max_connections')::bigint
                 - current_setting('superuser_reserved_connections')::bigint AS value",
        )
        .map(Some)
    }

    /// The clock of the PostgreSQL server.
    pub fn clock(&mut self) -> Result<Option<OffsetDateTime>, Error> {
        if self.is_sqlite() {
            return Ok(None);
        }
        let query = "SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS value";
        let milliseconds = self.number(query)?;
        Ok(OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000).ok())
    }

    /// When the event that was recorded last has happened, by the clock of the process that recorded it.
    pub fn newest_event(&mut self) -> Result<Option<OffsetDateTime>, Error> {
        self.read(|db| {
            let newest = events::table.order(events::id.desc()).select(events::occurred_at);
            let newest: Option<time::PrimitiveDateTime> = newest.first(db.connection()).optional()?;
            Ok(newest.map(from_stored))
        })
    }
}
