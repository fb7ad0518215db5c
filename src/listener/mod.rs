//! The accept loop: accepts connections within limits, and hands requests to Rocket within bounds.
//!
//! Rocket's own listener has no limit on time, number or size, and reads some headers before other code can check them;
//! docs/decisions/listener.md says why this module exists and what it replaces.

mod activity;
mod address;
mod answer;
mod body;
mod connection;
mod descriptors;
mod ends;
mod opening;
mod passed;
mod proxy_protocol;
mod received;
mod redirect;
mod slots;
mod socket;
mod statistics;
#[cfg(test)]
mod tests;
mod tls;
#[cfg(unix)]
mod unix_socket;

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use rocket::futures::future::{join, join_all};
use rocket::local::asynchronous::Client;
use tokio::sync::watch;
use tokio::task::JoinSet;

pub use address::Address;
pub use descriptors::connections as possible_connections;
pub use passed::{Passed, PassedError};
pub use received::Head;
pub use socket::BindError;
pub use tls::{
    Tls, TlsError, TlsSettings, certificate_name, check as check_tls, local_tls, warnings as tls_warnings,
};

use activity::Activity;
use connection::Connection;
use slots::{Slot, Slots};
use socket::{Bound, Role, Socket};
pub use statistics::Statistics;

use crate::domain::{PublicUrl, TrustedProxies};

