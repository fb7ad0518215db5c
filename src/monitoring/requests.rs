//! How many requests there were, by route and status, and how long their answers took.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Data, Request, Response};

use crate::listener::Head;

/// In seconds: from a cached page to a hash that waited as long as it may.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// The route of a request that none takes, or whose client left before its answer.
const UNMATCHED: &str = "unmatched";

/// As in the log, and as nginx calls it.
const CLIENT_GONE: u16 = 499;

pub type RequestTimes = Family<Labels, Histogram, fn() -> Histogram>;

/// Nothing that a visitor chose: the route is a template such as `/admin/users/<id>`.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Labels {
    method: &'static str,
    route: String,
    status: u16,
}

pub fn request_times() -> RequestTimes {
    Family::new_with_constructor(|| Histogram::new(BUCKETS))
}

/// Measures from the end of a request's head to the beginning of its answer.
pub struct Requests(pub RequestTimes);

/// A request that has begun. If this is dropped before the answer, the client has left.
struct Begun {
    at: Instant,
    method: &'static str,
    times: RequestTimes,
    is_answered: AtomicBool,
}

impl Begun {
    fn observe(&self, route: &str, status: u16) {
        self.is_answered.store(true, Ordering::Relaxed);
        let labels = Labels { method: self.method, route: route.to_owned(), status };
        self.times.get_or_create(&labels).observe(self.at.elapsed().as_secs_f64());
    }
}

impl Drop for Begun {
    fn drop(&mut self) {
        if !self.is_answered.load(Ordering::Relaxed) {
            self.observe(UNMATCHED, CLIENT_GONE);
        }
    }
}

impl Requests {
    fn begun<'r>(&self, request: &'r Request<'_>) -> &'r Begun {
        let began = request.local_cache(Head::default).began;
        request.local_cache(|| Begun {
            at: began.unwrap_or_else(Instant::now),
            method: request.method().as_str(),
            times: self.0.clone(),
            is_answered: AtomicBool::new(false),
        })
    }
}

#[rocket::async_trait]
impl Fairing for Requests {
    fn info(&self) -> Info {
        Info { name: "Request times", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _data: &mut Data<'_>) {
        self.begun(request);
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let route = request.route().map_or(UNMATCHED, |route| route.uri.path());
        self.begun(request).observe(route, response.status().code);
    }
}
