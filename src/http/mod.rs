//! What pages and the API share: the client, the check for requests from other sites, headers, failures, the log.

mod accept;
mod accept_encoding;
mod allowed_origins;
mod bearer_token;
pub mod body;
mod client;
pub mod failure;
mod guarded;
mod language;
pub mod messages;
mod methods;
mod refused;
pub mod representations;
mod request_head;
mod request_id;
mod request_log;
mod request_times;
mod same_site;
mod security_headers;
mod sent_cookies;
mod weighted_list;

use rocket::shield::Shield;
use rocket::{Build, Rocket};

use crate::domain::{PublicUrl, TrustedProxies};

pub use accept::prefers_json;
pub use accept_encoding::Coding;
pub use allowed_origins::{AllowedOrigins, InvalidOrigin};
pub use bearer_token::bearer_token;
pub use guarded::guarded;
pub use language::{LANGUAGE_COOKIE, language};
pub use methods::{allowed_methods, has_page};
pub use refused::{note_access_denied, note_account};
pub use request_head::refusal;
pub use request_id::{enter, request_id, span};
pub use request_times::{RequestTimes, request_times};
pub use security_headers::SecurityHeaders;
pub use sent_cookies::sent_cookies;

/// Attaches the fairings that apply to every response.
pub fn attach(rocket: Rocket<Build>, public_url: &PublicUrl, proxies: TrustedProxies) -> Rocket<Build> {
    let security_headers = SecurityHeaders::new(public_url);
    let times = request_times();
    rocket
        // Rocket's own shield sets three of these headers to other values.
        .attach(Shield::new())
        .attach(security_headers)
        .manage(security_headers)
        .manage(proxies)
        .manage(times.clone())
        .attach(request_log::RequestLog(times))
        .attach(refused::RefusalTrail)
}
