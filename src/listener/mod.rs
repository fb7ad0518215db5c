//! The accept loop: connections with limits, and requests that are handed to Rocket within bounds.
//!
//! Rocket's own listener has no limit on time, number or size, and reads some headers before anything of ours can look at
//! them; docs/decisions/listener.md tells why this is here and what it takes over.

mod activity;
mod answer;
mod body;
mod connection;
mod descriptors;
mod places;
mod received;
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
use places::{Place, Places};

pub struct Settings {
    pub address: SocketAddr,
    pub limits: Limits,
    /// How long requests have to come to their end when the server stops.
    pub grace: Duration,
}

/// What clients are given at most.
#[derive(Clone, Debug)]
pub struct Limits {
    /// From the first octet of a head, or the opening of the connection, to the head's end.
    pub head_time: Duration,
    /// In octets: request line, headers, and the empty line after them.
    pub head_size: usize,
    pub headers: usize,
    /// From a head to the end of its body.
    pub body_time: Duration,
    /// The longest body that anything here reads, in octets. Of a longer one, so much and one octet is handed on.
    pub body_size: usize,
    /// Between an answer and the next request; none for one request a connection.
    pub idle_time: Duration,
    /// Without the client taking any of its answer.
    pub stalled_time: Duration,
    pub connections: usize,
    /// From one network; None behind a proxy, where all come from one.
    pub connections_per_network: Option<usize>,
}

/// A socket that is bound. Whoever connects before `serve` waits.
pub struct Listener {
    socket: TcpListener,
    limits: Arc<Limits>,
    grace: Duration,
}

impl Limits {
    fn keeps_alive(&self) -> bool {
        !self.idle_time.is_zero()
    }

    /// The shortest of the times that a connection is watched for.
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

    /// Answers until `stop`. Then idle connections are closed, and what is being answered has its grace to come to its end.
    pub async fn serve(self, client: Arc<Client>, stop: impl Future<Output = ()>) {
        let Self { socket, limits, grace } = self;
        let places = Arc::new(Places::new(&limits));
        let (stopping, stopped) = watch::channel(false);
        let mut connections = JoinSet::new();
        tokio::pin!(stop);
        loop {
            tokio::select! {
                biased;
                () = &mut stop => break,
                // Only to forget those that have ended.
                Some(_) = connections.join_next() => {}
                (stream, peer) = accept(&socket) => {
                    let activity = Arc::new(Activity::new());
                    let Some(place) = Place::take(&places, peer.ip(), activity.clone()) else { continue };
                    let connection = Connection {
                        peer,
                        activity,
                        client: client.clone(),
                        limits: limits.clone(),
                        stopped: stopped.clone(),
                    };
                    let taken = place.clone();
                    let task = connections.spawn(async move {
                        connection.serve(stream).await;
                        drop(taken);
                    });
                    place.hand_to(task);
                }
            }
        }
        drop(socket);
        stopping.send_replace(true);
        let all = async { while connections.join_next().await.is_some() {} };
        if tokio::time::timeout(grace, all).await.is_err() {
            tracing::warn!("{} connections had not come to their end after {grace:?}", connections.len());
        }
    }
}

/// The next connection. One that failed before it was accepted concerns nobody; without descriptors there is a rest.
async fn accept(socket: &TcpListener) -> (TcpStream, SocketAddr) {
    const REST: Duration = Duration::from_millis(50);
    loop {
        match socket.accept().await {
            Ok(accepted) => return accepted,
            Err(error) if is_of_one_connection(&error) => {}
            Err(error) => {
                tracing::error!("cannot accept connections: {error}");
                tokio::time::sleep(REST).await;
            }
        }
    }
}

fn is_of_one_connection(error: &io::Error) -> bool {
    use io::ErrorKind::{ConnectionAborted, ConnectionRefused, ConnectionReset, Interrupted};
    matches!(error.kind(), ConnectionAborted | ConnectionRefused | ConnectionReset | Interrupted)
}
