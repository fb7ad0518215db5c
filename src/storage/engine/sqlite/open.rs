//! Opens a SQLite database: write-ahead log, checks, migrations and connections.

use std::path::Path;
use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::files::{self, Files};
use crate::storage::engine::connection::{Access, Connection, failed};
use crate::storage::engine::migrations::Tables;
use crate::storage::engine::pool::{Connector, Pool};
use crate::storage::engine::{DatabaseUrl, OpenError, encoding, migrations};

/// The pause before another attempt, if another process held a lock.
const PAUSE: Duration = Duration::from_millis(20);

/// The connections to one database, all to the same files.
pub struct Opened {
    pub files: Arc<Files>,
    pub writer: Pool,
    pub reader: Pool,
    /// Alive as long as any of the connections is open.
    pub open: Weak<()>,
}

impl Opened {
    /// Retries until `patience` is over, because other processes may open or migrate the database at the same time, and
    /// SQLite's own time limit does not cover all of the locks for that.
    #[expect(
        clippy::disallowed_methods,
        reason = "it sleeps on a blocking thread, or before the server starts"
    )]
    pub fn open(
        url: &DatabaseUrl,
        path: &Path,
        connections: u32,
        tables: Tables,
        patience: Duration,
    ) -> Result<Self, OpenError> {
        files::check_restored(path)?;
        let deadline = Instant::now() + patience;
        loop {
            let mut first = Connection::establish(url)?;
            let opened = Self::over(&mut first, url, path, connections, tables);
            let is_in_the_way =
                first.trouble.take_transient().is_some_and(|transient| transient.is_contention);
            if opened.is_ok() || !is_in_the_way || Instant::now() > deadline {
                return opened;
            }
            drop(first);
            std::thread::sleep(PAUSE);
        }
    }

    /// Uses the first connection, which keeps the files in place while it is open.
    fn over(
        first: &mut Connection,
        url: &DatabaseUrl,
        path: &Path,
        connections: u32,
        tables: Tables,
    ) -> Result<Self, OpenError> {
        first.configure(url, Access::Write)?;
        enter_wal_mode(url, first)?;
        encoding::check(url, first)?;
        migrations::run(url, first, tables)?;
        let files = Arc::new(Files::at(path).map_err(|error| failed(url, error))?);
        let open = Arc::new(());
        let pool = |access, size| {
            let (url, files, open) = (url.clone(), Some(files.clone()), open.clone());
            Pool::new(Connector { url, access, files, open }, size)
        };
        let (writer, reader) = (pool(Access::Write, 1)?, pool(Access::ReadOnly, connections)?);
        Ok(Self { files, writer, reader, open: Arc::downgrade(&open) })
    }
}

#[derive(QueryableByName)]
struct JournalMode {
    #[diesel(sql_type = Text)]
    journal_mode: String,
}

/// The file stores the mode, so all later connections use it.
fn enter_wal_mode(url: &DatabaseUrl, connection: &mut Connection) -> Result<(), OpenError> {
    let mode: JournalMode = diesel::sql_query("PRAGMA journal_mode = WAL")
        .get_result(&mut connection.any)
        .map_err(|error| failed(url, error))?;
    match mode.journal_mode.as_str() {
        "wal" => Ok(()),
        _ => Err(failed(url, "its file system does not allow the write-ahead log")),
    }
}
