//! A port that is held from the moment it is chosen, so that no other process gets it before the server does.

use std::net::{Ipv4Addr, SocketAddr};

use rocket::tokio::net::TcpSocket;

/// A port of 127.0.0.1. The socket is bound and never listens: connections to the port are refused until a server binds
/// it, too, which Linux allows while both have SO_REUSEADDR set (socket(7)). Tokio and PostgreSQL set it.
pub struct Port {
    pub number: u16,
    /// Other systems do not allow it: there the port is only likely to be free still.
    _held: Option<TcpSocket>,
}

impl Port {
    pub fn hold() -> Self {
        let socket = TcpSocket::new_v4().expect("a socket");
        socket.set_reuseaddr(true).expect("an option");
        socket.bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).expect("a free port");
        let number = socket.local_addr().expect("an address").port();
        Self { number, _held: cfg!(target_os = "linux").then_some(socket) }
    }
}
