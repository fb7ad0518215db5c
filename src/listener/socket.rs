//! A socket that listens, and the connections that it accepts.

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::time::Duration;

use socket2::{Domain, Protocol, SockRef, Socket as Socket2, Type};
use tokio::net::{TcpListener, TcpStream};
#[cfg(unix)]
use tokio::net::{UnixListener, UnixStream};
use tokio_util::either::Either;

use super::address::Address;
#[cfg(unix)]
use super::unix_socket::{self, SocketFile};

/// A connection, before TLS.
#[cfg(unix)]
pub type Socket = Either<TcpStream, UnixStream>;
#[cfg(not(unix))]
pub type Socket = Either<TcpStream, TcpStream>;

/// How many connections may wait to be accepted.
pub const BACKLOG: i32 = 1_024;

/// What a client finds at a socket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    Site,
    /// Only redirects to the site.
    Redirect,
}

pub struct Bound {
    listening: Listening,
    pub role: Role,
    /// The service manager has made the socket, and the next process gets it, too.
    pub is_passed: bool,
    /// For the log and for errors.
    pub name: String,
}

pub enum Listening {
    Tcp(TcpListener),
    /// The file is none of ours if the service manager has made it.
    #[cfg(unix)]
    Unix(UnixListener, Option<SocketFile>),
}

/// Why a socket cannot be used: in the words of the system, and what to do.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {source}{}", hint(.name, .source))]
pub struct BindError {
    pub name: String,
    pub source: io::Error,
}

impl Bound {
    /// `mode` is for a Unix socket. `only_v6` keeps an IPv6 address from accepting IPv4, too.
    pub async fn bind(address: &Address, role: Role, mode: u32, only_v6: bool) -> Result<Self, BindError> {
        let name = address.to_string();
        let listening = match address {
            Address::Tcp(address) => listen(*address, only_v6).map(Listening::Tcp),
            #[cfg(unix)]
            Address::Unix(path) => {
                let bound = unix_socket::bind(path, mode).await;
                bound.map(|(listener, file)| Listening::Unix(listener, Some(file)))
            }
            #[cfg(not(unix))]
            Address::Unix(_) => Err(io::ErrorKind::Unsupported.into()),
        };
        match listening {
            // With port 0 the system chooses one.
            Ok(Listening::Tcp(listener)) => {
                let name = listener.local_addr().map_or(name, |address| address.to_string());
                Ok(Self { listening: Listening::Tcp(listener), role, is_passed: false, name })
            }
            #[cfg(unix)]
            Ok(listening) => Ok(Self { listening, role, is_passed: false, name }),
            Err(source) => Err(BindError { name, source }),
        }
    }

    pub fn passed(listening: Listening, role: Role, name: String) -> Self {
        Self { listening, role, is_passed: true, name }
    }

    pub fn local_address(&self) -> Option<SocketAddr> {
        match &self.listening {
            Listening::Tcp(listener) => listener.local_addr().ok(),
            #[cfg(unix)]
            Listening::Unix(..) => None,
        }
    }

    /// The next connection, and its other end. Skips connections that failed before they were accepted, and pauses when
    /// descriptors run out.
    pub async fn accept(&self) -> (Socket, SocketAddr) {
        const PAUSE: Duration = Duration::from_millis(50);
        loop {
            match self.listening.accept().await {
                Ok(accepted) => return accepted,
                Err(error) if is_of_one_connection(&error) => {}
                Err(error) => {
                    tracing::error!("cannot accept connections on {}: {error}", self.name);
                    tokio::time::sleep(PAUSE).await;
                }
            }
        }
    }

    /// A connection that waits in the backlog, and its other end; without waiting for one.
    pub fn accept_waiting(&self) -> Option<(Socket, SocketAddr)> {
        loop {
            match self.listening.accept_waiting() {
                Ok(accepted) => return Some(accepted),
                Err(error) if is_of_one_connection(&error) => {}
                Err(_) => return None,
            }
        }
    }
}

impl Listening {
    async fn accept(&self) -> io::Result<(Socket, SocketAddr)> {
        match self {
            Self::Tcp(listener) => listener.accept().await.map(|(stream, peer)| tcp(stream, peer)),
            #[cfg(unix)]
            Self::Unix(listener, _) => listener.accept().await.map(|(stream, _)| unix(stream)),
        }
    }

    /// Asks the system, and not the runtime, which may not know of the connection yet.
    fn accept_waiting(&self) -> io::Result<(Socket, SocketAddr)> {
        match self {
            Self::Tcp(listener) => {
                let (socket, peer) = SockRef::from(listener).accept()?;
                socket.set_nonblocking(true)?;
                let peer = peer.as_socket().ok_or(io::ErrorKind::ConnectionAborted)?;
                Ok(tcp(TcpStream::from_std(socket.into())?, peer))
            }
            #[cfg(unix)]
            Self::Unix(listener, _) => {
                let (socket, _) = SockRef::from(listener).accept()?;
                socket.set_nonblocking(true)?;
                Ok(unix(UnixStream::from_std(socket.into())?))
            }
        }
    }
}

fn tcp(stream: TcpStream, peer: SocketAddr) -> (Socket, SocketAddr) {
    // Answers are written in large pieces: Nagle's algorithm would only delay them.
    let _ = stream.set_nodelay(true);
    (Either::Left(stream), peer)
}

/// A client of this machine, without an address.
#[cfg(unix)]
fn unix(stream: UnixStream) -> (Socket, SocketAddr) {
    (Either::Right(stream), SocketAddr::from((Ipv4Addr::LOCALHOST, 0)))
}

/// As `TcpListener::bind` does it, which has no option for IPv6 alone.
fn listen(address: SocketAddr, only_v6: bool) -> io::Result<TcpListener> {
    let socket = Socket2::new(Domain::for_address(address), Type::STREAM, Some(Protocol::TCP))?;
    // A server that starts again must not wait until the connections of the last one are forgotten.
    #[cfg(unix)]
    socket.set_reuse_address(true)?;
    if address.is_ipv6() && only_v6 {
        socket.set_only_v6(true)?;
    }
    socket.set_nonblocking(true)?;
    socket.bind(&address.into())?;
    socket.listen(BACKLOG)?;
    TcpListener::from_std(socket.into())
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}

fn hint(name: &str, error: &io::Error) -> &'static str {
    use io::ErrorKind::{AddrInUse, AddrNotAvailable, NotFound, PermissionDenied};
    match (error.kind(), name.starts_with("unix:")) {
        (AddrInUse, false) => "; choose another port with --port, ROCKET_PORT or listen",
        (AddrInUse, true) => "; choose another path in listen",
        (AddrNotAvailable, _) => "; this machine has no such address",
        (PermissionDenied, false) => {
            "; ports below 1024 need the capability CAP_NET_BIND_SERVICE, or a socket that systemd passes"
        }
        (NotFound, true) => "; make the folder first",
        _ => "",
    }
}
