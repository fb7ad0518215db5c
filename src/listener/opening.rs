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

/// Opens a connection of `peer`. Returns it with the address of its client.
pub async fn open(
    mut socket: Watched<Socket>,
    peer: SocketAddr,
    role: Role,
    slot: &Slot,
    shared: &Shared,
) -> io::Result<(Stream, SocketAddr)> {
    let mut client = peer;
    if shared.proxy_protocol && shared.trusted_proxies.contains(peer.ip()) {
        if let Some(named) = proxy_protocol::read(&mut socket).await? {
            client = named;
        }
        if client != peer && !slot.move_to(client.ip()) {
            return Err(io::Error::other("its network has too many connections"));
        }
    }
    // A client of a Unix socket is on this machine: usually a proxy, which speaks TLS itself.
    let is_tcp = matches!(socket.get_ref(), Either::Left(_));
    let stream = match shared.tls.as_ref().filter(|_| is_tcp && role == Role::Site) {
        Some(tls) => Either::Right(Box::new(tls.accept(socket).await?)),
        None => Either::Left(socket),
    };
    Ok((stream, client))
}

/// The socket below TLS.
pub fn socket(stream: Stream) -> Socket {
    match stream {
        Either::Left(watched) => watched.into_inner(),
        Either::Right(tls) => tls.into_inner().0.into_inner(),
    }
}
