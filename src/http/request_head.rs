//! Which requests are answered at all, by their heads. Everything else that reads a header, a cookie or the address comes
//! after.

use rocket::http::Status;
use rocket::http::uri::Host;
use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};

use crate::listener::Head;

/// The same routes, which answer to no other heads.
pub fn checked(routes: Vec<Route>) -> Vec<Route> {
    let check = |mut route: Route| {
        route.handler = Box::new(Checked(route.handler));
        route
    };
    routes.into_iter().map(check).collect()
}

#[derive(Clone)]
struct Checked(Box<dyn Handler>);

#[rocket::async_trait]
impl Handler for Checked {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        match refusal(request) {
            Some(status) => Outcome::Error(status),
            None if head(request).is_method_unknown => Outcome::Error(Status::MethodNotAllowed),
            None => self.0.handle(request, data).await,
        }
    }
}

/// What the listener knows of the request.
pub fn head(request: &Request<'_>) -> Head {
    *request.local_cache(Head::default)
}

/// The status that a request is refused with, whatever it is for, if it is.
pub fn refusal(request: &Request<'_>) -> Option<Status> {
    head(request).refused.or_else(|| (!is_for_one_host(request)).then_some(Status::BadRequest))
}

/// RFC 9112, section 3.2. Before HTTP/1.1 a request need not say which.
fn is_for_one_host(request: &Request<'_>) -> bool {
    let mut lines = request.headers().get("Host");
    let Some(line) = lines.next() else { return head(request).is_http_1_0 };
    Host::parse(line).is_ok_and(|host| !host.domain().is_empty()) && lines.next().is_none()
}
