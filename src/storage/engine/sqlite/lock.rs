//! Whether another process has a SQLite database open.

use std::io;
use std::path::Path;

#[cfg(target_os = "linux")]
use nix::fcntl::{FcntlArg, fcntl};
#[cfg(target_os = "linux")]
use nix::libc;

/// Where SQLite locks a database file (its file format, "Locking-byte page"): every connection to a database in WAL mode
/// holds a shared lock on some of these octets from its first read until it is closed.
#[cfg(target_os = "linux")]
const LOCKED: (libc::off_t, libc::off_t) = (0x4000_0000, 512);

/// The right to use a database file alone. Other connections wait, and fail in the end, while the value exists.
#[cfg(target_os = "linux")]
pub struct Alone {
    _file: std::fs::File,
}

/// Elsewhere SQLite itself is asked, by [`hold`].
#[cfg(not(target_os = "linux"))]
pub struct Alone {
    _connection: diesel::sqlite::SqliteConnection,
}

/// What opening a file alone has given.
pub enum Held {
    Alone(Alone),
    /// Another process has it open: a name for that.
    InUse(String),
}

/// Who has the database open, if a process does. The calling process must not have it open: closing a file releases
/// all locks that its process holds on it.
pub fn holder(path: &Path) -> io::Result<Option<String>> {
    match hold(path)? {
        Held::Alone(_) => Ok(None),
        Held::InUse(by) => Ok(Some(by)),
    }
}

/// Takes the lock of a writer that excludes all readers, without SQLite: a damaged database can be held, too. The
/// calling process must not have the database open.
#[cfg(target_os = "linux")]
pub fn hold(path: &Path) -> io::Result<Held> {
    let file = std::fs::File::options().read(true).write(true).open(path)?;
    let (start, length) = LOCKED;
    let mut range = libc::flock {
        l_type: libc::F_WRLCK as libc::c_short,
        l_whence: libc::SEEK_SET as libc::c_short,
        l_start: start,
        l_len: length,
        l_pid: 0,
    };
    // A lock of this open file, and not of the process: closing another handle does not release it.
    if fcntl(&file, FcntlArg::F_OFD_SETLK(&range)).is_ok() {
        return Ok(Held::Alone(Alone { _file: file }));
    }
    fcntl(&file, FcntlArg::F_OFD_GETLK(&mut range))?;
    let by = match range.l_pid {
        // A process of another container has no number here.
        ..=0 => "another process".to_owned(),
        pid => format!("the process {pid}"),
    };
    Ok(Held::InUse(by))
}

#[cfg(not(target_os = "linux"))]
pub fn hold(path: &Path) -> io::Result<Held> {
    use diesel::Connection as _;
    use diesel::connection::SimpleConnection;

    let opened = diesel::sqlite::SqliteConnection::establish(&super::files::uri(path));
    let mut connection = opened.map_err(io::Error::other)?;
    match connection.batch_execute("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; ROLLBACK") {
        Ok(()) => Ok(Held::Alone(Alone { _connection: connection })),
        Err(_) => Ok(Held::InUse("another process".to_owned())),
    }
}

#[cfg(test)]
mod tests {
    use diesel::prelude::*;

    use super::*;

    #[test]
    #[cfg(target_os = "linux")]
    fn who_has_a_database_open_is_known() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let path = folder.path().join("frontdesk.db");
        let text = path.to_str().expect("UTF-8");
        let mut connection = SqliteConnection::establish(text).expect("a connection");
        diesel::sql_query("PRAGMA journal_mode = WAL").execute(&mut connection).expect("the mode");
        diesel::sql_query("CREATE TABLE t (id INTEGER)").execute(&mut connection).expect("a table");
        let by = holder(&path).expect("a look").expect("it is open");
        assert_eq!(by, format!("the process {}", std::process::id()));
        drop(connection);
        assert_eq!(holder(&path).expect("a look"), None);

        let Ok(Held::Alone(alone)) = hold(&path) else { panic!("it is free") };
        let mut late = SqliteConnection::establish(text).expect("a connection that has read nothing");
        diesel::sql_query("SELECT * FROM t").execute(&mut late).expect_err("it is held");
        drop(alone);
        diesel::sql_query("SELECT * FROM t").execute(&mut late).expect("it is free again");
    }
}
