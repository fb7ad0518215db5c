//! SQLite's own handle of a connection, for the result code of its last error: diesel 2.3 gives out neither of them.
//! docs/decisions/database_errors.md says why it is done so, and when it can go.

#![expect(unsafe_code, reason = "diesel gives out no handle, so this file calls SQLite itself")]

use std::cell::Cell;
use std::ffi::{c_char, c_int};
use std::ptr::NonNull;
use std::sync::Once;

use libsqlite3_sys as ffi;

/// Valid as long as the connection that it was taken from, which nothing here can see: it is kept inside that connection.
pub struct SqliteHandle(NonNull<ffi::sqlite3>);

// SAFETY: SQLite is built in its serialized mode, in which a connection may go from thread to thread.
unsafe impl Send for SqliteHandle {}

thread_local! {
    /// The connection that this thread has opened last.
    static OPENED: Cell<Option<NonNull<ffi::sqlite3>>> = const { Cell::new(None) };
}

/// SQLite calls it for each new connection, in the thread that opens it.
unsafe extern "C" fn note(
    handle: *mut ffi::sqlite3,
    _message: *mut *mut c_char,
    _api: *const ffi::sqlite3_api_routines,
) -> c_int {
    // A thread that is about to end has no place for it any more, and opens nothing that asks.
    let _ = OPENED.try_with(|opened| opened.set(NonNull::new(handle)));
    ffi::SQLITE_OK
}

impl SqliteHandle {
    /// Runs `open`, and gives the handle of the connection that it has opened.
    pub fn of<T, E>(open: impl FnOnce() -> Result<T, E>) -> Result<(T, Option<Self>), E> {
        static REGISTERED: Once = Once::new();
        REGISTERED.call_once(|| {
            // SAFETY: `note` is what SQLite expects there, and lives as long as the process.
            unsafe { ffi::sqlite3_auto_extension(Some(note)) };
        });
        OPENED.set(None);
        let opened = open()?;
        Ok((opened, OPENED.take().map(Self)))
    }

    /// The extended result code of the last call that failed, if none has succeeded since.
    pub fn last_code(&self) -> c_int {
        // SAFETY: it is asked only by what the connection itself keeps, so the connection is open.
        unsafe { ffi::sqlite3_extended_errcode(self.0.as_ptr()) }
    }
}

/// Whether the same may work later: the file is locked, full, unreadable or away for now.
pub fn is_transient(code: c_int) -> bool {
    // What the file system itself calls damaged stays so.
    let is_damage = matches!(code, ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA);
    // The lowest octet of an extended code is the code that it belongs to.
    let is_transient = matches!(
        code & 0xff,
        ffi::SQLITE_BUSY
            | ffi::SQLITE_LOCKED
            | ffi::SQLITE_NOMEM
            | ffi::SQLITE_READONLY
            | ffi::SQLITE_INTERRUPT
            | ffi::SQLITE_IOERR
            | ffi::SQLITE_FULL
            | ffi::SQLITE_CANTOPEN
            | ffi::SQLITE_PROTOCOL
    );
    is_transient && !is_damage
}

/// Whether another connection was in the way.
pub fn is_contention(code: c_int) -> bool {
    matches!(code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED | ffi::SQLITE_PROTOCOL)
}
