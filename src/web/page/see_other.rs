//! What a form that was accepted answers with: another page, and what to say there.

use rocket::http::Status;
use rocket::response::{self, Responder};
use rocket::{Request, Response};

use super::cookies::Cookies;
use super::notice::Notice;

/// A redirect to a path of this site: 303, so that the next request is a GET.
pub struct SeeOther {
    location: String,
    notice: Option<Notice>,
}

impl SeeOther {
    /// The path comes from `uri!` or from a [`LocalPath`](crate::domain::LocalPath).
    pub fn to(path: impl ToString) -> Self {
        Self { location: path.to_string(), notice: None }
    }

    pub fn saying(mut self, notice: Notice) -> Self {
        self.notice = Some(notice);
        self
    }
}

impl<'r> Responder<'r, 'static> for SeeOther {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let (Some(notice), Some(cookies)) = (self.notice, Cookies::of(request)) {
            cookies.set_notice(notice);
        }
        Response::build().status(Status::SeeOther).raw_header("Location", self.location).ok()
    }
}
