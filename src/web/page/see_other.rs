//! What a form that was accepted answers with: another page, and what to say there.

use rocket::http::Status;
use rocket::response::{self, Responder};
use rocket::{Request, Response};

use super::cookies::Cookies;
use super::flash::Flash;

/// A redirect to a path of this site: 303, so that the next request is a GET.
pub struct SeeOther {
    location: String,
    flash: Option<Flash>,
}

impl SeeOther {
    /// The path comes from `uri!` or from a [`LocalPath`](crate::domain::LocalPath).
    pub fn to(path: impl ToString) -> Self {
        Self { location: path.to_string(), flash: None }
    }

    pub fn saying(mut self, flash: Flash) -> Self {
        self.flash = Some(flash);
        self
    }
}

impl<'r> Responder<'r, 'static> for SeeOther {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let (Some(flash), Some(cookies)) = (self.flash, Cookies::of(request)) {
            cookies.set_flash(flash);
        }
        Response::build().status(Status::SeeOther).raw_header("Location", self.location).ok()
    }
}
