//! One line for each request: what changes something at `info`, the rest at `debug`. Never a query,
//! for a token may be in it.

use std::time::Instant;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Data, Request, Response};

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
        let (method, path) = (request.method(), request.uri().path());
        let (status, ms) = (response.status().code, took.as_millis());
        if method.supports_payload() {
            tracing::info!("{method} {path} {status} in {ms} ms");
        } else {
            tracing::debug!("{method} {path} {status} in {ms} ms");
        }
    }
}
