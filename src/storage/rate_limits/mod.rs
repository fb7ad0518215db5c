//! The rate limits that all processes on one PostgreSQL share: a row for each bucket that is not full. SQLite has none:
//! a process would wait for the only writer.
//!
//! The algorithm is GCRA, as in the limits of each process: of a bucket only the time is stored at which it will be full
//! again (ITU-T I.371, annex A, with that time as the theoretical arrival time). An attempt moves it by the time in which
//! one attempt comes back, but never further ahead than the time in which the whole bucket fills. The server's clock
//! counts, so the clocks of the machines need not agree.

#[cfg(feature = "postgres")]
mod postgres;

use std::time::Duration;

use super::engine::connection::AnyConnection;
use super::{Error, Transaction};

/// The table, of PostgreSQL alone.
pub const TABLE: &str = "rate_limits";

/// A bucket of `burst` attempts, of which one comes back after each `refill`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    /// What it is for. Its digest is stored, which always has the same length.
    pub name: String,
    pub burst: u32,
    pub refill: Duration,
}

/// Takes an attempt from the bucket. `None` if there was one, always on SQLite; else the time until there is one.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "only PostgreSQL has the table"))]
pub fn take(tx: &mut Transaction<'_>, bucket: &Bucket) -> Result<Option<Duration>, Error> {
    match tx.connection() {
        AnyConnection::Sqlite(_) => Ok(None),
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(connection) => Ok(postgres::take(connection, bucket)?),
    }
}

/// Deletes at most `max` buckets that are full, and returns how many. Skips those that another process is using.
#[cfg_attr(not(feature = "postgres"), expect(unused_variables, reason = "only PostgreSQL has the table"))]
pub fn delete_full(tx: &mut Transaction<'_>, max: i64) -> Result<usize, Error> {
    match tx.connection() {
        AnyConnection::Sqlite(_) => Ok(0),
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(connection) => Ok(postgres::delete_full(connection, max)?),
    }
}
