//! Logs one line per request: requests that can change something, and refused ones, at `info`; the rest at `debug`.
//! The line never contains the query, because it may contain a token.

use std::sync::OnceLock;
use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Method;
use rocket::{Data, Request, Response};
use tracing::Span;

use super::client::client_address;
use super::refused::refused;
use super::request_head::head;
use super::request_id::{self, request_id, span};
use super::request_times::{RequestTime, RequestTimes, UNMATCHED};

/// How many bytes of a path are logged.
const MAX_PATH: usize = 500;

/// The status that nginx calls "client closed request". It appears only in the log and in the figures.
const CLIENT_GONE: u16 = 499;

/// Also observes how long each request takes.
pub struct RequestLog(pub RequestTimes);

/// A request that has started. If this value is dropped before the answer, the client has disconnected.
struct Begun {
    at: Instant,
    method: Method,
    /// The path, and what its line is written in. Set only if the line is logged at `info`.
    what: Option<(String, Span)>,
    time: RequestTime,
    answered: OnceLock<()>,
}

impl RequestLog {
    fn begun<'r>(&self, request: &'r Request<'_>) -> &'r Begun {
        let began = head(request).began;
        request.local_cache(|| {
            let (at, method) = (Instant::now(), request.method());
            let path = || (shortened(request.uri().path().as_str()).to_owned(), span(request));
            let time =
                RequestTime { began: began.unwrap_or(at), method: method.as_str(), times: self.0.clone() };
            Begun { at, method, what: method.supports_payload().then(path), time, answered: OnceLock::new() }
        })
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if self.answered.get().is_some() {
            return;
        }
        self.time.observe(UNMATCHED, CLIENT_GONE);
        if let Some((path, span)) = self.what.take() {
            let (method, ms, _entered) = (self.method, milliseconds(self.at), span.entered());
            tracing::info!(
                method = method.as_str(),
                path,
                status = CLIENT_GONE,
                ms,
                "{method} {path} {CLIENT_GONE} in {ms} ms"
            );
        }
    }
}

#[rocket::async_trait]
impl Fairing for RequestLog {
    fn info(&self) -> Info {
        Info { name: "Request log", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _data: &mut Data<'_>) {
        self.begun(request);
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let begun = self.begun(request);
        let _ = begun.answered.set(());
        let route = request.route().map_or(UNMATCHED, |route| route.uri.path());
        begun.time.observe(route, response.status().code);
        let (method, path) = (request.method(), shortened(request.uri().path().as_str()));
        let (status, ms) = (response.status().code, milliseconds(begun.at));
        let is_refusal = is_refusal(status) || refused(request, response.status()).is_some();
        response.set_raw_header(request_id::HEADER, request_id(request).to_owned());
        let client = client_address(request).filter(|_| is_refusal);
        let (name, _entered) = (method.as_str(), span(request).entered());
        if let Some(client) = client {
            tracing::info!(method = name, path, status, ms, %client, "{method} {path} {status} in {ms} ms from {client}");
        } else if method.supports_payload() {
            tracing::info!(method = name, path, status, ms, "{method} {path} {status} in {ms} ms");
        } else {
            tracing::debug!(method = name, path, status, ms, "{method} {path} {status} in {ms} ms");
        }
    }
}

/// The statuses that attackers and faulty clients get. Their lines contain the address, so that a filter such as
/// fail2ban can block it.
fn is_refusal(status: u16) -> bool {
    matches!(status, 401 | 403 | 429)
}

fn milliseconds(since: Instant) -> u64 {
    u64::try_from(since.elapsed().as_millis()).unwrap_or(u64::MAX)
}

fn shortened(path: &str) -> &str {
    path.get(..MAX_PATH).unwrap_or(path)
}
