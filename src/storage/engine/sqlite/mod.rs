//! The parts that only SQLite needs: its files, which may be removed while they are open, and its error codes.

mod database;
mod files;
mod handle;
mod lock;
mod open;
mod replace;

pub use database::SqliteDatabase;
pub use files::{Files, make_private_folder, uri};
pub use handle::{SqliteHandle, is_contention, is_transient};
pub use lock::holder;
pub use replace::{Kept, ReplaceError, replace};
