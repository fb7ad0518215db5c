//! The answer to a failure that the client did not cause: the same for a form, an error page and JSON; and its name.

use std::time::Duration;

use rocket::http::Status;
use tracing::Span;

use super::enter;
use crate::accounts::Failure;

/// The status, and how long the client should wait before it tries again.
pub fn answer(failure: &Failure) -> (Status, Option<Duration>) {
    match failure {
        Failure::TooManyAttempts { retry_after } => (Status::TooManyRequests, Some(*retry_after)),
        Failure::Unavailable { retry_after, .. } => (Status::ServiceUnavailable, Some(*retry_after)),
        Failure::Unexpected(_) => (Status::InternalServerError, None),
    }
}

/// Logs a failure, once, where the request ends, in its [`span`](super::span). Rate limits are not logged here.
pub fn log(failure: &Failure, span: &Span) {
    let _entered = enter(span);
    match failure {
        Failure::TooManyAttempts { .. } => {}
        Failure::Unavailable { .. } => tracing::warn!("{failure}"),
        Failure::Unexpected(_) => tracing::error!("{failure}"),
    }
}

/// The value of `Retry-After`: whole seconds, rounded up (RFC 9110, section 10.2.3).
pub fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
