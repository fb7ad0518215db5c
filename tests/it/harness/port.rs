//! A port that is reserved when it is chosen, so that no other process gets it before the server does.

use std::net::{Ipv4Addr, SocketAddr};

use rocket::tokio::net::TcpSocket;

/// A port of 127.0.0.1. The socket is bound but never listens: connections to the port are refused until a server binds
/// it, too. Linux allows that if both set SO_REUSEADDR (socket(7)), and Tokio and PostgreSQL set it.
pub struct Port {
    pub number: u16,
    /// `None` on other systems, which do not allow it: there the port is only likely to be still free.
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
