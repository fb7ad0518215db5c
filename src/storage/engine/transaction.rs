//! The arguments of the closures that [`Storage`](super::Storage) runs: a connection to read from, or a transaction.

use std::ops::{Deref, DerefMut};

use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::Error;
use super::connection::{AnyConnection, Connection};
use super::recorder::{RecordedEvent, Recorder};

/// Reads committed data.
pub struct Reader<'c>(&'c mut AnyConnection);

impl<'c> Reader<'c> {
    pub(in crate::storage) fn new(connection: &'c mut AnyConnection) -> Self {
        Self(connection)
    }

    pub(in crate::storage) fn connection(&mut self) -> &mut AnyConnection {
        self.0
    }
}

/// Reads and writes. All of its writes are committed together, or none.
pub struct Transaction<'c> {
    reader: Reader<'c>,
    recorded: Vec<RecordedEvent>,
}

impl Transaction<'_> {
    /// The event is told of once the writes are committed, and not if they are rolled back.
    pub(in crate::storage) fn recorded(&mut self, event: RecordedEvent) {
        self.recorded.push(event);
    }
}

impl<'c> Deref for Transaction<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Self::Target {
        &self.reader
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.reader
    }
}

type Manager = <AnyConnection as diesel::Connection>::TransactionManager;

/// Tells nothing of what it records: for migrations and copies.
pub fn run<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    committed(connection, work).map(|(done, _)| done)
}

/// Tells the recorder of the events, once they are committed.
pub fn run_and_tell<T, E: From<Error>>(
    connection: &mut Connection,
    recorder: &Recorder,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let (done, recorded) = committed(connection, work)?;
    recorder.tell(&recorded);
    Ok(done)
}

fn committed<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> Result<(T, Vec<RecordedEvent>), E> {
    let Connection { any: connection, trouble, .. } = connection;
    if let Err(error) = begin(connection) {
        // The server may have become read-only, for which it has a code of its own (0A000).
        trouble.mark_useless();
        return Err(Error::from(error).into());
    }
    let mut transaction = Transaction { reader: Reader::new(connection), recorded: Vec::new() };
    let worked = work(&mut transaction);
    let recorded = transaction.recorded;
    let ended = match &worked {
        Ok(_) => Manager::commit_transaction(connection),
        Err(_) => Manager::rollback_transaction(connection),
    };
    match (worked, ended) {
        (Ok(_), Err(error)) => Err(Error::from(error).into()),
        // The error of `work` says more than that of the roll-back. The pool discards a connection whose roll-back
        // failed.
        (worked, _) => worked.map(|done| (done, recorded)),
    }
}

/// Explicit, because the default of a server, a database or a role must not decide what a transaction sees and whether
/// it may write.
#[cfg(feature = "postgres")]
const BEGIN_POSTGRES: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// On SQLite, takes the write lock at the start: SQLite refuses a transaction that reads first and writes later if
/// another one has written in between.
fn begin(connection: &mut AnyConnection) -> diesel::QueryResult<()> {
    match connection {
        AnyConnection::Sqlite(sqlite) => {
            AnsiTransactionManager::begin_transaction_sql(sqlite, "BEGIN IMMEDIATE")
        }
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(postgres) => {
            AnsiTransactionManager::begin_transaction_sql(postgres, BEGIN_POSTGRES)
        }
    }
}
