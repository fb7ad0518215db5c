//! A copy of a SQLite database as of one moment, and the checks of a copy.

use std::path::Path;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::Text;

use super::Direct;
use crate::storage::Error;
use crate::storage::engine::sqlite_uri;

/// At most so many faults are reported.
const MAX_FAULTS: usize = 20;

impl Direct {
    /// Copies the database into an existing empty file, as of one moment, without free pages, while others read and
    /// write. The write-ahead log grows meanwhile.
    pub fn vacuum_into(&mut self, empty_file: &Path) -> Result<(), Error> {
        // As a URI, because a path need not be UTF-8.
        let uri = sqlite_uri(empty_file);
        self.run(|any| diesel::sql_query("VACUUM INTO ?").bind::<Text, _>(uri).execute(any)).map(drop)
    }

    /// About how large a copy will be, in octets.
    pub fn copy_octets(&mut self) -> Result<u64, Error> {
        let octets = self.number(
            "SELECT (page_count - freelist_count) * page_size AS value
             FROM pragma_page_count, pragma_freelist_count, pragma_page_size",
        )?;
        Ok(u64::try_from(octets).unwrap_or_default())
    }

    /// The version of the SQLite library.
    pub fn sqlite_version(&mut self) -> Result<String, Error> {
        Ok(self.texts("SELECT sqlite_version() AS value")?.join(""))
    }

    /// Locks the file, so that no other connection can open it until this one is closed. False if another one has it open.
    pub(in crate::storage) fn hold_alone(&mut self) -> Result<bool, Error> {
        let held = self.connection.any.batch_execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
        match (held, self.connection.trouble.take_transient()) {
            (Ok(()), _) => Ok(true),
            (Err(_), Some(transient)) if transient.is_contention => Ok(false),
            (Err(_), Some(transient)) => Err(Error::Unavailable(transient.message.into())),
            (Err(error), None) => Err(error.into()),
        }
    }

    /// What SQLite finds wrong with the file, and rows whose foreign keys lead nowhere; empty for a sound database.
    pub fn faults(&mut self) -> Result<Vec<String>, Error> {
        // Without an argument, which would be the name of a table here.
        let mut faults = self.texts(&format!(
            "SELECT integrity_check AS value FROM pragma_integrity_check LIMIT {MAX_FAULTS}"
        ))?;
        faults.retain(|line| line != "ok");
        let orphans = self.texts(&format!(
            "SELECT \"table\" || ' ' || coalesce(rowid, '?') || ' refers to no row of ' || parent AS value
             FROM pragma_foreign_key_check LIMIT {MAX_FAULTS}"
        ))?;
        faults.extend(orphans);
        Ok(faults)
    }
}
