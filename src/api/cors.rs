//! Allows pages of other sites to call the API (CORS; Fetch Standard, section 3.3). No origin is allowed unless the
//! operator lists it, and cookies are never allowed: the API uses none.

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::{Method, Status};
use rocket::{Request, Response};

use super::base_paths::is_of_api;
use crate::http::AllowedOrigins;

/// The headers that a page of another site may always send, and those that it may read besides the body.
const REQUEST_HEADERS: &str = "Authorization, Content-Type, Idempotency-Key";
const RESPONSE_HEADERS: &str = "Retry-After, WWW-Authenticate";

/// The longest list of other request headers that is allowed, in bytes: proxies and libraries for tracing add some. The
/// API ignores them all.
const MAX_ASKED: usize = 1_024;

/// How long a browser may cache the answer to a preflight request, in seconds.
const MAX_AGE: &str = "600";

pub struct Cors(AllowedOrigins);

impl Cors {
    pub fn new(allowed: AllowedOrigins) -> Self {
        Self(allowed)
    }
}

#[rocket::async_trait]
impl Fairing for Cors {
    fn info(&self) -> Info {
        Info { name: "Calls from other sites", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if self.0.is_empty() || !is_of_api(request) {
            return;
        }
        // If all origins are allowed, the response is the same for each, and caches may share it. Otherwise it varies.
        let origin = if self.0.is_any() {
            Some("*")
        } else {
            response.set_raw_header("Vary", "Origin");
            request.headers().get_one("Origin").filter(|origin| self.0.contains(origin))
        };
        let Some(origin) = origin else { return };
        response.set_raw_header("Access-Control-Allow-Origin", origin.to_owned());
        if let Some(methods) = asked_before(request, response) {
            response.set_status(Status::NoContent);
            response.set_sized_body(0, std::io::Cursor::new(""));
            response.set_raw_header("Access-Control-Allow-Methods", methods);
            response.set_raw_header("Access-Control-Allow-Headers", request_headers(request));
            response.set_raw_header("Access-Control-Max-Age", MAX_AGE);
        } else {
            response.set_raw_header("Access-Control-Expose-Headers", RESPONSE_HEADERS);
        }
    }
}

/// The request headers that are allowed: the known ones, and those that the browser asks for.
fn request_headers(request: &Request<'_>) -> String {
    let asked = request.headers().get_one("Access-Control-Request-Headers");
    let asked = asked.filter(|names| names.len() <= MAX_ASKED).unwrap_or_default();
    let is_known = |name: &str| REQUEST_HEADERS.split(", ").any(|known| known.eq_ignore_ascii_case(name));
    let is_name = |name: &&str| {
        !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || "!#$%&'*+-.^_`|~".contains(c))
    };
    let others = asked.split(',').map(str::trim).filter(is_name).filter(|name| !is_known(name));
    [REQUEST_HEADERS].into_iter().chain(others).collect::<Vec<_>>().join(", ")
}

/// The methods of the path, if the request is a preflight request.
fn asked_before(request: &Request<'_>, response: &Response<'_>) -> Option<String> {
    let is_question = request.method() == Method::Options
        && request.headers().contains("Access-Control-Request-Method")
        && response.status() == Status::MethodNotAllowed;
    let allow = response.headers().get_one("Allow").filter(|_| is_question)?;
    Some(allow.to_owned())
}
