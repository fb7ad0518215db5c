//! The first page: what this is, and the two ways in.

use rocket::get;
use serde::Serialize;

use super::page::Page;
use super::visitor::Visitor;

#[derive(Serialize)]
pub struct View {
    sign_up_open: bool,
}

#[get("/")]
pub fn index(_visitor: Visitor<'_>) -> Page<View> {
    Page::new("home/index.html", View { sign_up_open: true })
}
