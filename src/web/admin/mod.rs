//! The administrators' pages.

pub mod user;
pub mod users;

use rocket::{get, uri};

use super::see_other::SeeOther;
use super::visitor::Administrator;

#[get("/admin")]
pub fn index(_administrator: Administrator<'_>) -> SeeOther {
    SeeOther::to(uri!("/admin/users"))
}
