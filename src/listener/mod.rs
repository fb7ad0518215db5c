//! The accept loop: accepts connections within limits, and hands requests to Rocket within bounds.
//!
//! Rocket's own listener has no limit on time, number or size, and reads some headers before other code can check them;
//! docs/decisions/listener.md says why this module exists and what it replaces.

mod activity;
mod answer;
mod body;
mod connection;
mod descriptors;
mod received;
mod slots;
#[cfg(test)]
mod tests;

use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rocket::local::asynchronous::Client;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinSet;

pub use received::Head;

use activity::Activity;
use connection::Connection;
use slots::{Slot, Slots};

pub struct Settings {
    pub address: SocketAddr,
    pub limits: Limits,
    /// How long requests have to finish when the server stops.
    pub grace: Duration,
}

/// The limits for one client, and for all of them together.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From the first octet of a head, or the opening of the connection, to the head's end.
    pub head_time: Duration,
    /// In octets: request line, headers, and the empty line after them.
    pub head_size: usize,
    pub headers: usize,
    /// From the end of a head to the end of its body.
    pub body_time: Duration,
    /// The longest body that a route reads, in octets. Of a longer body the route gets this many octets and one more.
    pub body_size: usize,
    /// Between an answer and the next request. Zero closes the connection after each answer.
    pub idle_time: Duration,
    /// How long a client may read nothing of its answer.
    pub stalled_time: Duration,
    pub connections: usize,
    /// From one network. None behind a proxy, from which all connections come.
    pub connections_per_network: Option<usize>,
}

/// A bound socket. Connections wait in its backlog until `serve`.
pub struct Listener {
    socket: TcpListener,
    limits: Arc<Limits>,
    grace: Duration,
}

impl Limits {
    fn keeps_alive(&self) -> bool {
        !self.idle_time.is_zero()
    }

    /// The shortest of the time limits of a connection.
    fn shortest_time(&self) -> Duration {
        if !self.keeps_alive() {
            return self.head_time.min(self.stalled_time);
        }
        self.head_time.min(self.idle_time).min(self.stalled_time)
    }
}

impl Listener {
    pub async fn bind(settings: Settings) -> io::Result<Self> {
        let Settings { address, mut limits, grace } = settings;
        limits.connections = descriptors::connections(limits.connections);
        Ok(Self { socket: TcpListener::bind(address).await?, limits: Arc::new(limits), grace })
    }

    pub fn local_address(&self) -> io::Result<SocketAddr> {
        self.socket.local_addr()
    }

    /// Serves until `stop`. Then closes idle connections, and gives requests under way the grace period to finish.
    pub async fn serve(self, client: Arc<Client>, stop: impl Future<Output = ()>) {
        let Self { socket, limits, grace } = self;
        let slots = Arc::new(Slots::new(&limits));
        let (stopping, stopped) = watch::channel(false);
        let mut connections = JoinSet::new();
        tokio::pin!(stop);
        loop {
            tokio::select! {
                biased;
                () = &mut stop => break,
                // Reaps connections that have ended.
                Some(_) = connections.join_next() => {}
                (stream, peer) = accept(&socket) => {
                    let activity = Arc::new(Activity::new());
                    let Some(slot) = Slot::acquire(&slots, peer.ip(), activity.clone()) else { continue };
                    let connection = Connection {
                        peer,
                        activity,
                        client: client.clone(),
                        limits: limits.clone(),
                        stopped: stopped.clone(),
                    };
                    let held = slot.clone();
                    let task = connections.spawn(async move {
                        connection.serve(stream).await;
                        drop(held);
                    });
                    slot.assign(task);
                }
            }
        }
        drop(socket);
        stopping.send_replace(true);
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(grace, all).await.is_err() {
            tracing::warn!("{} connections were still open after {grace:?}", connections.len());
        }
    }
}

/// The next connection. Skips connections that failed before they were accepted, and pauses when descriptors run out.
async fn accept(socket: &TcpListener) -> (TcpStream, SocketAddr) {
    const PAUSE: Duration = Duration::from_millis(50);
    loop {
        match socket.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!("cannot accept connections: {error}");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
