//! Logs one line per request: requests that can change something, and refused ones, at `info`; the rest at `debug`.
//! The line never contains the query, because it may contain a token.

use std::sync::OnceLock;
use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Method;
use rocket::{Data, Request, Response};

use super::client::client_address;
use super::refused::refused;

/// How many bytes of a path are logged.
const MAX_PATH: usize = 500;

/// The status that nginx calls "client closed request". It appears only in the log.
const CLIENT_GONE: u16 = 499;

pub struct RequestLog;

/// A request that has started. If this value is dropped before the answer, the client has disconnected.
struct Begun {
    at: Instant,
    /// Set only if the line is logged at `info`.
    what: Option<(Method, String)>,
    answered: OnceLock<()>,
}

impl Begun {
    fn now(what: Option<(Method, String)>) -> Self {
        Self { at: Instant::now(), what, answered: OnceLock::new() }
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if let Some((method, path)) = self.what.take()
            && self.answered.get().is_none()
        {
            tracing::info!("{method} {path} {CLIENT_GONE} in {} ms", self.at.elapsed().as_millis());
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
        let what =
            method.supports_payload().then(|| (method, shortened(request.uri().path().as_str()).to_owned()));
        request.local_cache(|| Begun::now(what));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let begun = request.local_cache(|| Begun::now(None));
        let _ = begun.answered.set(());
        let (method, path) = (request.method(), shortened(request.uri().path().as_str()));
        let (status, ms) = (response.status().code, begun.at.elapsed().as_millis());
        let is_refusal = is_refusal(status) || refused(request, response.status()).is_some();
        let client = client_address(request).filter(|_| is_refusal);
        if let Some(address) = client {
            tracing::info!("{method} {path} {status} in {ms} ms from {address}");
        } else if method.supports_payload() {
            tracing::info!("{method} {path} {status} in {ms} ms");
        } else {
            tracing::debug!("{method} {path} {status} in {ms} ms");
        }
    }
}

/// The statuses that attackers and faulty clients get. Their lines contain the address, so that a filter such as
/// fail2ban can block it.
fn is_refusal(status: u16) -> bool {
    matches!(status, 401 | 403 | 429)
}

fn shortened(path: &str) -> &str {
    path.get(..MAX_PATH).unwrap_or(path)
}
