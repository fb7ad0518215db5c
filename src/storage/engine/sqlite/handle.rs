//! The `sqlite3` handle of a connection, to read the result code of its last error: diesel 2.3 exposes neither.
//! docs/decisions/database_errors.md says why, and when this file can be deleted.

#![expect(unsafe_code, reason = "diesel gives out no handle, so this file calls SQLite itself")]

use std::cell::Cell;
use std::ffi::{c_char, c_int};
use std::ptr::NonNull;
use std::sync::Once;

use libsqlite3_sys as ffi;

/// Valid as long as its connection is open. The type cannot enforce this; the handle is stored inside the connection.
pub struct SqliteHandle(NonNull<ffi::sqlite3>);

// SAFETY: SQLite is built in serialized mode, in which threads can share a connection.
unsafe impl Send for SqliteHandle {}

thread_local! {
    /// The last connection that this thread has opened.
    static OPENED: Cell<Option<NonNull<ffi::sqlite3>>> = const { Cell::new(None) };
}

/// SQLite calls this for each new connection, in the thread that opens it.
unsafe extern "C" fn note(
    handle: *mut ffi::sqlite3,
    _message: *mut *mut c_char,
    _api: *const ffi::sqlite3_api_routines,
) -> c_int {
    // A thread that is ending has no thread-local values left, and needs none.
    let _ = OPENED.try_with(|opened| opened.set(NonNull::new(handle)));
    ffi::SQLITE_OK
}

impl SqliteHandle {
    /// Runs `open`, and returns its result with the handle of the connection that it has opened.
    pub fn of<T, E>(open: impl FnOnce() -> Result<T, E>) -> Result<(T, Option<Self>), E> {
        static REGISTERED: Once = Once::new();
        REGISTERED.call_once(|| {
            // SAFETY: `note` has the signature that SQLite expects, and is valid as long as the process.
            unsafe { ffi::sqlite3_auto_extension(Some(note)) };
        });
        OPENED.set(None);
        let opened = open()?;
        Ok((opened, OPENED.take().map(Self)))
    }

    /// The extended result code of the last call if that failed.
    pub fn last_code(&self) -> c_int {
        // SAFETY: only a value inside the connection calls this, so the connection is open.
        unsafe { ffi::sqlite3_extended_errcode(self.0.as_ptr()) }
    }
}

/// Whether a later attempt may succeed: the file is locked, full, or cannot be read or opened at the moment.
pub fn is_transient(code: c_int) -> bool {
    // Damage that the file system reports is permanent.
    let is_damage = matches!(code, ffi::SQLITE_IOERR_CORRUPTFS | ffi::SQLITE_IOERR_DATA);
    // The lowest octet of an extended code is the primary code.
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

/// Whether the error came from a lock of another connection.
pub fn is_contention(code: c_int) -> bool {
    matches!(code & 0xff, ffi::SQLITE_BUSY | ffi::SQLITE_LOCKED | ffi::SQLITE_PROTOCOL)
}
