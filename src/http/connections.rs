//! What Rocket does not tell a handler about its connection: that the client is gone, and that it keeps coming back.
//!
//! Rocket lets a handler run on when its connection has ended. This looks which connections are still open while
//! requests wait, and drops the handlers of the others; so they give up their places in the queue for hashes. A
//! transaction that has begun runs to its end.

use std::collections::{HashMap, HashSet};
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::{Duration, Instant};

use rocket::fairing::{Fairing, Info, Kind};
use rocket::futures::future::{Either, select};
use rocket::http::Status;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Orbit, Request, Response, Rocket};
use tokio::sync::oneshot;

use super::client::client_address;

/// How often it looks: a small part of the time that one hash takes.
const INTERVAL: Duration = Duration::from_millis(25);

/// A look at thousands of connections takes longer; it is never more than this part of the time.
const SHARE: u32 = 20;

/// Who was told to come back later and comes back at once waits for so long before anything is done. Otherwise a few
/// clients that take no rest would take the processor from the hashes that others wait for.
const REST: Duration = Duration::from_secs(1);

/// Nobody is remembered for longer than this, whatever they were told, so that a flood fills no memory.
const LONGEST_MEMORY: Duration = Duration::from_secs(10);

/// What nginx calls "client closed request". Only the log sees it.
const CLIENT_GONE: Status = Status { code: 499 };

/// Attach it to a server that listens; one in a test has no connections to look at.
#[derive(Clone, Default)]
pub struct Connections(Arc<Mutex<Open>>);

/// By the other end of the connection.
#[derive(Default)]
struct Open {
    /// Those with a request that is being answered; HTTP/1 has one at a time. Dropping it tells that the client left.
    waiting: HashMap<SocketAddr, oneshot::Sender<()>>,
    /// Those that were told to come back later, and when. Many people may share a proxy's connection.
    sent_away: HashMap<(SocketAddr, Option<IpAddr>), Instant>,
}

impl Connections {
    fn lock(&self) -> MutexGuard<'_, Open> {
        lock(&self.0)
    }

    /// Comes back at once if the client may be here, and otherwise after a rest. It may be gone by then.
    async fn rest(&self, person: (SocketAddr, Option<IpAddr>)) {
        let now = Instant::now();
        let until = self.lock().sent_away.get(&person).copied().filter(|until| now < *until);
        if let Some(until) = until {
            tokio::time::sleep_until(until.min(now + REST).into()).await;
        }
    }
}

fn lock(open: &Mutex<Open>) -> MutexGuard<'_, Open> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

#[rocket::async_trait]
impl Fairing for Connections {
    fn info(&self) -> Info {
        Info { name: "Connections", kind: Kind::Ignite | Kind::Liftoff }
    }

    async fn on_ignite(&self, rocket: Rocket<rocket::Build>) -> rocket::fairing::Result {
        Ok(rocket.manage(self.clone()))
    }

    async fn on_liftoff(&self, _rocket: &Rocket<Orbit>) {
        tokio::spawn(keep_looking(Arc::downgrade(&self.0)));
    }
}

async fn keep_looking(open: Weak<Mutex<Open>>) {
    let mut pause = INTERVAL;
    loop {
        tokio::time::sleep(pause).await;
        let Some(open) = open.upgrade() else { return };
        let begin = Instant::now();
        let known: Vec<SocketAddr> = {
            let mut open = lock(&open);
            open.sent_away.retain(|_, until| begin < *until);
            open.waiting.keys().copied().collect()
        };
        if known.is_empty() {
            continue;
        }
        match tokio::task::spawn_blocking(open_connections).await {
            // Whoever came after the look was not seen there, and is not among the known.
            Ok(Some(present)) => {
                let mut open = lock(&open);
                for client in known.iter().filter(|client| !present.contains(*client)) {
                    open.waiting.remove(client);
                }
            }
            Ok(None) => {}
            Err(error) => tracing::error!("cannot tell which connections are open: {error}"),
        }
        pause = INTERVAL.max(begin.elapsed() * SHARE);
    }
}

/// The same routes, of which those that change something stop when the client is gone, and slow down one that does
/// not wait when it is told to.
pub fn watched(routes: Vec<Route>) -> Vec<Route> {
    let watch = |mut route: Route| {
        if route.method.supports_payload() {
            route.handler = Box::new(Watched(route.handler));
        }
        route
    };
    routes.into_iter().map(watch).collect()
}

#[derive(Clone)]
struct Watched(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Watched {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let (Some(connections), Some(client)) =
            (request.rocket().state::<Connections>(), request.remote().map(normal))
        else {
            return self.0.handle(request, data).await;
        };
        let (present, gone) = oneshot::channel();
        connections.lock().waiting.insert(client, present);
        let _until_then = Registered { connections, client };
        let person = (client, client_address(request));
        connections.rest(person).await;
        match select(gone, self.0.handle(request, data)).await {
            Either::Left(_) => Outcome::Success(Response::build().status(CLIENT_GONE).finalize()),
            Either::Right((outcome, _)) => {
                if let Some(wait) = retry_after(&outcome) {
                    let until = Instant::now() + wait.min(LONGEST_MEMORY);
                    connections.lock().sent_away.insert(person, until);
                }
                outcome
            }
        }
    }
}

fn retry_after(outcome: &Outcome<'_>) -> Option<Duration> {
    let Outcome::Success(response) = outcome else { return None };
    response.headers().get_one("Retry-After")?.parse().ok().map(Duration::from_secs)
}

struct Registered<'c> {
    connections: &'c Connections,
    client: SocketAddr,
}

impl Drop for Registered<'_> {
    fn drop(&mut self) {
        self.connections.lock().waiting.remove(&self.client);
    }
}

/// Address and port, and nothing else that two sources may see differently.
fn normal(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}

/// The other ends of this process's connections. None where the system does not tell: then nobody counts as gone.
#[cfg(any(target_os = "linux", target_os = "macos"))]
fn open_connections() -> Option<HashSet<SocketAddr>> {
    use nix::sys::socket::{SockaddrStorage, getpeername};

    let descriptors = std::fs::read_dir("/dev/fd").ok()?;
    let numbers = descriptors.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    let peer = |number| {
        let peer: SockaddrStorage = getpeername(number).ok()?;
        let v4 = peer.as_sockaddr_in().map(|peer| SocketAddr::from(*peer));
        v4.or_else(|| peer.as_sockaddr_in6().map(|peer| SocketAddr::from(*peer)))
    };
    Some(numbers.filter_map(peer).map(normal).collect())
}

#[cfg(not(any(target_os = "linux", target_os = "macos")))]
fn open_connections() -> Option<HashSet<SocketAddr>> {
    None
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[cfg(any(target_os = "linux", target_os = "macos"))]
    #[test]
    fn an_open_connection_is_seen_and_a_closed_one_is_not() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let ours = TcpStream::connect(listener.local_addr().expect("an address")).expect("connected");
        let client = normal(ours.local_addr().expect("an address"));
        let (accepted, _) = listener.accept().expect("accepted");
        assert!(open_connections().expect("told").contains(&client));
        drop(accepted);
        assert!(!open_connections().expect("told").contains(&client));
    }
}
