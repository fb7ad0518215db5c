//! The pages: one file per flow (its form, its handlers, its view). `page` is what any page is made of, `views` what several
//! pages show.

mod account;
mod admin;
mod check_mail;
mod errors;
mod home;
mod language;
mod log_in;
mod log_out;
mod mail_link;
mod messages;
mod page;
mod password_strength;
mod reference;
mod reset_password;
mod robots;
mod setup;
mod sign_up;
mod views;
mod ways;

use rocket::{Build, Rocket, Route, routes};
use serde_json::Value;

use crate::domain::{Language, PublicUrl};
use crate::http::{self, AllowedOrigins};
use crate::locale::Catalogue;

pub use page::{
    CookieName, FileError, FileKind, InvalidCookieName, OperatorFile, PageTemplates, Site, SiteSettings,
};

use page::{Assets, CookieNames, Rendered, assets};

/// What the operator decides about the pages.
pub struct Settings {
    pub site: Site,
    pub templates: PageTemplates,
    pub catalogue: Catalogue,
    /// What the session cookie is called; the others are called after it.
    pub cookie_name: CookieName,
}

impl Settings {
    /// Renders every page in a language, with sample values. Returns how many, and what is wrong, one line each.
    pub fn render_samples(&self, language: &Language, api_description: &Value) -> (usize, Vec<String>) {
        let description = reference::with_samples(api_description.clone());
        self.templates.render_samples(&self.catalogue, language, &self.site, &description)
    }
}

/// Puts the pages, and everything they stand on, on the server. `api_description` is the OpenAPI document that the reference
/// shows.
pub fn attach(
    rocket: Rocket<Build>,
    settings: Settings,
    public_url: &PublicUrl,
    api_description: Value,
) -> Rocket<Build> {
    let Settings { site, templates, catalogue, cookie_name } = settings;
    rocket
        .attach(templates.fairing(reference::with_samples(api_description)))
        .mount("/", http::guarded(routes(), public_url, &AllowedOrigins::default()))
        .register("/", rocket::catchers![errors::catch])
        .manage(CookieNames::new(&cookie_name, public_url))
        .manage(Assets::new(&site))
        .manage(Rendered::default())
        .manage(site)
        .manage(catalogue)
}

fn routes() -> Vec<Route> {
    routes![
        home::index,
        sign_up::form,
        sign_up::submit,
        log_in::form,
        log_in::submit,
        log_out::submit,
        language::choose,
        account::overview::index,
        account::activity::show,
        account::change_email::form,
        account::change_email::submit,
        account::change_email::resend_verification,
        account::change_email::resend,
        account::change_email::cancel,
        account::change_name::submit,
        account::change_password::form,
        password_strength::judge,
        check_mail::show,
        check_mail::resend,
        account::close_account::form,
        account::close_account::submit,
        account::confirm_password::form,
        account::confirm_password::submit,
        account::export::form,
        account::export::submit,
        account::change_password::submit,
        account::change_password::well_known,
        mail_link::show,
        mail_link::follow,
        reset_password::request_form,
        reset_password::request,
        reset_password::form,
        reset_password::submit,
        account::sessions::end_one,
        account::sessions::end_others,
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
        robots::show,
        assets::file,
        assets::favicon,
    ]
}
