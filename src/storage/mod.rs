//! The only module that uses diesel: the tables, and the transactions that change them.
//!
//! [`Storage::read`] and [`Storage::write`] run a closure on a blocking thread, with its own connection; the functions
//! of the table modules take the argument of the closure. On SQLite there is one connection that writes and several
//! that read; on PostgreSQL both kinds come from one pool.

pub mod account_lock;
pub mod address_holds;
pub mod administrators;
mod copy;
mod direct;
mod engine;
pub mod events;
mod examination;
mod expiry;
pub mod future_dates;
pub mod idempotency_keys;
pub mod known_devices;
mod mail;
mod one_column;
pub mod passwords;
pub mod pending_sign_ups;
pub mod public_ids;
pub mod rate_limits;
mod schema;
pub mod session_list;
pub mod sessions;
pub mod set_up_tokens;
pub mod signing_keys;
pub mod user_list;
pub mod users;

pub use copy::{CopiedTable, CopyError, Progress, copy};
pub use direct::{Contents, Direct, ServerVersion, knows_migration};
pub use engine::{
    DatabaseUrl, Error, ForPrograms, InvalidDatabaseUrl, Kept, Kind, OpenError, PostgresUri, Reader,
    RecordedEvent, Recorder, ReplaceError, Storage, Transaction, Usage, holder, make_private_folder, replace,
    waits,
};
pub use examination::{Examination, Examined, Index, IndexFault, Migrations, newest_migration};
pub use mail::{mail_list, mail_tokens, mails, supersession};
