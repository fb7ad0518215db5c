//! Back-ups that the server makes by itself.

use std::path::PathBuf;

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Backup {
        /// Where `frontdesk backup` without a path, and the server, put back-ups; see
        /// [OPERATIONS](OPERATIONS.md#back-up-and-restore). Made for its owner alone (0700) if it is missing. Best on
        /// another disk than the database.
        #[takes("Folder")]
        folder: Option<PathBuf> = None,

        // At most a month, so that a forgotten setting is not a database without a back-up.
        /// How often the server makes a back-up and rehearses it. Needs `backup.folder`. Unset: never.
        #[takes("Hours", 1..=744)]
        every_hours: Option<u32> = None,

        /// How many back-ups stay in a folder. Older ones are deleted after a new one was made, but not the last one whose
        /// rehearsal succeeded.
        #[takes("Number", 1..=10_000)]
        keep: u32 = 14,

        /// Where `pg_dump`, `pg_restore` and `psql` are. Unset: in the folders of `PATH`.
        #[takes("Folder")]
        postgres_programs: Option<PathBuf> = None,
    }
}
