//! The database's connections.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// Connections that read (SQLite, beside the one that writes), or all of them (PostgreSQL).
    pub connections: u32,
}

impl Default for Database {
    fn default() -> Self {
        Self { connections: 8 }
    }
}
