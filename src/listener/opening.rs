//! What happens on a connection before HTTP: the PROXY protocol, and TLS.

use std::io;
use std::net::SocketAddr;

use tokio_rustls::server::TlsStream;
use tokio_util::either::Either;

use super::Shared;
use super::activity::Watched;
use super::proxy_protocol;
use super::slots::Slot;
use super::socket::{Role, Socket};

/// A connection that carries HTTP.
pub type Stream = Either<Watched<Socket>, Box<TlsStream<Watched<Socket>>>>;

/// The first octet of TLS: a record with a handshake (RFC 8446, section 5.1). No method of HTTP begins with it.
const HANDSHAKE: u8 = 22;

pub struct Opened {
    pub stream: Stream,
    pub client: Peer,
    pub role: Role,
}

/// The client, as far as the listener knows.
#[derive(Clone, Copy)]
pub struct Peer {
    pub address: SocketAddr,
    /// A proxy has opened the connection and named no client. So the address is that of the proxy, which passes octets
    /// and no requests: it has written none of the headers.
    pub is_unknown: bool,
}

/// Opens a connection of `peer`. One that speaks http where TLS is expected is redirected.
pub async fn open(
    mut socket: Watched<Socket>,
    peer: SocketAddr,
    role: Role,
    slot: &Slot,
    shared: &Shared,
) -> io::Result<Opened> {
    let mut client = Peer { address: peer, is_unknown: false };
    if shared.proxy_protocol && shared.trusted_proxies.contains(peer.ip()) {
        match proxy_protocol::read(&mut socket).await? {
            Some(named) => client.address = named,
            None => client.is_unknown = true,
        }
        if client.address != peer && !slot.move_to(client.address.ip()) {
            return Err(io::Error::other("its network has too many connections"));
        }
    }
    match (&shared.tls, role, socket.get_ref()) {
        (Some(tls), Role::Site, Either::Left(tcp)) => {
            let mut first = [0];
            let read = tcp.peek(&mut first).await?;
            if read == 1 && first[0] != HANDSHAKE {
                return Ok(Opened { stream: Either::Left(socket), client, role: Role::Redirect });
            }
            let stream = Either::Right(Box::new(tls.accept(socket).await?));
            Ok(Opened { stream, client, role })
        }
        // A client of a Unix socket is on this machine: usually a proxy, which speaks TLS itself.
        _ => Ok(Opened { stream: Either::Left(socket), client, role }),
    }
}

/// The socket below TLS.
pub fn socket(stream: Stream) -> Socket {
    match stream {
        Either::Left(watched) => watched.into_inner(),
        Either::Right(tls) => tls.into_inner().0.into_inner(),
    }
}
