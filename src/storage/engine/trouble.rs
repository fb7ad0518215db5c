//! Records errors of a connection by their codes, because their texts are in the language of the server. See
//! docs/decisions/database_errors.md.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use diesel::connection::{Instrumentation, InstrumentationEvent};
use diesel::result::DatabaseErrorKind as Kind;
use diesel::result::{DatabaseErrorInformation, Error};

use super::sqlite::{SqliteHandle, is_contention, is_transient};

/// An error after which a later attempt may succeed.
#[derive(Debug, PartialEq, Eq)]
pub struct Transient {
    /// For the log.
    pub message: String,
    /// The error came from a lock of another process.
    pub is_contention: bool,
}

/// A connection and its instrumentation share this.
#[derive(Clone, Default)]
pub struct Trouble(Arc<Mutex<Noted>>);

#[derive(Default)]
struct Noted {
    transient: Option<Transient>,
    /// Every later statement on this connection fails, too.
    is_useless: bool,
}

impl Trouble {
    fn noted(&self) -> MutexGuard<'_, Noted> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The last transient error since the previous call.
    pub fn take_transient(&self) -> Option<Transient> {
        self.noted().transient.take()
    }

    pub fn mark_useless(&self) {
        self.noted().is_useless = true;
    }

    pub fn is_useless(&self) -> bool {
        self.noted().is_useless
    }
}

/// The database of a connection.
pub enum Source {
    /// `None` if the handle is unknown; then no error counts as transient.
    Sqlite(Option<SqliteHandle>),
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "only PostgreSQL needs it"))]
    Postgres,
}

/// Diesel calls this for each statement, at once and in the same thread.
pub struct Watch {
    pub source: Source,
    pub trouble: Trouble,
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        let InstrumentationEvent::FinishQuery { error: Some(error), .. } = event else { return };
        let Error::DatabaseError(kind, about) = error else { return };
        let transient = match &self.source {
            Source::Sqlite(handle) => handle.as_ref().map(SqliteHandle::last_code).and_then(|code| {
                let message = || format!("{} (SQLite's code {code})", about.message());
                let is_contention = is_contention(code);
                is_transient(code).then(|| Transient { message: message(), is_contention })
            }),
            Source::Postgres => is_transient_on_postgres(*kind, about.as_ref())
                .then(|| Transient { message: about.message().to_owned(), is_contention: false }),
        };
        let mut noted = self.trouble.noted();
        noted.is_useless |= is_lost(*kind);
        if transient.is_some() {
            noted.transient = transient;
        }
    }
}

/// The server is gone, or has become read-only (SQLSTATE 25006). A server that shuts down (57P01 to 57P03) closes the
/// connection.
pub fn is_lost(kind: Kind) -> bool {
    matches!(kind, Kind::ClosedConnection | Kind::UnableToSendCommand | Kind::ReadOnlyTransaction)
}

/// Diesel derives the kind from the SQLSTATE, and exposes no other code. An error without a specific kind is a mistake
/// in the statement or the schema if it names a place in one of them. All others come from the state of the server,
/// such as a full disk (class 53), a deadlock (40P01), or a time limit for a lock or a statement (55P03, 57014).
fn is_transient_on_postgres(kind: Kind, about: &dyn DatabaseErrorInformation) -> bool {
    let has_place = about.statement_position().is_some()
        || about.table_name().is_some()
        || about.column_name().is_some()
        || about.constraint_name().is_some();
    match kind {
        Kind::SerializationFailure => true,
        Kind::UniqueViolation
        | Kind::ForeignKeyViolation
        | Kind::NotNullViolation
        | Kind::CheckViolation
        | Kind::RestrictViolation
        | Kind::ExclusionViolation => false,
        kind => is_lost(kind) || !has_place,
    }
}

#[cfg(test)]
mod tests {
    use diesel::RunQueryDsl;
    use diesel::connection::SimpleConnection;

    use super::*;
    use crate::storage::DatabaseUrl;
    use crate::storage::engine::connection::{Access, Connection};

    /// A connection to a database with one table, and its folder.
    fn connect() -> (tempfile::TempDir, Connection) {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("test.db");
        std::fs::File::create(&path).expect("a file");
        let url = DatabaseUrl::sqlite(&path);
        let mut connection = Connection::establish(&url).expect("a connection");
        connection.configure(&url, Access::Write).expect("pragmas");
        let table = "CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT UNIQUE, CHECK (id < 1000000))";
        connection.any.batch_execute(table).expect("a table");
        (folder, connection)
    }

    fn transient(connection: &mut Connection, statement: &str) -> Option<Transient> {
        diesel::sql_query(statement).execute(&mut connection.any).expect_err(statement);
        connection.trouble.take_transient()
    }

    #[test]
    fn a_mistake_in_a_statement_or_a_row_is_not_transient() {
        let (_folder, mut connection) = connect();
        connection.any.batch_execute("INSERT INTO t VALUES (1, 'locked, full, I/O error')").expect("a row");
        for statement in [
            "SELECT nothing",
            "INSERT INTO t VALUES (2, 'locked, full, I/O error')",
            "INSERT INTO t VALUES (1, 'connection')",
            "INSERT INTO t VALUES (1000000, 'connection')",
        ] {
            assert_eq!(transient(&mut connection, statement), None, "{statement}");
        }
        assert!(!connection.trouble.is_useless());
    }

    #[test]
    fn a_full_or_locked_database_is_transient_and_gives_its_code() {
        let (folder, mut connection) = connect();
        connection.any.batch_execute("PRAGMA max_page_count = 3").expect("a limit");
        let full = "INSERT INTO t (name) VALUES (hex(randomblob(100000)))";
        let noted = transient(&mut connection, full).expect("it is transient");
        assert!(noted.message.ends_with("(SQLite's code 13)") && !noted.is_contention, "{noted:?}");

        let url = DatabaseUrl::sqlite(&folder.path().join("test.db"));
        let mut other = Connection::establish(&url).expect("a connection");
        other.any.batch_execute("BEGIN EXCLUSIVE").expect("a lock");
        connection.any.batch_execute("PRAGMA busy_timeout = 0").expect("no patience");
        let noted = transient(&mut connection, "INSERT INTO t (name) VALUES ('x')").expect("it is transient");
        assert!(noted.message.ends_with("(SQLite's code 5)") && noted.is_contention, "{noted:?}");
        drop(other);
        connection.any.batch_execute("INSERT INTO t (name) VALUES ('x')").expect("the lock is gone");
        assert_eq!(connection.trouble.take_transient(), None);
    }

    #[test]
    fn what_was_noted_of_a_commit_is_not_lost_by_the_roll_back() {
        let (folder, mut connection) = connect();
        let url = DatabaseUrl::sqlite(&folder.path().join("test.db"));
        let mut other = Connection::establish(&url).expect("a connection");
        other
            .any
            .batch_execute("BEGIN; SELECT * FROM t")
            .expect("a reader, in the way of a commit without a log");
        connection.any.batch_execute("PRAGMA busy_timeout = 0").expect("no patience");
        let written = crate::storage::engine::transaction::run(&mut connection, |tx| {
            let insert = diesel::sql_query("INSERT INTO t (name) VALUES ('x')");
            insert.execute(tx.connection()).map(drop).map_err(crate::storage::Error::from)
        });
        assert!(written.is_err());
        assert!(connection.trouble.take_transient().is_some_and(|transient| transient.is_contention));
    }
}
