//! What only SQLite needs: its files, which may be removed while they are in use, and the codes of its errors.

mod database;
mod files;
mod handle;
mod open;

pub use database::SqliteDatabase;
pub use files::{Files, make_private_folder, uri};
pub use handle::{SqliteHandle, is_contention, is_transient};
