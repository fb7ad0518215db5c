//! "Check your mail": the same page whatever was asked for, and whether or not there is an account.

use rocket::get;

use super::page::{Page, Visitor};

#[get("/check-mail")]
pub fn show(_visitor: Visitor<'_>) -> Page<()> {
    Page::new("check_mail/page.html", ()).common()
}
