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
use super::request_id::{self, request_id, span};

/// How many bytes of a path are logged.
const MAX_PATH: usize = 500;

/// The status that nginx calls "client closed request". It appears only in the log.
const CLIENT_GONE: u16 = 499;

pub struct RequestLog;

/// A request that has started. If this value is dropped before the answer, the client has disconnected.
struct Begun {
    at: Instant,
    /// Set only if the line is logged at `info`.
    what: Option<(Method, String, Span)>,
    answered: OnceLock<()>,
}

impl Begun {
    fn now(what: Option<(Method, String, Span)>) -> Self {
        Self { at: Instant::now(), what, answered: OnceLock::new() }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some((method, path, span)) = self.what.take()
            && self.answered.get().is_none()
        {
            let (name, ms, _entered) = (method.as_str(), milliseconds(self.at), span.entered());
            tracing::info!(
                method = name,
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
        let method = request.method();
        let path = shortened(request.uri().path().as_str());
        let what = method.supports_payload().then(|| (method, path.to_owned(), span(request)));
        request.local_cache(|| Begun::now(what));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let begun = request.local_cache(|| Begun::now(None));
        let _ = begun.answered.set(());
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
