//! The language that a request prefers.

use rocket::Request;

use super::sent_cookies;
use crate::domain::Language;
use crate::locale::Catalogue;

/// The cookie with the tag of the language that the visitor chose.
pub const LANGUAGE_COOKIE: &str = "language";

/// The language that the visitor chose, or else the first that the browser asks for and that there is; `None` for that
/// of the site.
pub fn language(request: &Request<'_>) -> Option<Language> {
    let catalogue = request.rocket().state::<Catalogue>()?;
    let chosen = sent_cookies(request.headers(), LANGUAGE_COOKIE).find_map(|tag| catalogue.find(tag));
    chosen.or_else(|| catalogue.negotiate(request.headers().get_one("Accept-Language")?))
}
