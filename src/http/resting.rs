//! Delays clients that ignore `Retry-After`. Otherwise a few of them would take the processor from the hashes that other
//! clients wait for.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};

use super::client::client_address;

/// How long a request is delayed that comes too early.
const REST: Duration = Duration::from_secs(1);

/// The longest time that a client is remembered.
const LONGEST_MEMORY: Duration = Duration::from_secs(10);

/// Above this many entries, expired ones are removed.
const MANY: usize = 1_024;

/// The peer of the connection and the client's address: many clients share a proxy's connection.
type Person = (SocketAddr, Option<IpAddr>);

/// The clients that got a `Retry-After`, and when it ends.
#[derive(Default)]
pub struct SentAway(Mutex<HashMap<Person, Instant>>);

impl SentAway {
    fn until(&self, person: &Person) -> Option<Instant> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(person).copied()
    }

    fn remember(&self, person: Person, wait: Duration) {
        let now = Instant::now();
        let mut sent_away = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sent_away.len() >= MANY {
            sent_away.retain(|_, until| now < *until);
        }
        sent_away.insert(person, now + wait.min(LONGEST_MEMORY));
    }
}

/// The same routes. Those with a payload delay clients that ignore `Retry-After`.
pub fn patient(routes: Vec<Route>) -> Vec<Route> {
    let wait = |mut route: Route| {
        if route.method.supports_payload() {
            route.handler = Box::new(Patient(route.handler));
        }
        route
    };
    routes.into_iter().map(wait).collect()
}

#[derive(Clone)]
struct Patient(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Patient {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        let (Some(sent_away), Some(peer)) = (request.rocket().state::<SentAway>(), request.remote()) else {
            return self.0.handle(request, data).await;
        };
        let person = (peer, client_address(request));
        let now = Instant::now();
        if let Some(until) = sent_away.until(&person).filter(|until| now < *until) {
            tokio::time::sleep_until(until.min(now + REST).into()).await;
        }
        let outcome = self.0.handle(request, data).await;
        if let Some(wait) = retry_after(&outcome) {
            sent_away.remember(person, wait);
        }
        outcome
    }
}

fn retry_after(outcome: &Outcome<'_>) -> Option<Duration> {
    let Outcome::Success(response) = outcome else { return None };
    response.headers().get_one("Retry-After")?.parse().ok().map(Duration::from_secs)
}
