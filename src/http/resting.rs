//! Clients that were told to come back later and come back at once. Otherwise a few that take no rest would take the
//! processor from the hashes that others wait for.

use std::collections::HashMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};

use super::client::client_address;

/// Whoever comes back too early waits for so long before anything is done.
const REST: Duration = Duration::from_secs(1);

/// Nobody is remembered for longer than this, whatever they were told.
const LONGEST_MEMORY: Duration = Duration::from_secs(10);

/// When so many are remembered, it is looked for those whose time is over.
const MANY: usize = 1_024;

/// By the other end of the connection and the client that it speaks for: many people may share a proxy's connection.
type Person = (SocketAddr, Option<IpAddr>);

/// Who was told to come back later, and when.
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

/// The same routes, of which those that change something let clients rest that take none.
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
