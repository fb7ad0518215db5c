//! Decides from the head of a request whether a route may answer it. This check runs before any other code reads a
//! header, a cookie or the path.

use rocket::Request;
use rocket::http::Status;
use rocket::http::uri::Host;

use crate::listener::Head;

/// Checks that a route can answer the request.
///
/// # Errors
///
/// The status with which the request is refused.
pub fn check(request: &Request<'_>) -> Result<(), Status> {
    match refusal(request) {
        Some(status) => Err(status),
        None if head(request).is_method_unknown => Err(Status::MethodNotAllowed),
        None => Ok(()),
    }
}

/// What the listener knows about the request.
pub fn head(request: &Request<'_>) -> Head {
    *request.local_cache(Head::default)
}

/// The status with which a request is refused for any path, or `None`.
pub fn refusal(request: &Request<'_>) -> Option<Status> {
    head(request).refused.or_else(|| (!is_for_one_host(request)).then_some(Status::BadRequest))
}

/// Whether the request names exactly one valid host (RFC 9112, section 3.2). HTTP/1.0 requests need not name any.
fn is_for_one_host(request: &Request<'_>) -> bool {
    let mut lines = request.headers().get("Host");
    let Some(line) = lines.next() else { return head(request).is_http_1_0 };
    Host::parse(line).is_ok_and(|host| !host.domain().is_empty()) && lines.next().is_none()
}
