//! A connection to either database, as a type of diesel. It has its own file because the macro sees every name around
//! it.

use diesel::MultiConnection;
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

/// Either database. Queries are written once, for both.
#[derive(MultiConnection)]
pub enum AnyConnection {
    Sqlite(SqliteConnection),
    #[cfg(feature = "postgres")]
    Postgres(PgConnection),
}

pub type Backend = <AnyConnection as diesel::Connection>::Backend;
