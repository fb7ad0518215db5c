//! One connection to either database, set up as everything else here expects it.

use std::path::Path;
use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::r2d2::{ManageConnection, R2D2Connection};
use diesel::sqlite::SqliteConnection;
use diesel::{Connection, MultiConnection, QueryableByName, RunQueryDsl};

use super::{DatabaseUrl, OpenError};

/// Either database; queries are written once, for both.
#[derive(MultiConnection)]
pub enum AnyConnection {
    Sqlite(SqliteConnection),
    #[cfg(feature = "postgres")]
    Postgres(PgConnection),
}

pub type Backend = <AnyConnection as Connection>::Backend;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    Write,
    ReadOnly,
}

/// How long SQLite waits for another process that writes, in milliseconds.
const BUSY_TIMEOUT_MS: u32 = 5_000;

/// SQLite's version numbers are 1,000,000 × major + 1,000 × minor + patch.
const OLDEST_SQLITE: i32 = 3_051_003;

/// What has to be there before the first connection.
pub fn prepare(url: &DatabaseUrl) -> Result<(), OpenError> {
    let DatabaseUrl::Sqlite(path) = url else { return Ok(()) };
    // SAFETY: takes nothing, returns a constant.
    let version = unsafe { libsqlite3_sys::sqlite3_libversion_number() };
    if version < OLDEST_SQLITE {
        let found = format!("{}.{}.{}", version / 1_000_000, version / 1_000 % 1_000, version % 1_000);
        return Err(OpenError::OldSqlite { found });
    }
    let cannot_make = |source| OpenError::File { path: path.display().to_string(), source };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_private_folder(folder).map_err(cannot_make)?;
    }
    touch_private_file(path).map_err(cannot_make)?;
    enter_wal_mode(url)
}

/// Makes a folder for its owner alone. One that is there already is left as it is.
pub fn make_private_folder(path: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.recursive(true).create(path)?;
    #[cfg(unix)]
    if std::os::unix::fs::PermissionsExt::mode(&path.metadata()?.permissions()) & 0o077 != 0 {
        tracing::warn!("{} is open to others than its owner; close it with: chmod 700", path.display());
    }
    Ok(())
}

/// Makes the file for its owner alone; SQLite gives the files beside it the same mode.
fn touch_private_file(path: &Path) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.append(true).create(true).open(path).map(drop)
}

#[derive(QueryableByName)]
struct JournalMode {
    #[diesel(sql_type = diesel::sql_types::Text)]
    journal_mode: String,
}

/// The mode is a property of the file. Changing it needs the file alone for a moment, which SQLite does not
/// wait for; another process that starts now may be at it.
fn enter_wal_mode(url: &DatabaseUrl) -> Result<(), OpenError> {
    let mut connection = connect(url, Access::Write)?;
    let deadline = Instant::now() + Duration::from_millis(BUSY_TIMEOUT_MS.into());
    loop {
        match diesel::sql_query("PRAGMA journal_mode = WAL").get_result::<JournalMode>(&mut connection) {
            Ok(JournalMode { journal_mode }) if journal_mode == "wal" => return Ok(()),
            Ok(_) => return Err(failed(url, "its file system does not allow the write-ahead log")),
            Err(error) if error.to_string().contains("locked") && Instant::now() < deadline => {
                std::thread::sleep(Duration::from_millis(10));
            }
            Err(error) => return Err(failed(url, error)),
        }
    }
}

/// Opens a connection of the kind that the URL names.
pub fn connect(url: &DatabaseUrl, access: Access) -> Result<AnyConnection, OpenError> {
    match url {
        DatabaseUrl::Sqlite(path) => {
            let path = path.to_string_lossy();
            let mut connection = SqliteConnection::establish(&path).map_err(|error| failed(url, error))?;
            let pragmas = format!(
                "PRAGMA busy_timeout = {BUSY_TIMEOUT_MS};
                 PRAGMA synchronous = FULL;
                 PRAGMA foreign_keys = ON;
                 PRAGMA query_only = {};",
                if access == Access::ReadOnly { "ON" } else { "OFF" },
            );
            connection.batch_execute(&pragmas).map_err(|error| failed(url, error))?;
            Ok(AnyConnection::Sqlite(connection))
        }
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(uri) => {
            let uri = url.with_connect_timeout(uri);
            PgConnection::establish(&uri).map(AnyConnection::Postgres).map_err(|error| failed(url, error))
        }
        #[cfg(not(feature = "postgres"))]
        DatabaseUrl::Postgres(_) => Err(OpenError::NoPostgres),
    }
}

/// libpq may quote what it cannot read, and with it a password.
fn failed(url: &DatabaseUrl, reason: impl ToString) -> OpenError {
    let reason = reason.to_string().trim_end().replace('\n', "; ");
    OpenError::Connect { url: url.to_string(), reason: url.without_secrets(reason) }
}

/// Makes the pool's connections. Diesel's own manager lets diesel choose the database by trying,
/// and SQLite takes any URL for a path.
pub struct Manager {
    pub url: DatabaseUrl,
    pub access: Access,
}

impl ManageConnection for Manager {
    type Connection = AnyConnection;
    type Error = OpenError;

    fn connect(&self) -> Result<AnyConnection, OpenError> {
        connect(&self.url, self.access)
    }

    fn is_valid(&self, connection: &mut AnyConnection) -> Result<(), OpenError> {
        connection.ping().map_err(|error| failed(&self.url, error))
    }

    /// A connection on which something panicked may be in the middle of a transaction.
    fn has_broken(&self, connection: &mut AnyConnection) -> bool {
        std::thread::panicking() || connection.is_broken()
    }
}
