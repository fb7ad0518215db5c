//! The first page: what this is, and the two ways in.

use rocket::get;

use super::page::{Page, Visitor};

#[get("/")]
pub fn index(_visitor: Visitor<'_>) -> Page<()> {
    Page::new("home/index.html", ()).common()
}
