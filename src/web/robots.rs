//! What search engines may ask for (RFC 9309): every page, but no address with a query, which may be a link that opens
//! something. A page for members sends them to the log-in page. If they were told to stay away from it, and found a link
//! to it elsewhere, they would list its bare address.

use rocket::Responder;
use rocket::get;
use rocket::http::{ContentType, Header};

/// Style and script are allowed with their versions, because search engines render pages.
const RULES: &str = "User-agent: *\nAllow: /static/\nDisallow: /*?\n";

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
