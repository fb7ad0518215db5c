//! The bare twin: nothing but Rocket and Tera, and a page of the same bytes as Frontdesk's sign-up form.
//! `benches/pages` requests the page from both and compares.

use rocket::{get, launch, routes};
use rocket_dyn_templates::{Template, context};

#[get("/signup")]
fn form() -> Template {
    Template::render("sign_up", context! { site: "Frontdesk", email: "", minimum_length: 8 })
}

/// Address, port and workers come from `ROCKET_…`.
#[launch]
fn rocket() -> _ {
    let figment = rocket::Config::figment()
        .merge(("log_level", "off"))
        .merge(("template_dir", concat!(env!("CARGO_MANIFEST_DIR"), "/templates")));
    rocket::custom(figment).attach(Template::fairing()).mount("/", routes![form])
}
