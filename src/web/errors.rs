//! The pages for requests that could not be answered: in the site's look, or as JSON for a program.

use std::io::Cursor;
use std::time::Duration;

use rocket::http::{ContentType, Header, Method, Status};
use rocket::response::{self, Responder};
use rocket::{Request, Response, catch, uri};
use serde::Serialize;

use super::notice::Notice;
use super::page::Page;
use super::see_other::SeeOther;
use super::{messages, visitor};
use crate::accounts::Failure;
use crate::domain::LocalPath;
use crate::http::{SecurityHeaders, allowed_methods, failure, has_page, prefers_json, refusal};

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

#[catch(default)]
pub async fn catch(status: Status, request: &Request<'_>) -> Result<ErrorPage, SeeOther> {
    if let Some(status) = refusal(request) {
        return Ok(ErrorPage::of(status));
    }
    let visitor = visitor::find(request).await;
    let is_admin = visitor.is_some_and(|signed_in| signed_in.user.is_admin);
    let is_told = is_admin || !request.uri().path().starts_with("/admin");
    match status.code {
        401 => match (visitor, prefers_json(request.headers())) {
            (None, false) => Err(to_log_in(request)),
            (None, true) => Ok(ErrorPage::of(status)),
            (Some(_), false) => Err(to_confirm(request)),
            (Some(_), true) => Ok(ErrorPage::saying(status, messages::CONFIRM_PASSWORD)),
        },
        404 | 405 if is_told => Ok(not_found(status, request)),
        // A part of the path that is no number, say: there is no such address.
        422 if !request.method().supports_payload() => Ok(not_found(Status::NotFound, request)),
        _ => Ok(ErrorPage::of(status)),
    }
}

/// Comes back to where the person wanted to go. What was sent to a form is lost, and the form's page is the way to do it
/// again, if there is one.
fn to_log_in(request: &Request<'_>) -> SeeOther {
    let path = match request.method() {
        Method::Get => LocalPath::parse(&request.uri().to_string()),
        _ => LocalPath::parse(request.uri().path().as_str()).filter(|_| has_page(request)),
    };
    let next = path.as_ref().map(LocalPath::as_str);
    SeeOther::to(uri!(super::log_in::form(next = next))).saying(Notice::PleaseLogIn)
}

/// The same for somebody who is logged in, and has to give the password again. What is asked for in such a place has a
/// page at the same address.
fn to_confirm(request: &Request<'_>) -> SeeOther {
    let next = LocalPath::parse(request.uri().path().as_str());
    SeeOther::to(uri!(super::confirm_password::form(next = next.as_ref().map(LocalPath::as_str))))
}

/// An address that exists for other methods has to say which.
fn not_found(status: Status, request: &Request<'_>) -> ErrorPage {
    match allowed_methods(status, request) {
        Some(allow) => ErrorPage { allow: Some(allow), ..ErrorPage::of(Status::MethodNotAllowed) },
        None => ErrorPage::of(status),
    }
}
