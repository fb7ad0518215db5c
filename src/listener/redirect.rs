//! The answer to requests over http: where the site is.

use std::sync::Arc;

use hyper::header::{
    CONNECTION, CONTENT_LENGTH, CONTENT_SECURITY_POLICY, HeaderName, HeaderValue, LOCATION, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use hyper::{Response, StatusCode};

use super::activity::Activity;
use super::answer::Answer;
use super::received::Received;
use crate::domain::PublicUrl;

/// As on every answer of the site, in case that a browser shows this one.
const SECURITY: [(HeaderName, &str); 3] = [
    (CONTENT_SECURITY_POLICY, "default-src 'none'; frame-ancestors 'none'"),
    (REFERRER_POLICY, "no-referrer"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
];

/// 308 to the same target at `public_url`, whatever the `Host` is; or the status that the head is refused with.
pub fn redirect(received: &Received, public_url: &PublicUrl, activity: Arc<Activity>) -> Response<Answer> {
    let mut response = Response::new(Answer::empty(activity));
    let headers = response.headers_mut();
    headers.insert(CONTENT_LENGTH, HeaderValue::from_static("0"));
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    for (name, value) in SECURITY {
        headers.insert(name, HeaderValue::from_static(value));
    }
    let refused = received.refused().and_then(|status| StatusCode::from_u16(status.code).ok());
    let location = public_url.link(&target(received));
    match (refused, HeaderValue::try_from(location)) {
        (None, Ok(location)) => {
            headers.insert(LOCATION, location);
            *response.status_mut() = StatusCode::PERMANENT_REDIRECT;
        }
        (refused, _) => *response.status_mut() = refused.unwrap_or(StatusCode::BAD_REQUEST),
    }
    response
}

/// `OPTIONS *` has no path.
fn target(received: &Received) -> String {
    Some(received.target()).filter(|target| target.starts_with('/')).unwrap_or_else(|| "/".to_owned())
}
