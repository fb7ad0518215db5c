//! The only code that knows diesel: what is kept, and the transactions in which it changes.
//!
//! [`Storage::read`] and [`Storage::write`] run a closure on a blocking thread with a connection of their own;
//! the functions of the table modules take what the closure is given. SQLite has one writer and several
//! readers; on PostgreSQL both come from one pool.

pub mod account_lock;
pub mod address_holds;
pub mod administrators;
mod any_connection;
mod connection;
mod database_url;
mod encoding;
mod error;
pub mod events;
pub mod future_dates;
pub mod idempotency_keys;
pub mod known_devices;
mod locks;
pub mod mail_list;
pub mod mail_matters;
pub mod mail_tokens;
pub mod mails;
mod manager;
mod migrations;
pub mod pending_sign_ups;
mod pool;
mod postgres_uri;
mod schema;
pub mod session_list;
pub mod sessions;
pub mod set_up_tokens;
pub mod signing_keys;
mod sqlite_database;
mod sqlite_file;
mod sqlite_handle;
mod sqlite_open;
mod timestamp;
mod transaction;
mod trouble;
pub mod user_list;
pub mod users;

pub use database_url::{DatabaseUrl, InvalidDatabaseUrl};
pub use error::{Error, OpenError};
pub use postgres_uri::PostgresUri;
pub use sqlite_file::make_private_folder;
pub use transaction::{Reader, Transaction};

use std::sync::Arc;

use connection::{Access, Connection};
use manager::Manager;
use migrations::Tables;
use pool::Pool;
use sqlite_database::SqliteDatabase;

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Storage(Database);

#[derive(Clone)]
enum Database {
    Sqlite(SqliteDatabase),
    Postgres(Pool),
}

impl Storage {
    /// Opens the database, makes it if it is missing, and brings its tables up to date.
    /// Safe when several processes do so at once.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self, OpenError> {
        let database = match url {
            DatabaseUrl::Sqlite(path) => Database::Sqlite(SqliteDatabase::open(url, path, connections)?),
            DatabaseUrl::Postgres(_) => {
                let mut first = Connection::establish(url)?;
                encoding::check(url, &mut first)?;
                migrations::run(url, &mut first, Tables::MadeIfMissing)?;
                let (url, access, open) = (url.clone(), Access::Write, Arc::new(()));
                Database::Postgres(Pool::new(Manager { url, access, files: None, open }, connections)?)
            }
        };
        Ok(Self(database))
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
        match &self.0 {
            Database::Sqlite(sqlite) => sqlite.read(work).await,
            Database::Postgres(pool) => {
                pool.run(move |connection| work(&mut Reader::new(&mut connection.any))).await
            }
        }
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
        match &self.0 {
            Database::Sqlite(sqlite) => sqlite.write(work).await,
            Database::Postgres(pool) => pool.run(move |connection| transaction::run(connection, work)).await,
        }
    }

    /// To be called twice a second or more often. On SQLite it finds out whether the files are still there, and opens what
    /// is put in their place; true if it has.
    pub async fn watch(&self) -> bool {
        let Database::Sqlite(sqlite) = &self.0 else { return false };
        let sqlite = sqlite.clone();
        tokio::task::spawn_blocking(move || sqlite.watch()).await.unwrap_or_default()
    }

    /// Closes what [`Storage::watch`] has opened: for this reason it is not fit to be used.
    pub async fn refuse(&self, reason: String) {
        let Database::Sqlite(sqlite) = &self.0 else { return };
        let sqlite = sqlite.clone();
        let _ = tokio::task::spawn_blocking(move || sqlite.refuse(reason)).await;
    }
}
