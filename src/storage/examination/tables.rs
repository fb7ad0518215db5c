//! Which migrations and tables a database has, and what its role may do with them.

use super::Examination;
use crate::storage::copy::TABLES;
use crate::storage::engine::{COPY_BEGUN, versions};
use crate::storage::rate_limits;
use crate::storage::{DatabaseUrl, Error};

/// The migrations of a database, compared with those of this release.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Migrations {
    /// The version of the last one that is applied.
    pub last: Option<String>,
    /// Those that are not applied, the oldest first.
    pub missing: Vec<String>,
    /// One that only a later release has.
    pub unknown: Option<String>,
    /// A copy of another database, whose rows are not all there.
    pub is_unfinished_copy: bool,
}

impl Examination {
    pub fn migrations(&mut self, url: &DatabaseUrl) -> Result<Migrations, Error> {
        let known = versions(url);
        let tables = self.table_names()?;
        let is_unfinished_copy = tables.iter().any(|name| name == COPY_BEGUN);
        let mut applied = match tables.iter().any(|name| name == "__diesel_schema_migrations") {
            true => self.texts("SELECT version AS value FROM __diesel_schema_migrations")?,
            false => Vec::new(),
        };
        applied.sort();
        Ok(Migrations {
            missing: known.iter().filter(|version| !applied.contains(version)).cloned().collect(),
            unknown: applied.iter().rfind(|version| !known.contains(version)).cloned(),
            last: applied.pop(),
            is_unfinished_copy,
        })
    }

    /// The tables of this release that the database does not have.
    pub fn missing_tables(&mut self) -> Result<Vec<&'static str>, Error> {
        let present = self.table_names()?;
        Ok(self.tables().filter(|table| !present.iter().any(|name| name == table)).collect())
    }

    /// The tables of this release.
    fn tables(&self) -> impl Iterator<Item = &'static str> + use<> {
        let of_limits = (!self.is_sqlite()).then_some(rate_limits::TABLE);
        TABLES.iter().copied().chain(of_limits)
    }

    /// The tables that the role of the connection may not read and change. On SQLite the mode of the file decides.
    pub fn forbidden_tables(&mut self) -> Result<Vec<&'static str>, Error> {
        if self.is_sqlite() {
            return Ok(Vec::new());
        }
        let mut forbidden = Vec::new();
        for table in self.tables() {
            let may = ["SELECT", "INSERT", "UPDATE", "DELETE"]
                .map(|right| format!("has_table_privilege('{table}', '{right}')"))
                .join(" AND ");
            if self.number(&format!("SELECT ({may})::int::bigint AS value"))? == 0 {
                forbidden.push(table);
            }
        }
        Ok(forbidden)
    }

    fn table_names(&mut self) -> Result<Vec<String>, Error> {
        self.texts(match self.is_sqlite() {
            true => "SELECT name AS value FROM sqlite_schema WHERE type = 'table'",
            false => "SELECT tablename::text AS value FROM pg_tables WHERE schemaname = current_schema()",
        })
    }
}

/// The date in the version of the newest migration of this release, as `20261126180000`: no clock that is right shows an
/// earlier one.
pub fn newest_migration(url: &DatabaseUrl) -> Option<time::Date> {
    let version = versions(url).pop()?;
    let number = |range: std::ops::Range<usize>| version.get(range)?.parse::<u16>().ok();
    let (month, day) = (u8::try_from(number(4..6)?).ok()?, u8::try_from(number(6..8)?).ok()?);
    time::Date::from_calendar_date(number(0..4)?.into(), month.try_into().ok()?, day).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_migration_has_a_date() {
        let url = DatabaseUrl::sqlite(std::path::Path::new("frontdesk.db"));
        let date = newest_migration(&url).expect("a date");
        assert!(date.year() >= 2026, "{date}");
    }
}
