//! The pages: one file per flow (its form, its handlers, its view), and what they all stand on.

mod account;
mod activity;
mod admin;
mod assets;
mod change_email;
mod change_password;
mod check_mail;
mod close_account;
mod confirm_password;
mod cookie_names;
mod cookies;
mod errors;
mod event;
mod export;
mod form;
mod home;
mod log_in;
mod log_out;
mod mail;
mod mail_link;
mod messages;
mod name_with_digest;
mod notice;
mod page;
mod posted;
mod reference;
mod reset_password;
mod see_other;
mod sessions;
mod setup;
mod sign_up;
mod site;
mod templates;
mod time;
mod visitor;

use rocket::{Build, Rocket, Route, routes};

use crate::domain::PublicUrl;
use crate::http::{self, AllowedOrigins};

pub use cookie_names::{CookieName, InvalidCookieName};
pub use reference::Reference;
pub use site::{Site, SiteError};
pub use templates::PageTemplates;

use assets::Assets;
use cookie_names::CookieNames;

/// What the operator decides about the pages.
pub struct Settings {
    pub site: Site,
    pub templates: PageTemplates,
    /// What the session cookie is called; the others are called after it.
    pub cookie_name: CookieName,
}

/// Puts the pages, and everything they stand on, on the server.
pub fn attach(
    rocket: Rocket<Build>,
    settings: Settings,
    public_url: &PublicUrl,
    reference: Reference,
) -> Rocket<Build> {
    let Settings { site, templates, cookie_name } = settings;
    rocket
        .attach(templates.fairing())
        .mount("/", http::guarded(routes(), public_url, &AllowedOrigins::default()))
        .register("/", rocket::catchers![errors::catch])
        .manage(CookieNames::new(&cookie_name, public_url))
        .manage(Assets::new(site.logo()))
        .manage(page::Rendered::default())
        .manage(site)
        .manage(reference)
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
        activity::show,
        change_email::form,
        change_email::submit,
        change_email::resend_verification,
        change_password::form,
        check_mail::show,
        close_account::form,
        close_account::submit,
        confirm_password::form,
        confirm_password::submit,
        export::form,
        export::submit,
        change_password::submit,
        change_password::well_known,
        mail_link::show,
        mail_link::follow,
        reset_password::request_form,
        reset_password::request,
        reset_password::form,
        reset_password::submit,
        sessions::end_one,
        sessions::end_others,
        setup::form,
        setup::submit,
        admin::mail::list,
        admin::mail::retry,
        admin::overview::index,
        admin::refusals::list,
        admin::users::list,
        admin::user::show,
        admin::user::make_admin,
        admin::user::act,
        reference::show,
        assets::file,
        assets::favicon,
    ]
}
