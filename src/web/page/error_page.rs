//! The answer to a request that has no page of its own: in the site's look, or as JSON for a program.

use std::io::Cursor;
use std::time::Duration;

use rocket::http::{ContentType, Header, Status};
use rocket::response::{self, Responder};
use rocket::{Request, Response};
use serde::Serialize;

use super::frame::Page;
use crate::accounts::Failure;
use crate::http::{SecurityHeaders, failure, prefers_json};
use crate::web::messages;

/// A status and what there is to say about it.
pub struct ErrorPage {
    status: Status,
    /// Title and text, where they are not the status's own.
    words: Option<(&'static str, &'static str)>,
    retry_after: Option<Duration>,
    /// The methods that the address knows, where the one of the request is none of them.
    allow: Option<String>,
}

#[derive(Serialize)]
struct View {
    status: u16,
    title: &'static str,
    text: &'static str,
}

impl ErrorPage {
    pub fn of(status: Status) -> Self {
        Self { status, words: None, retry_after: None, allow: None }
    }

    /// For an address that knows only these methods, and not that of the request.
    pub fn wrong_method(allow: String) -> Self {
        Self { allow: Some(allow), ..Self::of(Status::MethodNotAllowed) }
    }

    /// With a title and a text that are not the status's own.
    pub fn saying(status: Status, words: (&'static str, &'static str)) -> Self {
        Self { words: Some(words), ..Self::of(status) }
    }
}

impl From<Failure> for ErrorPage {
    fn from(failure: Failure) -> Self {
        failure::log(&failure);
        let (status, retry_after) = failure::answer(&failure);
        Self { retry_after, ..Self::of(status) }
    }
}

impl<'r> Responder<'r, 'static> for ErrorPage {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        let (title, text) = self.words.unwrap_or_else(|| messages::error(self.status));
        let mut response = match prefers_json(request.headers()) {
            true => json(title),
            false => {
                let view = View { status: self.status.code, title, text };
                Page::new("error/page.html", view).respond_to(request).unwrap_or_else(|_| plain(title, text))
            }
        };
        response.set_status(self.status);
        if let Some(wait) = self.retry_after {
            response.set_raw_header("Retry-After", failure::seconds(wait));
        }
        // A request that Rocket cannot read is answered past all fairings.
        if let Some(headers) = request.rocket().state::<SecurityHeaders>() {
            headers.apply(&mut response);
        }
        if let Some(methods) = self.allow {
            response.set_header(Header::new("Allow", methods));
        }
        Ok(response)
    }
}

fn json(detail: &str) -> Response<'static> {
    body(ContentType::JSON, serde_json::json!({ "detail": detail }).to_string())
}

/// For when not even the error page can be rendered.
fn plain(title: &str, text: &str) -> Response<'static> {
    body(ContentType::Plain, format!("{title}\n\n{text}\n"))
}

fn body(content_type: ContentType, text: String) -> Response<'static> {
    Response::build().header(content_type).sized_body(text.len(), Cursor::new(text)).finalize()
}
