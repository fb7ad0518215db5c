//! How many requests there were, by route and status, and how long their answers took: for a monitoring system.

use std::time::Instant;

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;

/// In seconds: from a cached page to a hash that waited as long as it may.
const BUCKETS: [f64; 11] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5];

/// The route of a request that none takes, or whose client left before its answer.
pub const UNMATCHED: &str = "unmatched";

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

/// The time of one request, from the end of its head.
pub struct RequestTime {
    pub began: Instant,
    pub method: &'static str,
    pub times: RequestTimes,
}

impl RequestTime {
    /// To be called at the beginning of the answer, or when there will be none.
    pub fn observe(&self, route: &str, status: u16) {
        let labels = Labels { method: self.method, route: route.to_owned(), status };
        self.times.get_or_create(&labels).observe(self.began.elapsed().as_secs_f64());
    }
}
