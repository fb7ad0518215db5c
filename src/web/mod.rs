//! The pages: one file per flow (its form, its handlers, its view), and what they all stand on.

mod account;
mod admin;
mod assets;
mod change_password;
mod client;
mod connections;
mod cookies;
mod device;
mod errors;
mod failure;
mod form;
mod home;
mod log_in;
mod log_out;
mod messages;
mod notice;
mod page;
mod request_log;
mod same_site;
mod security_headers;
mod see_other;
mod sessions;
mod setup;
mod sign_up;
mod site;
mod templates;
mod time;
mod visitor;

use rocket::shield::Shield;
use rocket::{Build, Rocket, Route, routes};

use crate::accounts::Accounts;
use crate::domain::PublicUrl;

pub use connections::Connections;
pub use site::{Site, SiteError};
pub use templates::{TemplateError, Templates};

use assets::Assets;
use cookies::CookieNames;
use security_headers::SecurityHeaders;

/// What the operator decides about the pages.
pub struct Settings {
    pub site: Site,
    pub public_url: PublicUrl,
    pub templates: Templates,
}

/// Puts the pages, and everything they stand on, on the server.
pub fn attach(rocket: Rocket<Build>, settings: Settings, accounts: Accounts) -> Rocket<Build> {
    let Settings { site, public_url, templates } = settings;
    let security_headers = SecurityHeaders::new(&public_url);
    rocket
        .attach(templates.fairing())
        // Rocket's own shield sets three of these headers to other values.
        .attach(Shield::new())
        .attach(security_headers)
        .manage(security_headers)
        .attach(request_log::RequestLog)
        .mount("/", same_site::only(connections::watched(routes()), &public_url))
        .register("/", rocket::catchers![errors::catch])
        .manage(CookieNames::new(&public_url))
        .manage(Assets::new(site.logo()))
        .manage(page::Rendered::default())
        .manage(site)
        .manage(accounts)
}

fn routes() -> Vec<Route> {
    routes![
        home::index,
        sign_up::form,
        sign_up::submit,
        log_in::form,
        log_in::submit,
        log_out::submit,
        account::index,
        change_password::form,
        change_password::submit,
        sessions::end_one,
        sessions::end_others,
        setup::form,
        setup::submit,
        admin::overview::index,
        admin::users::list,
        admin::user::show,
        admin::user::act,
        assets::file,
        assets::favicon,
    ]
}
