//! How a failure that is nobody's mistake is answered, on a form, on an error page and in JSON alike.

use std::time::Duration;

use rocket::http::Status;

use crate::accounts::Failure;

/// The status, and after how long it is worth trying again.
pub fn answer(failure: &Failure) -> (Status, Option<Duration>) {
    match failure {
        Failure::TooManyAttempts { retry_after } => (Status::TooManyRequests, Some(*retry_after)),
        Failure::Unavailable { retry_after, .. } => (Status::ServiceUnavailable, Some(*retry_after)),
        Failure::Unexpected(_) => (Status::InternalServerError, None),
    }
}

/// What is worth a line in the log, said once, where the request ends.
pub fn log(failure: &Failure) {
    match failure {
        Failure::TooManyAttempts { .. } => {}
        Failure::Unavailable { .. } => tracing::warn!("{failure}"),
        Failure::Unexpected(_) => tracing::error!("{failure}"),
    }
}

/// The value of `Retry-After`: whole seconds, rounded up (RFC 9110, section 10.2.3).
pub fn seconds(wait: Duration) -> String {
    (wait.as_secs() + u64::from(wait.subsec_nanos() > 0)).to_string()
}
