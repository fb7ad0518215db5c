//! Stops what is done for clients that are gone. Rocket lets a handler run on when its connection has ended; so
//! this looks which connections are still open while requests wait, and drops the handlers of the others.
//!
//! What is dropped gives up its place in the queue for hashes. A transaction that has begun runs to its end.

use std::collections::{HashMap, HashSet};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::futures::future::{Either, select};
use rocket::http::Status;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Orbit, Request, Response, Rocket};
use tokio::sync::oneshot;

/// How often it looks: a small part of the time that one hash takes.
const INTERVAL: Duration = Duration::from_millis(25);

/// What nginx calls "client closed request". Only the log sees it.
const CLIENT_GONE: Status = Status { code: 499 };

/// Attach it to a server that listens; one in a test has no connections to look at.
#[derive(Clone, Default)]
pub struct HangUps(Arc<Waiting>);

/// The requests that are being answered, by the client's end of their connection. HTTP/1 has one at a time on each.
#[derive(Default)]
struct Waiting(Mutex<HashMap<SocketAddr, oneshot::Sender<()>>>);

impl Waiting {
    fn lock(&self) -> MutexGuard<'_, HashMap<SocketAddr, oneshot::Sender<()>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Dropping a sender tells the one who waits.
    fn forget_those_who_left(&self) {
        // Whoever comes after the look at the connections was not seen there.
        let known: Vec<SocketAddr> = self.lock().keys().copied().collect();
        if known.is_empty() {
            return;
        }
        let Some(open) = open_connections() else { return };
        let mut waiting = self.lock();
        for client in known.iter().filter(|client| !open.contains(*client)) {
            waiting.remove(client);
        }
    }
}

#[rocket::async_trait]
impl Fairing for HangUps {
    fn info(&self) -> Info {
        Info { name: "Hang-ups", kind: Kind::Ignite | Kind::Liftoff }
    }

    async fn on_ignite(&self, rocket: Rocket<rocket::Build>) -> rocket::fairing::Result {
        Ok(rocket.manage(self.clone()))
    }

    async fn on_liftoff(&self, _rocket: &Rocket<Orbit>) {
        tokio::spawn(keep_looking(Arc::downgrade(&self.0)));
    }
}

async fn keep_looking(waiting: Weak<Waiting>) {
    let mut ticks = tokio::time::interval(INTERVAL);
    ticks.set_missed_tick_behavior(tokio::time::MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        let Some(waiting) = waiting.upgrade() else { return };
        if waiting.lock().is_empty() {
            continue;
        }
        let look = tokio::task::spawn_blocking(move || waiting.forget_those_who_left());
        if look.await.is_err() {
            return;
        }
    }
}

/// The same routes, of which those that change something stop when the client is gone.
pub fn noticed(routes: Vec<Route>) -> Vec<Route> {
    let notice = |mut route: Route| {
        if route.method.supports_payload() {
            route.handler = Box::new(Noticed(route.handler));
        }
        route
    };
    routes.into_iter().map(notice).collect()
}

#[derive(Clone)]
struct Noticed(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Noticed {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let answer = self.0.handle(request, data);
        let (Some(HangUps(waiting)), Some(client)) =
            (request.rocket().state::<HangUps>(), request.remote().map(normal))
        else {
            return answer.await;
        };
        let (present, gone) = oneshot::channel();
        waiting.lock().insert(client, present);
        let _until_then = Registered { waiting, client };
        match select(answer, gone).await {
            Either::Left((outcome, _)) => outcome,
            Either::Right(_) => Outcome::Success(Response::build().status(CLIENT_GONE).finalize()),
        }
    }
}

struct Registered<'w> {
    waiting: &'w Waiting,
    client: SocketAddr,
}

impl Drop for Registered<'_> {
    fn drop(&mut self) {
        self.waiting.lock().remove(&self.client);
    }
}

/// Address and port, and nothing else that two sources may see differently.
fn normal(address: SocketAddr) -> SocketAddr {
    SocketAddr::new(address.ip().to_canonical(), address.port())
}

/// The other ends of this process's connections. None where the system does not tell: then nobody counts as gone.
#[cfg(unix)]
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

#[cfg(not(unix))]
fn open_connections() -> Option<HashSet<SocketAddr>> {
    None
}

#[cfg(test)]
mod tests {
    use std::net::{TcpListener, TcpStream};

    use super::*;

    #[cfg(unix)]
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
