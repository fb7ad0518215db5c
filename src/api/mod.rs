//! The JSON API for programs: one file per flow (its body, its handler, its response), and what all flows share.

mod admin;
mod api_error;
mod base_paths;
mod bearer;
mod cors;
mod errors;
mod form;
mod idempotency;
mod json;
mod json_response;
mod keys;
mod me;
mod messages;
mod openapi;
mod responses;
mod sign_up;
mod token;
mod token_error;

use rocket::{Build, Rocket, Route, routes};
use utoipa::openapi::OpenApi;

use crate::domain::PublicUrl;
use crate::http::{self, AllowedOrigins};

pub use openapi::{NewAccountRules, describe};

use base_paths::BASE_PATHS;
use cors::Cors;
use openapi::Served;

/// The operator's settings of the API.
pub struct Settings {
    /// Other sites whose pages may call the API.
    pub allowed_origins: AllowedOrigins,
}

/// Mounts the API on the server. The fairings and the state of the pages must be attached already.
pub fn attach(
    rocket: Rocket<Build>,
    settings: Settings,
    public_url: PublicUrl,
    description: &OpenApi,
) -> Rocket<Build> {
    let routes = http::guarded(routes(), &public_url, &settings.allowed_origins);
    let rocket = BASE_PATHS.into_iter().fold(rocket.mount("/", routes), |rocket, base| {
        rocket.register(base, rocket::catchers![errors::catch])
    });
    rocket.attach(Cors::new(settings.allowed_origins)).manage(Served::new(description)).manage(public_url)
}

fn routes() -> Vec<Route> {
    routes![
        sign_up::submit,
        token::issue,
        token::revoke,
        me::show,
        keys::publish,
        admin::users::list,
        admin::user::show,
        openapi::show,
    ]
}