pub struct Settings {
    pub addresses: Vec<Address>,
    /// The mode of Unix sockets.
    pub socket_mode: u32,
    /// With it, TCP connections speak TLS.
    pub tls: Option<TlsSettings>,
    /// Addresses at which clients are only redirected to `public_url`.
    pub redirects: Vec<Address>,
    pub public_url: PublicUrl,
    pub trusted_proxies: TrustedProxies,
    /// Whether connections of trusted proxies begin with a header of the PROXY protocol.
    pub proxy_protocol: bool,
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

/// Bound sockets. Connections wait in their backlogs until `serve`.
pub struct Listener {
    sockets: Vec<Bound>,
    settings: Settings,
    tls: Option<Tls>,
    slots: Arc<Slots>,
    last_request_time: Duration,
}

/// Why the server cannot listen.
#[derive(Debug, thiserror::Error)]
pub enum ListenError {
    #[error("cannot listen on {0}")]
    Bind(#[from] BindError),
    #[error("cannot listen on {0}")]
    Passed(#[from] PassedError),
    #[error(transparent)]
    Tls(#[from] TlsError),
}

/// What all connections share.
struct Shared {
    client: Arc<Client>,
    limits: Arc<Limits>,
    tls: Option<Tls>,
    public_url: PublicUrl,
    trusted_proxies: TrustedProxies,
    proxy_protocol: bool,
    last_request_time: Duration,
    slots: Arc<Slots>,
}

/// How long an idle connection of a server that stops is still open for a request that is on its way. With sockets that
/// the service manager has passed, new connections wait for the next process meanwhile, so clients that send requests all
/// the time get all of them answered. Without, new connections are refused, and the end should not take longer.
const LAST_REQUEST: Duration = Duration::from_millis(200);
const LAST_REQUEST_WITH_PASSED: Duration = Duration::from_secs(1);

impl Settings {
    /// Whether the same port of an IPv4 address is bound, too: on Linux `[::]` would take it by itself.
    fn has_ipv4_beside(&self, address: &Address) -> bool {
        let all = self.addresses.iter().chain(&self.redirects);
        let is_ipv4 = |other: &&Address| matches!(other, Address::Tcp(address) if address.is_ipv4());
        all.filter(is_ipv4).any(|other| other.port() == address.port())
    }
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
    /// Binds the addresses of the settings, or takes the sockets that the service manager has passed in their place.
    ///
    /// # Errors
    ///
    /// If an address cannot be bound, or the certificate cannot be used.
    pub async fn bind(mut settings: Settings, passed: Passed) -> Result<Self, ListenError> {
        let tls = settings.tls.take().map(Tls::load).transpose()?;
        settings.limits.connections = descriptors::connections(settings.limits.connections);
        let mut sockets = passed.bind(&settings.redirects)?;
        let is_passed = |role| sockets.iter().any(|socket: &Bound| socket.role == role);
        let last_request_time = match is_passed(Role::Site) {
            true => LAST_REQUEST_WITH_PASSED,
            false => LAST_REQUEST,
        };
        let own = [(Role::Site, &settings.addresses), (Role::Redirect, &settings.redirects)];
        let own = own.map(|(role, addresses)| (role, addresses, is_passed(role)));
        for (role, addresses, _) in own.into_iter().filter(|(.., is_passed)| !is_passed) {
            for address in addresses {
                let only_v6 = settings.has_ipv4_beside(address);
                sockets.push(Bound::bind(address, role, settings.socket_mode, only_v6).await?);
            }
        }
        let slots = Arc::new(Slots::new(&settings.limits, settings.trusted_proxies.clone()));
        Ok(Self { sockets, settings, tls, slots, last_request_time })
    }

    /// The addresses of the site's TCP sockets.
    pub fn local_addresses(&self) -> impl Iterator<Item = SocketAddr> {
        self.sockets.iter().filter(|socket| socket.role == Role::Site).filter_map(Bound::local_address)
    }

    /// All sockets, for the log.
    pub fn names(&self) -> String {
        let name = |socket: &Bound| match socket.role {
            Role::Site => socket.name.clone(),
            Role::Redirect => format!("{} (redirects)", socket.name),
        };
        self.sockets.iter().map(name).collect::<Vec<_>>().join(", ")
    }

    pub fn statistics(&self) -> Statistics {
        Statistics(self.slots.clone())
    }

    /// The certificate, if the server speaks TLS.
    pub fn tls(&self) -> Option<Tls> {
        self.tls.clone()
    }

    /// Serves until `stop`. Then gives idle connections a moment for a last request, and requests under way the grace
    /// period to finish.
    pub async fn serve(self, client: Arc<Client>, stop: impl Future<Output = ()>) {
        let Self { sockets, settings, tls, slots, last_request_time } = self;
        let shared = Arc::new(Shared {
            client,
            slots,
            limits: Arc::new(settings.limits),
            tls: tls.clone(),
            public_url: settings.public_url,
            trusted_proxies: settings.trusted_proxies,
            proxy_protocol: settings.proxy_protocol,
            last_request_time,
        });
        let (stopping, stopped) = watch::channel(false);
        let stop = async {
            stop.await;
            stopping.send_replace(true);
        };
        let accepting = sockets
            .into_iter()
            .map(|socket| accept_all(socket, shared.clone(), stopped.clone(), settings.grace));
        let watch = async {
            match tls {
                Some(tls) => tls.watch().await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            _ = join(join_all(accepting), stop) => {}
            () = watch => {}
        }
    }
}

/// Serves the connections of one socket. When the server stops, waits for those that are open.
async fn accept_all(socket: Bound, shared: Arc<Shared>, stopped: watch::Receiver<bool>, grace: Duration) {
    let mut connections = JoinSet::new();
    let mut stop = stopped.clone();
    let serve = |connections: &mut JoinSet<()>, (stream, peer): (Socket, SocketAddr)| {
        let activity = Arc::new(Activity::new());
        let Some(slot) = Slot::acquire(&shared.slots, peer.ip(), activity.clone()) else { return };
        let connection = Connection {
            peer,
            role: socket.role,
            activity,
            slot: slot.clone(),
            shared: shared.clone(),
            stopped: stopped.clone(),
        };
        slot.assign(connections.spawn(connection.serve(stream)));
    };
    loop {
        tokio::select! {
            biased;
            _ = stop.wait_for(|stopped| *stopped) => break,
            // Reaps connections that have ended.
            Some(_) = connections.join_next() => {}
            accepted = socket.accept() => serve(&mut connections, accepted),
        }
    }
    // The system resets what still waits when the socket closes. A passed socket stays open, and the next process
    // answers. Bounded, because clients may connect as fast as the server accepts.
    if !socket.is_passed {
        let waiting = std::iter::from_fn(|| socket.accept_waiting()).take(socket::BACKLOG as usize + 1);
        waiting.for_each(|accepted| serve(&mut connections, accepted));
    }
    drop(socket);
    let all = async { while connections.join_next().await.is_some() {} };
    if tokio::time::timeout(grace, all).await.is_err() {
        tracing::warn!("{} connections were still open after {grace:?}", connections.len());
    }
}
