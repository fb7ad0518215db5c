//! What the closures of [`Storage`](super::Storage) are given: a connection to read from, or a transaction.

use std::ops::{Deref, DerefMut};

use diesel::connection::{AnsiTransactionManager, TransactionManager};

use super::Error;
use super::connection::{AnyConnection, Connection};

/// Reads what is committed.
pub struct Reader<'c>(&'c mut AnyConnection);

impl<'c> Reader<'c> {
    pub(in crate::storage) fn new(connection: &'c mut AnyConnection) -> Self {
        Self(connection)
    }

    pub(in crate::storage) fn connection(&mut self) -> &mut AnyConnection {
        self.0
    }
}

/// Reads and writes; whatever it writes is kept together or not at all.
pub struct Transaction<'c>(Reader<'c>);

impl<'c> Deref for Transaction<'c> {
    type Target = Reader<'c>;

    fn deref(&self) -> &Self::Target {
        &self.0
    }
}

impl DerefMut for Transaction<'_> {
    fn deref_mut(&mut self) -> &mut Self::Target {
        &mut self.0
    }
}

type Manager = <AnyConnection as diesel::Connection>::TransactionManager;

pub fn run<T, E: From<Error>>(
    connection: &mut Connection,
    work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E>,
) -> Result<T, E> {
    let Connection { any: connection, trouble, .. } = connection;
    if let Err(error) = begin(connection) {
        // A server that only reads says so with a code of its own (0A000).
        trouble.mark_useless();
        return Err(Error::from(error).into());
    }
    let worked = work(&mut Transaction(Reader::new(connection)));
    let ended = match &worked {
        Ok(_) => Manager::commit_transaction(connection),
        Err(_) => Manager::rollback_transaction(connection),
    };
    match (worked, ended) {
        (Ok(_), Err(error)) => Err(Error::from(error).into()),
        // The error of the work says more than a failed roll-back; the pool discards such a connection.
        (worked, _) => worked,
    }
}

/// What a server, a database or a role has by default must not decide what a transaction sees, nor whether it may write.
#[cfg(feature = "postgres")]
const BEGIN_POSTGRES: &str = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

/// On SQLite the write lock is taken at the start: a transaction that reads first and writes later
/// would be refused if another had written meanwhile.
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
