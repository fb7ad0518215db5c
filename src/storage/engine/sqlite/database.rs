//! The SQLite database of this process, also when its files are removed or replaced while it is open. SQLite does not
//! report that: data written to a removed file would be lost when the process ends.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant, SystemTime};

use super::files::{self, FileId, Files};
use super::open::Opened;
use crate::storage::engine::migrations::Tables;
use crate::storage::engine::pool::Usage;
use crate::storage::engine::recorder::Recorder;
use crate::storage::engine::{DatabaseUrl, Error, OpenError, Reader, Transaction, transaction};

/// How long a start waits for other processes that start, migrate or write.
const PATIENCE: Duration = Duration::from_secs(60);

/// How long a refused database stays closed: the reason lies outside its file, so the file need not change.
const AFTER_REFUSAL: Duration = Duration::from_secs(10);

/// Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct SqliteDatabase(Arc<Shared>);

struct Shared {
    url: DatabaseUrl,
    connections: u32,
    state: Mutex<State>,
}

enum State {
    Open(Arc<Opened>),
    Lost(Lost),
}

#[derive(Clone)]
struct Lost {
    /// Kept open, so that no other file gets their numbers.
    files: Arc<Files>,
    open: Weak<()>,
    /// The files at the path at the last look. They may be a copy that is still being written.
    seen: Option<Stamp>,
    /// Why the files were not opened. Each reason is logged once.
    logged: Option<String>,
    not_before: Instant,
}

/// The database and its write-ahead log at one point in time.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Stamp {
    database: FileStamp,
    log: Option<FileStamp>,
}

type FileStamp = (FileId, u64, SystemTime);

impl Stamp {
    /// `None` if the file is missing or empty.
    fn of(path: &Path) -> Option<Self> {
        let database = file_stamp(path).filter(|(_, length, _)| *length > 0)?;
        Some(Self { database, log: file_stamp(&files::log_of(path)) })
    }
}

fn file_stamp(path: &Path) -> Option<FileStamp> {
    let metadata = path.metadata().ok()?;
    Some((FileId::from(&metadata), metadata.len(), metadata.modified().ok()?))
}

impl SqliteDatabase {
    /// Opens the database, and creates it if it is missing.
    pub fn open(url: &DatabaseUrl, path: &Path, connections: u32) -> Result<Self, OpenError> {
        files::make(path)?;
        let opened = Opened::open(url, path, connections, Tables::MadeIfMissing, PATIENCE)?;
        let state = Mutex::new(State::Open(Arc::new(opened)));
        Ok(Self(Arc::new(Shared { url: url.clone(), connections, state })))
    }

    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (database, opened) = (self.clone(), self.opened()?);
        let reader = opened.reader.clone();
        reader
            .run(move |connection| {
                database.check(&opened)?;
                work(&mut Reader::new(&mut connection.any))
            })
            .await
    }

    /// A commit into files that were removed or replaced in the meantime counts as failed.
    pub async fn write<T, E>(
        &self,
        recorder: Recorder,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let (database, opened) = (self.clone(), self.opened()?);
        let writer = opened.writer.clone();
        writer
            .run(move |connection| {
                database.check(&opened)?;
                let written = transaction::run_and_tell(connection, &recorder, work)?;
                database.check(&opened)?;
                Ok(written)
            })
            .await
    }

    /// The connections that read, and the one that writes; `None` while there is no database.
    pub fn usage(&self) -> Option<[(&'static str, Usage); 2]> {
        let opened = self.opened().ok()?;
        Some([("read", opened.reader.usage()), ("write", opened.writer.usage())])
    }

    /// Checks whether the files are still in place. If they are gone and there is another database at the path, opens
    /// that one, with the checks of a start, and returns true.
    pub fn watch(&self) -> bool {
        match self.opened() {
            Ok(opened) => {
                // `check` logs the reason, and the next request fails.
                let _ = self.check(&opened);
                false
            }
            Err(_) => self.open_again(),
        }
    }

    /// Closes the database because it cannot be used, for a reason that may go away without a change of the file.
    pub fn refuse(&self, reason: String) {
        let Ok(opened) = self.opened() else { return };
        tracing::error!("{} is not used: {reason}", self.0.url);
        let not_before = Instant::now() + AFTER_REFUSAL;
        self.close(&opened, Some(reason), not_before);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn path(&self) -> &Path {
        match &self.0.url {
            DatabaseUrl::Sqlite(path) => path,
            DatabaseUrl::Postgres(_) => Path::new(""),
        }
    }

    fn opened(&self) -> Result<Arc<Opened>, Error> {
        match &*self.state() {
            State::Open(opened) => Ok(opened.clone()),
            State::Lost(_) => Err(Error::Unavailable("the database file is gone".into())),
        }
    }

    fn check(&self, opened: &Arc<Opened>) -> Result<(), Error> {
        let Err(reason) = opened.files.check() else { return Ok(()) };
        if self.close(opened, None, Instant::now()) {
            tracing::error!(
                "{reason} while it was in use: requests that need the database get 503, until the file is back \
                 or a back-up is in its place"
            );
        }
        Err(Error::Unavailable(reason.into()))
    }

    /// Closes the connections as soon as nothing uses them. Returns false if another thread has done so.
    fn close(&self, opened: &Arc<Opened>, logged: Option<String>, not_before: Instant) -> bool {
        let mut state = self.state();
        let is_present = matches!(&*state, State::Open(present) if Arc::ptr_eq(present, opened));
        if !is_present {
            return false;
        }
        let (files, open) = (opened.files.clone(), opened.open.clone());
        let closed =
            std::mem::replace(&mut *state, State::Lost(Lost { files, open, seen: None, logged, not_before }));
        drop(state);
        // Outside the lock, because this may write to the disk.
        drop(closed);
        true
    }

    fn open_again(&self) -> bool {
        let mut lost = match &*self.state() {
            State::Lost(lost) => lost.clone(),
            State::Open(_) => return false,
        };
        // The old connections must be closed first: two connections to one file must not use two logs.
        if lost.open.strong_count() > 0 || Instant::now() < lost.not_before {
            return false;
        }
        let stamp = Stamp::of(self.path());
        let is_settled = stamp.is_some() && stamp == lost.seen;
        lost.seen = stamp;
        let opened = if is_settled { self.open_what_is_there(&mut lost) } else { None };
        let is_open = opened.is_some();
        *self.state() = opened.map_or(State::Lost(lost), |opened| State::Open(Arc::new(opened)));
        if is_open {
            tracing::warn!("{} is there again, and in use", self.0.url);
        }
        is_open
    }

    fn open_what_is_there(&self, lost: &mut Lost) -> Option<Opened> {
        let (url, path) = (&self.0.url, self.path());
        lost.files.make_room();
        match Opened::open(url, path, self.0.connections, Tables::There, Duration::ZERO) {
            Ok(opened) => Some(opened),
            Err(error) => {
                let error = error.to_string();
                if lost.logged.as_ref() != Some(&error) {
                    tracing::error!("{error}");
                }
                lost.logged = Some(error);
                None
            }
        }
    }
}
