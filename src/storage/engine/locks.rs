//! Locks that all processes on one database share, held until a transaction ends. SQLite has only one writer anyway; on
//! PostgreSQL they are advisory locks.

#[cfg(feature = "postgres")]
use diesel::prelude::*;

use super::connection::AnyConnection;
use super::{Error, Transaction};

/// The number of an advisory lock of PostgreSQL.
pub struct Lock(
    #[cfg_attr(not(feature = "postgres"), expect(dead_code, reason = "only PostgreSQL needs it"))] i64,
);

/// The numbers spell "front" and then count up. Any numbers would do that no other program on the database uses.
pub const MIGRATIONS: Lock = Lock(0x66_726f_6e74_0001);
pub const ADMINISTRATORS: Lock = Lock(0x66_726f_6e74_0002);
pub const SIGNING_KEYS: Lock = Lock(0x66_726f_6e74_0003);
pub const OUTBOX: Lock = Lock(0x66_726f_6e74_0004);
pub const PENDING_SIGN_UPS: Lock = Lock(0x66_726f_6e74_0005);

impl Lock {
    pub fn take(&self, tx: &mut Transaction<'_>) -> Result<(), Error> {
        match tx.connection() {
            AnyConnection::Sqlite(_) => Ok(()),
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(postgres) => {
                diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
                    .bind::<diesel::sql_types::BigInt, _>(self.0)
                    .execute(postgres)?;
                Ok(())
            }
        }
    }
}
