//! The database's connections.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// Connections that read (SQLite, beside the one that writes), or all of them (PostgreSQL).
    pub connections: u32,
    /// PostgreSQL: off for a pooler that gives each transaction another connection (PgBouncer in transaction mode).
    pub prepared_statements: bool,
}

impl Default for Database {
    fn default() -> Self {
        Self { connections: 8, prepared_statements: true }
    }
}
