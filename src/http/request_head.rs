//! Which requests are answered at all, by their heads. Everything else that reads a header, a cookie or the address comes
//! after.

use rocket::Request;
use rocket::http::Status;
use rocket::http::uri::Host;

use crate::listener::Head;

/// Whether a route can answer the request.
///
/// # Errors
///
/// The status that it is refused with.
pub fn check(request: &Request<'_>) -> Result<(), Status> {
    match refusal(request) {
        Some(status) => Err(status),
        None if head(request).is_method_unknown => Err(Status::MethodNotAllowed),
        None => Ok(()),
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
