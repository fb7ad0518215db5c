//! Requests that end without a page: they lead to the log-in page, to the page that asks for the password again, or to an
//! error page.

use rocket::http::{Method, Status};
use rocket::{Request, catch, uri};

use super::messages;
use super::page::{Carried, Cookies, ErrorPage, Flash, RenderedErrorPage, SeeOther, posted, visitor};
use super::ways;
use crate::accounts::SignedIn;
use crate::domain::{EmailAddress, LocalPath};
use crate::http::{allowed_methods, failure, has_page, prefers_json, refusal, span};

#[catch(default)]
pub async fn catch(status: Status, request: &Request<'_>) -> Result<RenderedErrorPage, SeeOther> {
    if let Some(status) = refusal(request) {
        return Ok(ErrorPage::of(status).render(None, request));
    }
    let (visitor, retry_after) = match visitor::find(request).await {
        Ok(visitor) => (visitor, None),
        Err(failure) => {
            failure::log(failure, &span(request));
            (None, failure::answer(failure).1)
        }
    };
    match ErrorPage::of_handler(request) {
        Some(page) => Ok(page.render(visitor, request)),
        None if status == Status::ServiceUnavailable => {
            Ok(ErrorPage::of(status).retry_after(retry_after).render(visitor, request))
        }
        None => Ok(unanswered(status, visitor, request)?.render(visitor, request)),
    }
}

/// What there is to say to a request that reached no handler.
fn unanswered(
    status: Status,
    visitor: Option<&SignedIn>,
    request: &Request<'_>,
) -> Result<ErrorPage, SeeOther> {
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

/// Comes back to where the visitor wanted to go: after a form to its page, if there is one. Of what was typed there a new
/// address is kept; passwords never are.
fn to_log_in(request: &Request<'_>) -> SeeOther {
    let path = match request.method() {
        Method::Get => LocalPath::parse(&request.uri().to_string()),
        _ => LocalPath::parse(request.uri().path().as_str()).filter(|_| has_page(request)),
    };
    let typed = posted::typed(request, "new_email").and_then(|typed| EmailAddress::parse(typed).ok());
    if let (Some(new_email), Some(cookies)) = (typed, Cookies::of(request)) {
        cookies.carry(&Carried { new_email: Some(new_email), ..cookies.carried() });
    }
    ways::to_log_in(path.as_ref()).saying(Flash::PleaseLogIn)
}

/// The same for a member who is logged in and has to give the password again. What is asked for in such a place has a
/// page at the same address.
fn to_confirm(request: &Request<'_>) -> SeeOther {
    let next = LocalPath::parse(request.uri().path().as_str());
    SeeOther::to(uri!(super::account::confirm_password::form(next = next.as_ref().map(LocalPath::as_str))))
}

/// An address that exists for other methods has to say which.
fn not_found(status: Status, request: &Request<'_>) -> ErrorPage {
    match allowed_methods(status, request) {
        Some(allow) => ErrorPage::wrong_method(allow),
        None => ErrorPage::of(status),
    }
}
