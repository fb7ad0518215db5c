//! The only code that knows diesel: what is kept, and the transactions in which it changes.
//!
//! [`Storage::read`] and [`Storage::write`] run a closure on a blocking thread with a connection of their own;
//! the functions of the table modules take what the closure is given. SQLite has one writer and several
//! readers; on PostgreSQL both come from one pool.

pub mod account_lock;
pub mod administrators;
mod connection;
mod database_url;
mod encoding;
mod error;
pub mod events;
pub mod idempotency_keys;
pub mod known_devices;
mod locks;
pub mod mail_list;
pub mod mail_matters;
pub mod mail_tokens;
pub mod mails;
mod migrations;
pub mod pending_sign_ups;
mod pool;
mod schema;
pub mod session_list;
pub mod sessions;
pub mod set_up_tokens;
pub mod signing_keys;
mod timestamp;
mod transaction;
pub mod user_list;
pub mod users;

pub use connection::make_private_folder;
pub use database_url::{DatabaseUrl, InvalidDatabaseUrl};
pub use error::{Error, OpenError};
pub use transaction::{Reader, Transaction};

use connection::Access;
use pool::Pool;

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Storage {
    writer: Pool,
    reader: Pool,
}

impl Storage {
    /// Opens the database, makes it if it is missing, and brings its tables up to date.
    /// Safe when several processes do so at once.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self, OpenError> {
        connection::prepare(url)?;
        migrations::run(url)?;
        let writer = match url {
            DatabaseUrl::Sqlite(_) => Pool::new(url, Access::Write, 1)?,
            DatabaseUrl::Postgres(_) => Pool::new(url, Access::Write, connections)?,
        };
        let reader = match url {
            DatabaseUrl::Sqlite(_) => Pool::new(url, Access::ReadOnly, connections)?,
            DatabaseUrl::Postgres(_) => writer.clone(),
        };
        Ok(Self { writer, reader })
    }

    /// Runs `work` on a connection that only reads.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.reader.run(move |connection| work(&mut Reader::new(connection))).await
    }

    /// Runs `work` in a transaction: all of it is kept if it returns `Ok`, nothing otherwise.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        self.writer.run(move |connection| transaction::run(connection, work)).await
    }
}
