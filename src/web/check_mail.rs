//! "Check your email": the same page whatever was asked for, and whether or not there is an account.

use rocket::get;

use super::page::{Page, Visitor};

#[get("/check-mail")]
pub fn show(visitor: Visitor<'_>) -> Page<()> {
    visitor.page("check_mail/page.html", ()).common()
}
