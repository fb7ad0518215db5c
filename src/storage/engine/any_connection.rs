//! A connection to either database, as diesel knows it. In a file of its own: the macro takes in every name around it.

use diesel::MultiConnection;
#[cfg(feature = "postgres")]
use diesel::pg::PgConnection;
use diesel::sqlite::SqliteConnection;

/// Either database; queries are written once, for both.
#[derive(MultiConnection)]
pub enum AnyConnection {
    Sqlite(SqliteConnection),
    #[cfg(feature = "postgres")]
    Postgres(PgConnection),
}

pub type Backend = <AnyConnection as diesel::Connection>::Backend;
