//! Sockets that the service manager passes at the start (socket activation): they stay open while the server restarts, so
//! that connections wait for the next process.

use std::io;
use std::net::SocketAddr;

use listenfd::ListenFd;
use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::net::UnixListener;

use super::address::Address;
use super::socket::{Bound, Listening, Role};

pub struct Passed(ListenFd);

/// A passed descriptor that is no socket for us.
#[derive(Debug, thiserror::Error)]
#[error("socket {number} of those that the service manager has passed: {source}; it must be a stream socket")]
pub struct PassedError {
    number: usize,
    source: io::Error,
}

impl Passed {
    /// Takes the sockets that `LISTEN_FDS` counts, if `LISTEN_PID` is this process. Call it once, before the process has
    /// other threads, because it removes these variables from the environment.
    pub fn take() -> Self {
        Self(ListenFd::from_env())
    }

    pub fn none() -> Self {
        Self(ListenFd::empty())
    }

    /// All passed sockets. One at a port of `redirects` redirects.
    pub fn bind(mut self, redirects: &[Address]) -> Result<Vec<Bound>, PassedError> {
        let number = self.0.len();
        let bind =
            |index| self.bound(index, redirects).map_err(|source| PassedError { number: index + 1, source });
        (0..number).map(bind).filter_map(Result::transpose).collect()
    }

    fn bound(&mut self, index: usize, redirects: &[Address]) -> io::Result<Option<Bound>> {
        #[cfg(unix)]
        if let Ok(Some(listener)) = self.0.take_unix_listener(index) {
            listener.set_nonblocking(true)?;
            let address = listener.local_addr()?;
            let name =
                address.as_pathname().map_or("unix:".to_owned(), |path| format!("unix:{}", path.display()));
            let listening = Listening::Unix(UnixListener::from_std(listener)?, None);
            return Ok(Some(Bound::passed(listening, Role::Site, name)));
        }
        let Some(listener) = self.0.take_tcp_listener(index)? else { return Ok(None) };
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let listening = Listening::Tcp(TcpListener::from_std(listener)?);
        Ok(Some(Bound::passed(listening, role(address, redirects), address.to_string())))
    }
}

fn role(address: SocketAddr, redirects: &[Address]) -> Role {
    match redirects.iter().any(|redirect| redirect.port() == Some(address.port())) {
        true => Role::Redirect,
        false => Role::Site,
    }
}
