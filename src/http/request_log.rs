//! One line for each request: what changes something, and what was refused, at `info`, the rest at `debug`. Never a
//! query, for a token may be in it.

use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Data, Request, Response};

use super::client::client_address;
use super::refused::refused;

/// The longest part of a path that is logged.
const MAX_PATH: usize = 500;

pub struct RequestLog;

struct Start(Instant);

#[rocket::async_trait]
impl Fairing for RequestLog {
    fn info(&self) -> Info {
        Info { name: "Request log", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _data: &mut Data<'_>) {
        request.local_cache(|| Start(Instant::now()));
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let took = request.local_cache(|| Start(Instant::now())).0.elapsed();
        let (method, path) = (request.method(), shortened(request.uri().path().as_str()));
        let (status, ms) = (response.status().code, took.as_millis());
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
