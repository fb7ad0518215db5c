//! The answer to a failure that the client did not cause: the same for a form, an error page and JSON; and its name.

use std::time::Duration;

use rocket::Request;
use rocket::http::Status;

use crate::accounts::Failure;

/// The status, and how long the client should wait before it tries again.
pub fn answer(failure: &Failure) -> (Status, Option<Duration>) {
    match failure {
        Failure::TooManyAttempts { retry_after } => (Status::TooManyRequests, Some(*retry_after)),
        Failure::Unavailable { retry_after, .. } => (Status::ServiceUnavailable, Some(*retry_after)),
        Failure::Unexpected(_) => (Status::InternalServerError, None),
    }
}

/// Logs a failure, once, where the request ends. Rate limits are not logged here.
pub fn log(failure: &Failure) {
    match failure {
        Failure::TooManyAttempts { .. } => {}
        Failure::Unavailable { .. } => tracing::warn!("{failure}"),
        Failure::Unexpected(_) => tracing::error!("{failure}"),
    }
}

/// Logs the failure of a request for a page. The page of an unexpected one shows the reference that the line has.
pub fn log_with_reference(failure: &Failure, request: &Request<'_>) {
    match failure {
        Failure::Unexpected(_) => tracing::error!(reference = reference(request), "{failure}"),
        Failure::TooManyAttempts { .. } | Failure::Unavailable { .. } => log(failure),
    }
}

/// The name by which a person and an operator speak about this request: 40 random bits, in letters and digits that are
/// hard to confuse.
pub fn reference<'r>(request: &'r Request<'_>) -> &'r str {
    struct Reference(String);
    let Reference(text) = request.local_cache(|| Reference(new_reference()));
    text
}

fn new_reference() -> String {
    // Crockford's Base32.
    const DIGITS: [char; 32] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K',
        'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let mut octets = [0; 8];
    // Without random numbers the line of the log is found by its time.
    let _ = getrandom::fill(&mut octets);
    let digit = |octet: &u8| DIGITS.get(usize::from(octet % 32)).copied().unwrap_or('0');
    let (first, last) = octets.split_at(4);
    first.iter().map(digit).chain(['-']).chain(last.iter().map(digit)).collect()
}

/// The value of `Retry-After`: whole seconds, rounded up (RFC 9110, section 10.2.3).
pub fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}
