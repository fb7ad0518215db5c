//! Locks that PostgreSQL keeps until a transaction ends, where SQLite's single writer needs none.

use diesel::pg::PgConnection;
use diesel::prelude::*;

/// A lock that all processes on one database share, by its number.
pub struct Lock(i64);

/// The numbers spell "front" and count on: any will do that no other program on the database takes.
pub const MIGRATIONS: Lock = Lock(0x66_726f_6e74_0001);
pub const ADMINISTRATORS: Lock = Lock(0x66_726f_6e74_0002);
pub const SIGNING_KEYS: Lock = Lock(0x66_726f_6e74_0003);

impl Lock {
    pub fn take(&self, connection: &mut PgConnection) -> QueryResult<()> {
        diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
            .bind::<diesel::sql_types::BigInt, _>(self.0)
            .execute(connection)
            .map(|_| ())
    }
}
