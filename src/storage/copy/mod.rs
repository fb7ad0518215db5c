//! Copies a whole database into an empty one, from SQLite to PostgreSQL or the other way: in batches, from where an
//! interrupted copy stopped, and compared row by row at the end.

mod database;
mod error;
mod rows;
mod tables;

use super::engine::connection::Connection;
use super::engine::transaction;
use super::{DatabaseUrl, Error};
use database::{Source, Target};
pub use error::CopyError;
use rows::{RowDigest, RowError, Table};
pub use tables::TABLES;

/// What a copy is doing: for a progress bar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    pub verb: &'static str,
    pub table: &'static str,
    pub done: u64,
    pub total: u64,
}

/// A table that was copied, and is the same in both databases.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CopiedTable {
    pub name: &'static str,
    pub rows: u64,
    /// The SHA-256 of all its rows.
    pub digest: [u8; 32],
}

/// Copies all rows. Both databases may be of either kind, but not the same.
///
/// # Errors
///
/// The target has what was copied until then, and no server starts on it. The same copy can go on from there.
pub fn copy(
    from: &DatabaseUrl,
    to: &DatabaseUrl,
    report: &mut dyn FnMut(Progress),
) -> Result<Vec<CopiedTable>, CopyError> {
    if from == to {
        return Err(CopyError::SameDatabase);
    }
    let mut source = Source::open(from)?;
    let mut target = Target::open(to, &source)?;
    for table in tables::ALL {
        copy_table(table, &mut source, &mut target, report)?;
    }
    let mut copied = Vec::new();
    for table in tables::ALL {
        copied.push(compare(table, &mut source, &mut target, report)?);
    }
    target.finish(&source)?;
    Ok(copied)
}

/// Continues after the last row that the target has.
fn copy_table(
    table: &Table,
    source: &mut Source,
    target: &mut Target,
    report: &mut dyn FnMut(Progress),
) -> Result<(), CopyError> {
    let total = source.count(table.name);
    let (mut done, mut last) = target.copied(table.name)?;
    loop {
        report(Progress { verb: "copying", table: table.name, done, total });
        let from = &mut source.connection.any;
        let step = transaction::run(&mut target.connection, |tx| {
            (table.copy)(from, tx.connection(), last).map_err(|error| row_error(table, error))
        })?;
        let Some((next, rows)) = step else { return Ok(()) };
        (done, last) = (done + rows, next);
    }
}

fn compare(
    table: &Table,
    source: &mut Source,
    target: &mut Target,
    report: &mut dyn FnMut(Progress),
) -> Result<CopiedTable, CopyError> {
    let total = source.count(table.name);
    let mut of = |connection: &mut Connection, before: u64| {
        digest(table, connection, |rows| {
            report(Progress { verb: "comparing", table: table.name, done: before + rows, total: 2 * total });
        })
    };
    let (rows, expected) = of(&mut source.connection, 0)?;
    let (found_rows, found) = of(&mut target.connection, total)?;
    if (rows, expected) != (found_rows, found) {
        return Err(CopyError::Differs { table: table.name, rows, found: found_rows });
    }
    Ok(CopiedTable { name: table.name, rows, digest: expected })
}

fn digest(
    table: &Table,
    connection: &mut Connection,
    mut report: impl FnMut(u64),
) -> Result<(u64, [u8; 32]), Error> {
    let (mut digest, mut rows, mut last) = (RowDigest::default(), 0, i64::MIN);
    loop {
        report(rows);
        match (table.digest)(&mut connection.any, last, &mut digest)? {
            Some((next, more)) => (last, rows) = (next, rows + more),
            None => return Ok((rows, digest.end())),
        }
    }
}

fn row_error(table: &Table, error: RowError) -> CopyError {
    match error {
        RowError::Database(error) => Error::from(error).into(),
        RowError::Nul { id, column } => CopyError::Nul { table: table.name, id, column },
    }
}
