//! The answer to a request that has no page of its own: in the site's look, or as JSON for a program.

use std::io::Cursor;
use std::time::Duration;

use rocket::http::{ContentType, Header, Status};
use rocket::response::{self, Responder};
use rocket::{Request, Response};
use serde::Serialize;

use super::frame::Page;
use crate::accounts::{Failure, SignedIn};
use crate::http::{SecurityHeaders, enter, failure, prefers_json, request_id, span};
use crate::locale::{Message, english};
use crate::web::messages;

/// A status and what there is to say about it. A handler may answer with it, and the catcher renders it, which knows who
/// is asking.
pub struct ErrorPage {
    status: Status,
    /// Title and text, where they are not the status's own.
    words: Option<&'static str>,
    retry_after: Option<Duration>,
    failure: Option<Failure>,
    /// The methods that the address knows, where the one of the request is none of them.
    allow: Option<String>,
}

/// The page as it is sent.
pub struct RenderedErrorPage(Response<'static>);

#[derive(Serialize)]
struct View {
    status: u16,
    title: Message,
    text: Message,
    /// When to try again.
    wait: Option<Message>,
    /// What the log calls the failure.
    reference: Option<String>,
    /// Where to go on, the most likely way first.
    ways: &'static [Way],
}

/// A link and its label.
#[derive(Serialize)]
struct Way {
    url: &'static str,
    label: &'static str,
}

impl ErrorPage {
    pub fn of(status: Status) -> Self {
        Self { status, words: None, retry_after: None, failure: None, allow: None }
    }

    /// With a title and a text that are not the status's own.
    pub fn saying(status: Status, words: &'static str) -> Self {
        Self { words: Some(words), ..Self::of(status) }
    }

    /// For an address that knows only these methods, and not that of the request.
    pub fn wrong_method(allow: String) -> Self {
        Self { allow: Some(allow), ..Self::of(Status::MethodNotAllowed) }
    }

    pub fn retry_after(self, retry_after: Option<Duration>) -> Self {
        Self { retry_after, ..self }
    }

    /// The one that the handler has answered with, if it has.
    pub fn of_handler<'r>(request: &'r Request<'_>) -> Option<&'r Self> {
        request.local_cache(|| None::<Self>).as_ref()
    }

    pub fn render(&self, viewer: Option<&SignedIn>, request: &Request<'_>) -> RenderedErrorPage {
        let (title, text) = self.words.map_or_else(|| messages::error(self.status), messages::error_of);
        let mut response = if prefers_json(request.headers()) {
            json(&english(&title))
        } else {
            let plainly = plain(&english(&title), &english(&text));
            let view = View {
                status: self.status.code,
                title,
                text,
                wait: self.wait(),
                reference: self.reference(request),
                ways: self.ways(viewer, request),
            };
            Page::new(viewer, "error/page.html", view).respond_to(request).unwrap_or(plainly)
        };
        response.set_status(self.status);
        if let Some(wait) = self.retry_after {
            response.set_raw_header("Retry-After", failure::seconds(wait).to_string());
        }
        // A request that Rocket cannot read is answered past all fairings.
        if let Some(headers) = request.rocket().state::<SecurityHeaders>() {
            headers.apply(&mut response);
        }
        if let Some(methods) = &self.allow {
            response.set_header(Header::new("Allow", methods.clone()));
        }
        RenderedErrorPage(response)
    }
}

impl ErrorPage {
    fn wait(&self) -> Option<Message> {
        match self.status.code {
            429 | 503 => Some(self.retry_after.map_or(Message::new("try-again-soon"), messages::try_again)),
            _ => None,
        }
    }

    /// An error of the server that no handler has logged is logged here, so that its reference leads somewhere.
    fn reference(&self, request: &Request<'_>) -> Option<String> {
        (self.status == Status::InternalServerError).then(|| {
            if self.failure.is_none() {
                let span = span(request);
                let _entered = enter(&span);
                tracing::error!("{} {} has failed", request.method(), request.uri().path());
            }
            request_id(request).to_owned()
        })
    }

    /// A link that is used or old: where there is a new one, and what there is to do without. For a set-up link that is
    /// not on these pages.
    fn ways(&self, viewer: Option<&SignedIn>, request: &Request<'_>) -> &'static [Way] {
        const HOME: Way = Way { url: "/", label: "error-page-home" };
        const ACCOUNT: Way = Way { url: "/account", label: "home-account" };
        const LOG_IN: Way = Way { url: "/login", label: "common-log-in" };
        const SIGN_UP: Way = Way { url: "/signup", label: "common-sign-up" };
        const NEW_LINK: Way = Way { url: "/password-reset", label: "error-page-new-link" };
        const NEW_PASSWORD: Way = Way { url: "/password-reset", label: "reset-password-title" };
        let is_mail_link = self.status == Status::Gone && self.words.is_none();
        let is_reset = request.uri().path().starts_with("/password-reset");
        match (is_mail_link, is_reset, viewer) {
            (false, ..) => &[HOME],
            (true, true, None) => &[NEW_LINK, LOG_IN],
            (true, true, Some(_)) => &[NEW_LINK, ACCOUNT],
            // A confirmed address, a lock: a new password does both. A sign-up that waits: only another one.
            (true, false, None) => &[LOG_IN, NEW_PASSWORD, SIGN_UP],
            (true, false, Some(_)) => &[ACCOUNT],
        }
    }
}

impl From<Failure> for ErrorPage {
    fn from(failure: Failure) -> Self {
        let (status, retry_after) = failure::answer(&failure);
        Self { retry_after, failure: Some(failure), ..Self::of(status) }
    }
}

impl<'r> Responder<'r, 'static> for ErrorPage {
    /// Leaves the page to the catcher.
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let Some(failure) = &self.failure {
            failure::log(failure, &span(request));
        }
        let status = self.status;
        request.local_cache(|| Some(self));
        Err(status)
    }
}

impl<'r> Responder<'r, 'static> for RenderedErrorPage {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        Ok(self.0)
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
