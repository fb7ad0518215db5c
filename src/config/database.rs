//! The database's connections.

use super::section::{TRUE_OR_FALSE, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Database {
        /// SQLite: connections that read, beside the one that writes. PostgreSQL: all connections of this process; all
        /// processes together have to stay under the server's `max_connections`.
        #[takes("Number", 1..=1_000)]
        connections: u32 = 8,

        /// PostgreSQL: `false` behind a pooler that gives each transaction another connection; see
        /// [PgBouncer](OPERATIONS.md#pgbouncer).
        #[takes(TRUE_OR_FALSE)]
        prepared_statements: bool = true,
    }
}
