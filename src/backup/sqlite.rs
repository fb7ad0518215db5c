//! The copy of a SQLite database that becomes a back-up.

use std::path::Path;
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::time::Duration;

use super::Report;
use super::error::BackupError;
use crate::storage::{Contents, DatabaseUrl, Direct};

/// How often the length of the copy is looked at.
const LOOK: Duration = Duration::from_millis(200);

/// Copies the database into an empty file, as of one moment. Returns what is in the copy, and the version of SQLite.
pub fn copy(
    url: &DatabaseUrl,
    into: &Path,
    report: &mut Report<'_>,
) -> Result<(Contents, String), BackupError> {
    let mut direct = Direct::open(url)?;
    let version = direct.sqlite_version()?;
    let total = direct.copy_octets()?;
    let copied = watched(into, total, report, || direct.vacuum_into(into));
    copied.map_err(|source| BackupError::NotCopied { path: into.display().to_string(), source })?;
    let contents = Direct::open(&DatabaseUrl::sqlite(into))?.contents()?;
    Ok((contents, version))
}

/// Runs `work`, and reports meanwhile how long the file is that it writes. `total` is 0 if it is unknown.
pub fn watched<T: Send>(
    file: &Path,
    total: u64,
    report: &mut Report<'_>,
    work: impl FnOnce() -> T + Send,
) -> T {
    let (done, wait) = channel();
    std::thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let result = work();
            // The receiver lives as long as the scope.
            let _ = done.send(());
            result
        });
        while let Err(RecvTimeoutError::Timeout) = wait.recv_timeout(LOOK) {
            report("copying", file.metadata().map_or(0, |file| file.len()), total);
        }
        match worker.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
