//! The base of all table modules: connections to either database, their pool, transactions, migrations, locks and
//! errors. Queries are written once, for both databases; the differences between them are here.

mod any_connection;
mod connection;
mod database_url;
mod encoding;
mod error;
pub mod locks;
mod migrations;
mod pool;
#[cfg(feature = "postgres")]
mod postgres_migrations;
mod postgres_uri;
mod sqlite;
mod storage;
pub mod timestamp;
mod transaction;
mod trouble;

pub use connection::Backend;
pub use database_url::{DatabaseUrl, InvalidDatabaseUrl};
pub use error::{Error, OpenError};
pub use pool::{Usage, waits};
pub use postgres_uri::PostgresUri;
pub use sqlite::make_private_folder;
pub use storage::Storage;
pub use transaction::{Reader, Transaction};
