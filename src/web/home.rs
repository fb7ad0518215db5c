//! The first page: what this is, and the two ways in.

use rocket::get;

use super::page::{Page, Visitor};

#[get("/")]
pub fn index(visitor: Visitor<'_>) -> Page<()> {
    visitor.page("home/index.html", ()).common()
}
