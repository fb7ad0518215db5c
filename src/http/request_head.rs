//! Which request heads are answered at all. Everything else that reads a header, a cookie or the address comes after.

use rocket::http::Status;
use rocket::http::uri::Host;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};

/// The longest request target, in bytes. RFC 9112, section 3, wants at least 8,000 to be taken.
const MAX_TARGET: usize = 8_192;

/// The largest head, in bytes: room for a target, and for more cookies than browsers keep for a site.
const MAX_HEAD: usize = 32_768;

/// The same routes, which answer to no other heads.
pub fn bounded(routes: Vec<Route>) -> Vec<Route> {
    let bound = |mut route: Route| {
        route.handler = Box::new(Bounded(route.handler));
        route
    };
    routes.into_iter().map(bound).collect()
}

#[derive(Clone)]
struct Bounded(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Bounded {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        match refusal(request) {
            Some(status) => Outcome::Error(status),
            None => self.0.handle(request, data).await,
        }
    }
}

/// The status that a request is refused with because of its head, if it is.
pub fn refusal(request: &Request<'_>) -> Option<Status> {
    let target = request.uri();
    let target = target.path().len() + target.query().map_or(0, |query| query.len() + 1);
    if target > MAX_TARGET {
        return Some(Status::UriTooLong);
    }
    let line = |name: &str, value: &str| name.len() + value.len() + ": \r\n".len();
    let lines = request.headers().iter().map(|header| line(header.name.as_str(), &header.value));
    if target + lines.sum::<usize>() > MAX_HEAD {
        return Some(Status::RequestHeaderFieldsTooLarge);
    }
    (!has_one_host(request)).then_some(Status::BadRequest)
}

/// RFC 9112, section 3.2. A request of HTTP/1.0 may have none, but Rocket does not tell which version was spoken.
fn has_one_host(request: &Request<'_>) -> bool {
    let mut lines = request.headers().get("Host");
    let host = lines.next().and_then(|line| Host::parse(line).ok());
    host.is_some_and(|host| !host.domain().is_empty()) && lines.next().is_none()
}
