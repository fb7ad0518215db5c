//! What programs ask that watch the server: whether it is alive and ready, and its figures.

mod collected;
mod health;
mod look;
mod metrics;

use std::path::PathBuf;

use rocket::{Build, Rocket, routes};

use crate::accounts::Accounts;
use crate::domain::PublicUrl;
use crate::http::{self, AllowedOrigins, RequestTimes};

use health::Watched;
pub use health::{Readiness, free_space};
pub use metrics::{Metrics, ScrapeToken};

pub struct Settings {
    /// What opens `/metrics`. Without it the route does not exist.
    pub token: Option<ScrapeToken>,
    /// The folder whose disk is watched.
    pub data_dir: PathBuf,
    /// With less room on that disk, in octets, the server is not ready.
    pub least_free: u64,
    /// Where the server puts back-ups.
    pub backups: Option<PathBuf>,
}

/// Adds the routes. What all requests share must be attached already.
pub fn attach(
    rocket: Rocket<Build>,
    settings: Settings,
    public_url: &PublicUrl,
    accounts: &Accounts,
) -> Rocket<Build> {
    let Settings { token, data_dir, least_free, backups } = settings;
    let guarded = |routes| http::guarded(routes, public_url, &AllowedOrigins::default());
    let times = rocket.state::<RequestTimes>().cloned().unwrap_or_else(http::request_times);
    let metrics = Metrics::new(accounts, times, backups);
    let rocket = rocket
        .manage(Readiness::default())
        .manage(Watched::new(data_dir, least_free))
        .manage(metrics)
        .mount("/health", guarded(routes![health::live, health::ready]));
    match token {
        Some(token) => rocket.manage(token).mount("/", guarded(routes![metrics::scrape])),
        None => rocket,
    }
}
