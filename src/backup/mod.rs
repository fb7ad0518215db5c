//! Back-ups of the database: makes them while the server runs, describes each in a manifest, deletes old ones, restores
//! one, and unpacks one for a rehearsal. On SQLite a back-up is a database file; on PostgreSQL it is an archive of
//! `pg_dump`.
//!
//! A back-up appears under its name when it is complete and on the disk, and not before.

mod checked;
mod create;
mod error;
mod file_digest;
mod folder;
mod manifest;
mod part_file;
mod postgres;
mod programs;
mod restore;
mod scratch;
mod secrets_file;
mod sqlite;

pub use checked::Unverified;
pub use create::{Made, Plan, create, mark_rehearsed};
pub use error::BackupError;
pub use folder::{Backup, is_on_the_same_disk, last_good, list, make_folder, retain};
pub use manifest::{Kind, Manifest};
pub use programs::Programs;
pub use restore::{Plan as RestorePlan, Restored, restore};
pub use scratch::{Plan as UnpackPlan, Scratch, unpack};

/// Told now and then: what is being done, how many octets are done, and of how many. The last is 0 if it is unknown.
pub type Report<'r> = dyn FnMut(&'static str, u64, u64) + 'r;
