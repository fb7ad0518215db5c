//! The ways between the forms for visitors: each keeps where the visitor was going.

use rocket::uri;
use serde::Serialize;

use super::page::SeeOther;
use crate::domain::LocalPath;

/// The addresses of these forms, as links take them.
#[derive(Serialize)]
pub struct Ways {
    sign_up: String,
    log_in: String,
    reset: String,
}

impl Ways {
    /// Those that lead to `next` in the end, or else to the account.
    pub fn to(next: Option<&LocalPath>) -> Self {
        let next = next.map(LocalPath::as_str);
        Self {
            sign_up: uri!(super::sign_up::form(next = next)).to_string(),
            log_in: uri!(super::log_in::form(next = next)).to_string(),
            reset: uri!(super::reset_password::request_form(next = next)).to_string(),
        }
    }
}

/// Where a visitor goes who is logged in now.
pub fn onward(next: Option<&LocalPath>) -> SeeOther {
    match next {
        Some(path) => SeeOther::to(path.as_str()),
        None => SeeOther::to(uri!(super::account::overview::index)),
    }
}

/// Where a visitor goes who has to log in first.
pub fn to_log_in(next: Option<&LocalPath>) -> SeeOther {
    SeeOther::to(uri!(super::log_in::form(next = next.map(LocalPath::as_str))))
}
