//! The file of a Unix socket: takes the place of a stale one, has its mode before a client can connect, and is removed at
//! the end.

use std::fs::{self, File, Metadata, Permissions, TryLockError};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::net::{UnixListener, UnixSocket, UnixStream};
use tokio::time::{Instant, sleep};

/// How many connections may wait to be accepted.
const BACKLOG: u32 = 1_024;

/// How long to wait for the lock of the folder. Another server holds it for some milliseconds. Any user who can read the
/// folder can hold it for longer, and must not keep the server from telling why it does not start.
const LOCK_TIME: Duration = Duration::from_secs(2);
const LOCK_PAUSE: Duration = Duration::from_millis(10);

/// Removes the file when it is dropped, unless another socket has taken its place.
pub struct SocketFile {
    path: PathBuf,
    identity: (u64, u64),
}

pub async fn bind(path: &Path, mode: u32) -> io::Result<(UnixListener, SocketFile)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Processes that start at once look one after another. The lock ends with the handle.
    let _locked = lock(folder).await?;
    remove_stale(path).await?;
    let socket = UnixSocket::new_stream()?;
    socket.bind(path)?;
    let file = SocketFile { path: std::path::absolute(path)?, identity: identity(&path.symlink_metadata()?) };
    // The mode that bind gives depends on the umask. No client can connect before `listen`.
    fs::set_permissions(path, Permissions::from_mode(mode))?;
    Ok((socket.listen(BACKLOG)?, file))
}

async fn lock(path: &Path) -> io::Result<File> {
    let folder = File::open(path)?;
    let begin = Instant::now();
    while let Err(TryLockError::WouldBlock) = folder.try_lock() {
        if begin.elapsed() >= LOCK_TIME {
            let path = std::path::absolute(path)?;
            let reason = format!(
                "another process has locked the folder {}; end that process (fuser finds it), or choose a folder that \
                 only the server's user can read",
                path.display()
            );
            return Err(io::Error::new(io::ErrorKind::TimedOut, reason));
        }
        sleep(LOCK_PAUSE).await;
    }
    // Any other error means that the file system has no locks.
    Ok(folder)
}

/// Removes a socket on which no process listens, as a killed server leaves it.
async fn remove_stale(path: &Path) -> io::Result<()> {
    use io::ErrorKind::{AddrInUse, AlreadyExists, ConnectionRefused, NotFound, WouldBlock};

    match path.symlink_metadata() {
        Ok(file) if file.file_type().is_socket() => {}
        Ok(_) => return Err(io::Error::new(AlreadyExists, "there is a file that is no socket")),
        Err(error) if error.kind() == NotFound => return Ok(()),
        Err(error) => return Err(error),
    }
    match UnixStream::connect(path).await {
        Err(error) if error.kind() == ConnectionRefused => fs::remove_file(path),
        Err(error) if error.kind() == NotFound => Ok(()),
        // A backlog that is full is the backlog of a process.
        Err(error) if error.kind() != WouldBlock => Err(error),
        _ => Err(io::Error::new(AddrInUse, "a process listens on it already")),
    }
}

fn identity(file: &Metadata) -> (u64, u64) {
    (file.dev(), file.ino())
}

impl Drop for SocketFile {
    fn drop(&mut self) {
        if self.path.symlink_metadata().is_ok_and(|file| identity(&file) == self.identity)
            && let Err(error) = fs::remove_file(&self.path)
        {
            tracing::warn!("{} could not be removed: {error}", self.path.display());
        }
    }
}
