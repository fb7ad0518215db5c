//! Whether the tables and the indexes are those of this release.

use super::database::with_database;
use super::{Outcome, Subject, counted};
use crate::storage::{IndexFault, Migrations};

pub fn migrations(subject: &mut Subject) -> Vec<Outcome> {
    let mut is_migrated = false;
    let outcomes = with_database(subject, |subject, database| {
        let Migrations { last, missing, unknown, is_unfinished_copy } =
            database.migrations(&subject.settings.database_url)?;
        if is_unfinished_copy {
            return Ok(vec![Outcome::error(
                "the database is a copy that is not finished",
                "run the same `frontdesk database copy` again, or use another database",
            )]);
        }
        // Nodes of a cluster are replaced one by one, so the tables of a later release are no reason to stop.
        if let Some(version) = unknown {
            is_migrated = missing.is_empty();
            return Ok(vec![Outcome::error(
                format_args!(
                    "a later release has migrated the database (migration {version}): this one does not start"
                ),
                "start that release, or restore the back-up from before the upgrade",
            )]);
        }
        let Some(last) = last else {
            return Ok(vec![Outcome::warning(
                "the database has no tables of frontdesk: the next start makes them",
                "if there should be accounts in it, check database_url",
            )]);
        };
        if let Some(first) = missing.first() {
            return Ok(vec![Outcome::warning(
                format_args!(
                    "{} of this release are missing, from {first} on",
                    counted(missing.len(), "migration")
                ),
                "make a back-up; the next start or `frontdesk migrate` applies them",
            )]);
        }
        let tables = database.missing_tables()?;
        is_migrated = tables.is_empty();
        Ok(vec![match tables.is_empty() {
            true => Outcome::ok(format_args!("the tables are up to date ({last})")),
            false => Outcome::error(
                format_args!(
                    "tables are missing, although their migrations were applied: {}",
                    tables.join(", ")
                ),
                "restore a back-up; nothing makes them again",
            ),
        }])
    });
    subject.is_migrated = is_migrated;
    outcomes
}

pub fn indexes(subject: &mut Subject) -> Vec<Outcome> {
    super::database::with_tables(subject, |_, database| {
        let faults = database.index_faults()?;
        if faults.is_empty() {
            return Ok(vec![Outcome::ok("every index is there")]);
        }
        let outcomes = faults.into_iter().map(|(index, fault, statement)| {
            let (name, table) = (index.name, index.table);
            let message = match fault {
                IndexFault::Missing => format!("the index {name} on {table} is missing"),
                IndexFault::Different => format!("the index {name} on {table} is not as it was made"),
                IndexFault::Invalid => format!("the index {name} on {table} is invalid, and not used"),
            };
            let advice = match fault {
                IndexFault::Missing => statement,
                IndexFault::Different => format!("DROP INDEX {name}; {statement}"),
                IndexFault::Invalid => format!("REINDEX INDEX {name}"),
            };
            match index.is_unique {
                true => Outcome::error(format!("{message}, so nothing keeps its rows unique"), advice),
                false => Outcome::warning(format!("{message}, so some pages read the whole table"), advice),
            }
        });
        Ok(outcomes.collect())
    })
}
