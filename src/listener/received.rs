//! A received request, and its conversion to Rocket's: what `Request::from_hyp` does in Rocket's own listener, with
//! limits.

use std::time::Instant;

use hyper::body::Incoming;
use hyper::header::{ACCEPT, CONTENT_TYPE, HOST, HeaderMap, HeaderName, HeaderValue};
use hyper::{Request, Version, http::request::Parts};
use rocket::http::uri::{Host, Origin};
use rocket::http::{Header, Method, Status};
use rocket::local::asynchronous::{Client, LocalRequest};

use super::opening::Peer;
use super::{Limits, body};

/// The longest request target, in octets. RFC 9112, section 3, recommends to support at least 8,000.
const MAX_TARGET: usize = 8_192;

/// The longest value of a header that Rocket parses itself, in octets: the time and memory of its parsers grow with the
/// square of the length. Browsers send about 150.
const MAX_READ_BY_ROCKET: usize = 1_024;

/// The data about a request for which Rocket has no field. Stored in the request's local cache; a request without a
/// listener, as in tests, has the default.
#[derive(Clone, Copy, Debug, Default)]
pub struct Head {
    /// HTTP/1.0, which does not require `Host`.
    pub is_http_1_0: bool,
    /// A method that Rocket does not have. Rocket gets GET in its place.
    pub is_method_unknown: bool,
    /// The peer is a proxy that passes octets, and has not named the client. What the headers say about the client and
    /// about the request is the word of the client alone.
    pub is_client_unknown: bool,
    /// The status that the listener refuses the request with.
    pub refused: Option<Status>,
    /// When the head was there; the body may have taken long.
    pub began: Option<Instant>,
}

pub struct Received {
    method: Method,
    origin: Origin<'static>,
    headers: HeaderMap,
    body: Vec<u8>,
    head: Head,
}

impl Received {
    pub async fn read(request: Request<Incoming>, limits: &Limits) -> Self {
        let began = Some(Instant::now());
        let (parts, body) = request.into_parts();
        let refused = refusal(&parts, limits);
        let method = method(&parts.method);
        let target = parts.uri.path_and_query();
        let origin = match target {
            Some(target) if refused.is_none() => {
                Origin::new(target.path().to_owned(), target.query().map(str::to_owned))
            }
            // Only the catchers see this target, and they need the beginning of the path.
            Some(target) => Origin::path_only(shortened(target.path()).to_owned()),
            None => Origin::ROOT,
        };
        let (body, refused) = match refused {
            Some(status) => (Vec::new(), Some(status)),
            None => match body::read(body, limits.body_size, limits.body_time).await {
                Ok(body) => (body, None),
                Err(status) => (Vec::new(), Some(status)),
            },
        };
        let head = Head {
            is_http_1_0: parts.version == Version::HTTP_10,
            is_method_unknown: method.is_none(),
            is_client_unknown: false,
            refused,
            began,
        };
        Self { method: method.unwrap_or(Method::Get), origin, headers: parts.headers, body, head }
    }

    pub fn refused(&self) -> Option<Status> {
        self.head.refused
    }

    /// The path and the query, as the client has sent them.
    pub fn target(&self) -> String {
        self.origin.to_string()
    }

    /// The request as Rocket takes it. Its cookie jar stays empty: `http::sent_cookies` reads the header.
    pub fn into_rocket(self, client: &Client, peer: Peer) -> LocalRequest<'_> {
        let Self { method, origin, headers, body, head } = self;
        let head = Head { is_client_unknown: peer.is_unknown, ..head };
        let mut request = client.req(method, origin).remote(peer.address).body(body);
        request.local_cache(|| head);
        if let Some(host) = headers.get(HOST).and_then(|host| Host::parse_owned(text(host)).ok()) {
            request.set_host(host);
        }
        for name in headers.keys() {
            for value in headers_for_rocket(&headers, name) {
                request.add_header(Header::new(name.as_str().to_owned(), value));
            }
        }
        request
    }
}

/// The values of a header that Rocket gets, with U+FFFD in place of invalid UTF-8.
///
/// Rocket parses `Accept` and `Content-Type` each time a line is added. So it gets one short line of each: the
/// beginning of the combined `Accept` (RFC 9110, section 5.3), and the first `Content-Type`.
pub fn headers_for_rocket(headers: &HeaderMap, name: &HeaderName) -> Vec<String> {
    let values = headers.get_all(name).iter().map(text);
    match *name {
        ACCEPT => vec![beginning(values, MAX_READ_BY_ROCKET)],
        CONTENT_TYPE => values.take(1).filter(|value| value.len() <= MAX_READ_BY_ROCKET).collect(),
        _ => values.collect(),
    }
}

fn text(value: &HeaderValue) -> String {
    String::from_utf8_lossy(value.as_bytes()).into_owned()
}

/// As many items of a list as fit into this many octets.
fn beginning(lines: impl Iterator<Item = String>, octets: usize) -> String {
    let mut list = String::new();
    for line in lines {
        for item in line.split_inclusive(',') {
            if list.len() + item.len() > octets {
                return list;
            }
            list += item;
        }
        list.push(',');
    }
    list
}

/// None for a method that Rocket does not have. Methods are case-sensitive.
fn method(method: &hyper::Method) -> Option<Method> {
    method.as_str().parse().ok().filter(|known: &Method| known.as_str() == method.as_str())
}

/// The status with which the request is refused because of its head, if it is.
fn refusal(parts: &Parts, limits: &Limits) -> Option<Status> {
    let Some(target) = parts.uri.path_and_query() else { return Some(Status::BadRequest) };
    if target.as_str().len() > MAX_TARGET {
        return Some(Status::UriTooLong);
    }
    let line =
        |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len() + ": \r\n".len();
    let lines: usize = parts.headers.iter().map(line).sum();
    let first = parts.method.as_str().len() + target.as_str().len() + "  HTTP/1.1\r\n".len();
    let size = first + lines + "\r\n".len();
    (size > limits.head_size || parts.headers.len() > limits.headers)
        .then_some(Status::RequestHeaderFieldsTooLarge)
}

/// The beginning of a path, enough to select the catcher.
fn shortened(path: &str) -> &str {
    let end = (0..=path.len().min(MAX_TARGET)).rev().find(|end| path.is_char_boundary(*end));
    &path[..end.unwrap_or_default()]
}
