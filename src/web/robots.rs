//! What search engines may index (RFC 9309): the pages for visitors who have no account yet. All others are for members
//! and administrators, or answer each visitor differently.

use rocket::Responder;
use rocket::get;
use rocket::http::{ContentType, Header};

/// A sign `$` ends a path. Style and script are allowed, because search engines render pages.
const RULES: &str =
    "User-agent: *\nAllow: /$\nAllow: /signup$\nAllow: /login$\nAllow: /static/\nDisallow: /\n";

#[derive(Responder)]
pub struct Robots {
    rules: &'static str,
    content_type: ContentType,
    cache: Header<'static>,
}

#[get("/robots.txt")]
pub fn show() -> Robots {
    let cache = Header::new("Cache-Control", "public, max-age=86400");
    Robots { rules: RULES, content_type: ContentType::Plain, cache }
}
