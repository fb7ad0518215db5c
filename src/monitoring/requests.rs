//! How many requests there were, by route and status, and how long their answers took.

use std::time::Instant;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use rocket::fairing::{Fairing, Info, Kind};
use rocket::{Data, Request, Response};

/// In seconds: from a cached page to a hash that waited as long as it may.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// The route of a request that none takes.
const UNMATCHED: &str = "unmatched";

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

/// Measures from the head of a request to the beginning of its answer.
pub struct Requests(pub RequestTimes);

#[rocket::async_trait]
impl Fairing for Requests {
    fn info(&self) -> Info {
        Info { name: "Request times", kind: Kind::Request | Kind::Response }
    }

    async fn on_request(&self, request: &mut Request<'_>, _data: &mut Data<'_>) {
        request.local_cache(Instant::now);
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        let begin = request.local_cache(Instant::now);
        let route = request.route().map_or(UNMATCHED, |route| route.uri.path());
        let labels = Labels {
            method: request.method().as_str(),
            route: route.to_owned(),
            status: response.status().code,
        };
        self.0.get_or_create(&labels).observe(begin.elapsed().as_secs_f64());
    }
}
