//! A connection of its own to a database as it is: outside of the pool, and without migrations. Back-ups are made and
//! examined with it.

mod contents;
mod postgres;
mod sqlite;

use diesel::prelude::*;

use super::engine::connection::{Access, AnyConnection, Connection};
use super::{DatabaseUrl, Error, OpenError, one_column};

pub use contents::{Contents, knows_migration};
pub use postgres::ServerVersion;

/// A connection on which the caller's thread works. A SQLite file must exist.
pub struct Direct {
    connection: Connection,
}

impl Direct {
    /// # Errors
    ///
    /// If the database cannot be reached, or there is no such file.
    pub fn open(url: &DatabaseUrl) -> Result<Self, OpenError> {
        let mut connection = Connection::establish(url)?;
        connection.configure(url, Access::Write)?;
        Ok(Self { connection })
    }

    pub(super) fn into_connection(self) -> Connection {
        self.connection
    }

    pub(super) fn any(&mut self) -> &mut AnyConnection {
        &mut self.connection.any
    }

    /// Runs `work`. The error has SQLite's own code, if it gave one: for a full disk, for example.
    pub(super) fn run<T>(
        &mut self,
        work: impl FnOnce(&mut AnyConnection) -> QueryResult<T>,
    ) -> Result<T, Error> {
        let done = work(&mut self.connection.any);
        let transient = self.connection.trouble.take_transient();
        done.map_err(|error| match transient {
            Some(transient) => Error::Unavailable(transient.message.into()),
            None => error.into(),
        })
    }

    /// The values of the only column of a query, which is a text named `value`.
    pub(super) fn texts(&mut self, query: &str) -> Result<Vec<String>, Error> {
        self.run(|any| one_column::texts(any, query))
    }

    /// The only value of a query, which is an integer named `value`.
    pub(super) fn number(&mut self, query: &str) -> Result<i64, Error> {
        self.run(|any| one_column::number(any, query))
    }
}
