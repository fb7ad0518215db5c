//! The file of a Unix socket: takes the place of a stale one, has its mode before a client can connect, and is removed at
//! the end.

use std::fs::{self, File, Metadata, Permissions};
use std::io;
use std::os::unix::fs::{FileTypeExt, MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};

use tokio::net::{UnixListener, UnixSocket, UnixStream};

/// How many connections may wait to be accepted.
const BACKLOG: u32 = 1_024;

/// Removes the file when it is dropped, unless another socket has taken its place.
pub struct SocketFile {
    path: PathBuf,
    identity: (u64, u64),
}

pub async fn bind(path: &Path, mode: u32) -> io::Result<(UnixListener, SocketFile)> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Processes that start at once look one after another, where the file system has locks. The lock ends with the handle.
    let folder = File::open(folder)?;
    let _ = folder.lock();
    remove_stale(path).await?;
    let socket = UnixSocket::new_stream()?;
    socket.bind(path)?;
    let file = SocketFile { path: std::path::absolute(path)?, identity: identity(&path.symlink_metadata()?) };
    // The mode that bind gives depends on the umask. No client can connect before `listen`.
    fs::set_permissions(path, Permissions::from_mode(mode))?;
    Ok((socket.listen(BACKLOG)?, file))
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
