//! Puts another database file in the place of one that no process uses, and keeps what was there.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::files::{beside, index_of, log_of, restoring_of};
use super::lock::{Held, hold};

#[derive(Debug, thiserror::Error)]
pub enum ReplaceError {
    #[error("{path} is in use by {by}")]
    InUse { path: String, by: String },
    #[error("{what} {path}: {source}")]
    File { what: &'static str, path: String, source: io::Error },
}

/// Where the previous database is now: its file, if there was one. Its log and its index are beside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept(pub Option<PathBuf>);

/// Renames the database at `path`, with its `-wal` and `-shm`, to names that end in `.replaced-` and `date`; then renames
/// `with`, which is in the same folder, to `path`. While that happens there is a marker, with which no server starts: a
/// crash in between would otherwise leave a log beside a database that it does not belong to.
///
/// # Errors
///
/// If a process has the database open, or a rename fails. Then nothing is changed, unless undoing it fails, too: then the
/// marker stays.
pub fn replace(path: &Path, with: &Path, date: &str) -> Result<Kept, ReplaceError> {
    // Held until the end, so that a process that starts meanwhile waits and then finds that its file was replaced.
    let _alone = match hold(path) {
        Ok(Held::Alone(alone)) => Some(alone),
        Ok(Held::InUse(by)) => return Err(ReplaceError::InUse { path: path.display().to_string(), by }),
        Err(error) if error.kind() == io::ErrorKind::NotFound => None,
        Err(error) => return Err(failed("cannot open", path)(error)),
    };
    let marker = restoring_of(path);
    let kept = kept_at(path, &marker, date);
    let name = kept.to_string_lossy();
    let mark = |mut file: File| file.write_all(name.as_bytes()).and_then(|()| file.sync_all());
    File::create(&marker).and_then(mark).map_err(failed("cannot make", &marker))?;
    sync_folder(path).map_err(failed("cannot sync the folder of", path))?;
    let mut renamed = Vec::new();
    if let Err(error) = exchange(path, with, &kept, &mut renamed) {
        // In the opposite order: the log is beside its database again only at the end.
        let is_undone = renamed.iter().rev().all(|(from, to)| fs::rename(to, from).is_ok());
        if is_undone {
            let _ = fs::remove_file(&marker);
        }
        return Err(error);
    }
    fs::remove_file(&marker).map_err(failed("cannot remove", &marker))?;
    sync_folder(path).map_err(failed("cannot sync the folder of", path))?;
    Ok(Kept(Some(kept).filter(|kept| kept.exists())))
}

/// Where the previous database goes: to where its log is already, if a restore was interrupted between the two.
fn kept_at(path: &Path, marker: &Path, date: &str) -> PathBuf {
    let begun = fs::read_to_string(marker).ok().filter(|name| !name.is_empty()).map(PathBuf::from);
    // If the database itself is there, what is at its path now is another one.
    begun.filter(|kept| !kept.exists()).unwrap_or_else(|| beside(path, &format!(".replaced-{date}")))
}

/// Renames the files, and notes each rename.
fn exchange(
    path: &Path,
    with: &Path,
    kept: &Path,
    renamed: &mut Vec<(PathBuf, PathBuf)>,
) -> Result<(), ReplaceError> {
    // The log first: without its database it is nothing, but beside another one it would be read.
    for (from, to) in
        [(log_of(path), log_of(kept)), (index_of(path), index_of(kept)), (path.to_owned(), kept.to_owned())]
    {
        match fs::rename(&from, &to) {
            Ok(()) => renamed.push((from, to)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(failed("cannot rename", &from)(error)),
        }
    }
    fs::rename(with, path).map_err(failed("cannot put the back-up at", path))?;
    renamed.push((with.to_owned(), path.to_owned()));
    sync_folder(path).map_err(failed("cannot sync the folder of", path))
}

fn failed(what: &'static str, path: &Path) -> impl FnOnce(io::Error) -> ReplaceError + use<> {
    let path = path.display().to_string();
    move |source| ReplaceError::File { what, path, source }
}

/// A new name in a folder is durable only when the folder is synced.
fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::engine::sqlite::files::check_restored;

    fn write(path: &Path, text: &str) {
        fs::write(path, text).expect("a file");
    }

    #[test]
    fn what_is_replaced_keeps_its_log_and_its_index() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let (path, with) = (folder.path().join("frontdesk.db"), folder.path().join("new"));
        write(&path, "old");
        write(&log_of(&path), "log");
        write(&index_of(&path), "index");
        write(&with, "new");
        let Kept(kept) = replace(&path, &with, "1").expect("replaced");
        let kept = kept.expect("there was one");
        let text = |path: PathBuf| fs::read_to_string(path).expect("a file");
        assert_eq!(text(path.clone()), "new");
        assert_eq!(
            (text(kept.clone()), text(log_of(&kept)), text(index_of(&kept))),
            ("old".into(), "log".into(), "index".into())
        );
        assert!(!log_of(&path).exists() && !index_of(&path).exists() && !restoring_of(&path).exists());
    }

    #[test]
    fn a_rename_that_fails_is_undone() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let (path, with) = (folder.path().join("frontdesk.db"), folder.path().join("new"));
        write(&path, "old");
        write(&log_of(&path), "log");
        // There is nothing to put in its place.
        assert!(replace(&path, &with, "1").is_err());
        let text = |path: PathBuf| fs::read_to_string(path).expect("a file");
        assert_eq!((text(path.clone()), text(log_of(&path))), ("old".into(), "log".into()));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "nothing else is left");
    }

    #[test]
    fn with_the_marker_of_an_interrupted_restore_no_server_starts() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let (path, with) = (folder.path().join("frontdesk.db"), folder.path().join("new"));
        write(&restoring_of(&path), "");
        write(&with, "new");
        assert!(check_restored(&path).is_err());
        assert_eq!(replace(&path, &with, "1").expect("replaced"), Kept(None));
        assert!(check_restored(&path).is_ok());
    }
}
