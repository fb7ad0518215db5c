//! The API's reference, for people: its description as a page, without a line of script.

mod code_samples;

use rocket::get;

use super::page::{Page, Visitor};

pub use code_samples::with_samples;

/// The template walks the description, which its function `api_description` returns.
#[get("/docs")]
pub fn show(visitor: Visitor<'_>) -> Page<()> {
    visitor.page("reference/index.html", ()).common()
}
