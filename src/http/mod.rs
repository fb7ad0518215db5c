//! What the doors that speak HTTP have in common, be it pages or JSON: who is asking, whether a browser was made to,
//! headers, failures, the log.

mod accept;
mod allowed_origins;
pub mod body;
mod client;
pub mod failure;
pub mod messages;
mod methods;
pub mod records;
mod refused;
mod request_head;
mod request_log;
mod resting;
mod same_site;
mod security_headers;
mod sent_cookies;

use rocket::shield::Shield;
use rocket::{Build, Rocket, Route};

use crate::domain::PublicUrl;

pub use accept::prefers_json;
pub use allowed_origins::{AllowedOrigins, InvalidOrigin};
pub use methods::{allowed_methods, has_page};
pub use refused::{note_access_denied, note_account};
pub use request_head::refusal;
pub use resting::SentAway;
pub use security_headers::SecurityHeaders;
pub use sent_cookies::sent_cookies;

/// Puts what every answer goes through on the server.
pub fn attach(rocket: Rocket<Build>, public_url: &PublicUrl) -> Rocket<Build> {
    let security_headers = SecurityHeaders::new(public_url);
    rocket
        // Rocket's own shield sets three of these headers to other values.
        .attach(Shield::new())
        .attach(security_headers)
        .manage(security_headers)
        .attach(request_log::RequestLog)
        .attach(refused::RefusalTrail)
}

/// The same routes, for requests that can be answered. Those that change something answer to this site's own pages, to pages
/// of the allowed origins and to clients that are no browsers, and let those wait that come back too early.
pub fn guarded(routes: Vec<Route>, public_url: &PublicUrl, allowed: &AllowedOrigins) -> Vec<Route> {
    request_head::checked(same_site::only(resting::patient(routes), public_url, allowed))
}
