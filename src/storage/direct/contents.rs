//! What a database contains, in numbers: for the manifest of a back-up, and for a look before a restore.

use std::collections::BTreeMap;

use super::Direct;
use crate::storage::copy::TABLES;
use crate::storage::engine::connection::AnyConnection;
use crate::storage::engine::versions;
use crate::storage::rate_limits;
use crate::storage::{DatabaseUrl, Error};

/// The migration that added the ids of secret keys.
const SEALED: &str = "20261126080000";

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contents {
    /// The version of the last migration. `None` for a database without tables of Frontdesk.
    pub migration: Option<String>,
    /// The number of rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// The ids of the secret keys that decrypt what is encrypted in it.
    pub secret_keys: Vec<String>,
}

/// Whether this release has the migration.
pub fn knows_migration(url: &DatabaseUrl, version: &str) -> bool {
    versions(url).iter().any(|known| known == version)
}

impl Direct {
    /// The tables of Frontdesk that the database has, in an order in which each follows those that it refers to.
    pub fn tables(&mut self) -> Result<Vec<&'static str>, Error> {
        let present = self.table_names()?;
        Ok(TABLES.iter().copied().filter(|table| present.iter().any(|name| name == table)).collect())
    }

    /// The table of rate limits, if the database has it. No back-up and no copy has its rows: they are soon worth nothing.
    pub fn table_of_rate_limits(&mut self) -> Result<Option<&'static str>, Error> {
        let is_there = self.table_names()?.iter().any(|name| name == rate_limits::TABLE);
        Ok(is_there.then_some(rate_limits::TABLE))
    }

    /// The version of the last migration.
    pub fn migration(&mut self) -> Result<Option<String>, Error> {
        if !self.table_names()?.iter().any(|name| name == "__diesel_schema_migrations") {
            return Ok(None);
        }
        let newest = self.texts("SELECT max(version) AS value FROM __diesel_schema_migrations")?;
        Ok(newest.into_iter().next())
    }

    /// Counts all rows. Reads an index of each table from end to end.
    pub fn contents(&mut self) -> Result<Contents, Error> {
        let migration = self.migration()?;
        let mut rows = BTreeMap::new();
        for table in self.tables()? {
            let count = self.number(&format!("SELECT count(*) AS value FROM {table}"))?;
            rows.insert(table.to_owned(), u64::try_from(count).unwrap_or_default());
        }
        let has_sealed = migration.as_deref().is_some_and(|version| version >= SEALED);
        let secret_keys = match has_sealed {
            true => self.texts(
                "SELECT DISTINCT sealed_by AS value FROM signing_keys WHERE sealed_by IS NOT NULL ORDER BY 1",
            )?,
            false => Vec::new(),
        };
        Ok(Contents { migration, rows, secret_keys })
    }

    fn table_names(&mut self) -> Result<Vec<String>, Error> {
        let query = match self.any() {
            AnyConnection::Sqlite(_) => "SELECT name AS value FROM sqlite_schema WHERE type = 'table'",
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(_) => {
                "SELECT tablename::text AS value FROM pg_tables WHERE schemaname = current_schema()"
            }
        };
        self.texts(query)
    }
}
