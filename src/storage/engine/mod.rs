//! The base of all table modules: connections to either database, their pool, transactions, migrations, locks and
//! errors. Queries are written once, for both databases; the differences between them are here.

mod any_connection;
pub mod connection;
mod database_url;
mod encoding;
mod error;
pub mod locks;
mod migrations;
mod pool;
#[cfg(feature = "postgres")]
mod postgres_migrations;
mod postgres_programs;
mod postgres_uri;
mod recorder;
mod sqlite;
mod storage;
pub mod timestamp;
pub mod transaction;
mod trouble;

pub use connection::Backend;
pub use database_url::{DatabaseUrl, InvalidDatabaseUrl};
pub use error::{Error, OpenError};
pub use migrations::{COPY_BEGUN, versions};
pub use pool::{Usage, waits};
pub use postgres_programs::ForPrograms;
pub use postgres_uri::PostgresUri;
pub use recorder::{Kind, RecordedEvent, Recorder};
pub use sqlite::{Kept, ReplaceError, holder, make_private_folder, replace, uri as sqlite_uri};
pub use storage::Storage;
pub use transaction::{Reader, Transaction};
