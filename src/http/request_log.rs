//! One line for each request: what changes something, and what was refused, at `info`, the rest at `debug`. Never a
//! query, for a token may be in it.

use std::sync::OnceLock;
use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Method;
use rocket::{Data, Request, Response};

use super::client::client_address;
use super::refused::refused;

/// The longest part of a path that is logged.
const MAX_PATH: usize = 500;

/// What nginx calls "client closed request". Only the log sees it.
const CLIENT_GONE: u16 = 499;

pub struct RequestLog;

/// A request from its start on. If it is dropped before it was answered, its client has left.
struct Begun {
    at: Instant,
    /// Only where the line is at `info`.
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

/// What guessers and programs out of order meet: with the address, a filter can keep them out.
fn is_refusal(status: u16) -> bool {
    matches!(status, 401 | 403 | 429)
}

fn shortened(path: &str) -> &str {
    path.get(..MAX_PATH).unwrap_or(path)
}
