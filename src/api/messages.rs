//! The sentences of the API, always in English: its contract are the codes. Those about a field are in the catalogue.

use rocket::http::Status;

use crate::accounts::Failure;

pub const EMAIL_TAKEN: &str = "Email already registered";
pub const EMAIL_UNVERIFIED: &str = "Confirm your email address first. We've sent you a link.";
pub const TOO_MANY_ATTEMPTS: &str = "Too many attempts. Wait a little, then try again.";
pub const UNAVAILABLE: &str = "We're busy right now. Nothing was changed. Please try again in a moment.";
pub const UNEXPECTED: &str = "Something went wrong on our side. Nothing was changed. Please try again.";

pub const INVALID: &str = "Some of it cannot be accepted.";
pub const NOT_AUTHENTICATED: &str = "Not authenticated";
pub const TOKEN_INVALID: &str = "The access token is not valid.";
pub const TOKEN_EXPIRED: &str = "The access token has expired.";
pub const AUTHORIZATION_TWICE: &str = "There is more than one Authorization header.";
pub const ADMINISTRATORS_ONLY: &str = "This is for administrators only.";
pub const NO_SUCH_USER: &str = "There is no such user.";

pub const CHECK_MAIL: &str = "Check your email: a link is on its way.";

pub const NO_JSON: &str = "The body must be JSON, with Content-Type: application/json.";
pub const JSON_MALFORMED: &str = "The body is not valid JSON.";
pub const NO_OBJECT: &str = "The body must be a JSON object.";
pub const WRONG_TYPE: &str = "This must be a string.";
pub const UNEXPECTED_FIELD: &str = "There is a field that is not known here, or that stands twice.";
pub const TOO_LARGE: &str = "The body is larger than anything that is needed here.";
pub const UNREADABLE: &str = "The body could not be read.";

pub const KEY_INVALID: &str = "Idempotency-Key must be one header of 1 to 255 printable ASCII characters.";
pub const KEY_REUSED: &str = "This Idempotency-Key was used for another request.";

pub const PARAMETER_UNKNOWN_VALUE: &str = "This is none of the possible values.";
pub const PARAMETER_TOO_LONG: &str = "No address is that long.";
pub const PARAMETER_NO_LIMIT: &str = "This must be a number from 1 to 200.";
pub const PARAMETER_NO_CURSOR: &str =
    "This is no place in a list of this order: follow the links of an answer.";
pub const PARAMETER_CONFLICT: &str = "A page is either after one place or before one.";
pub const PARAMETER_TWICE: &str = "This stands more than once.";
pub const PARAMETER_UNKNOWN: &str = "There is a parameter that is not known here.";

pub fn failure(failure: &Failure) -> &'static str {
    match failure {
        Failure::TooManyAttempts { .. } => TOO_MANY_ATTEMPTS,
        Failure::Unavailable { .. } => UNAVAILABLE,
        Failure::Unexpected(_) => UNEXPECTED,
    }
}

pub fn error(status: Status) -> &'static str {
    match status.code {
        403 => "This came from a page of another site, so nothing was changed.",
        404 => "Not found",
        405 => "Method not allowed",
        413 => TOO_LARGE,
        503 => UNAVAILABLE,
        _ if status.class().is_server_error() => UNEXPECTED,
        _ => "The request could not be understood.",
    }
}

/// `error_description` of RFC 6749, section 5.2: ASCII without quotes and backslashes.
pub mod token {
    pub const NO_FORM: &str =
        "The body must be a form, with Content-Type: application/x-www-form-urlencoded.";
    pub const GRANT_TYPE_MISSING: &str = "grant_type is missing: it is password or refresh_token.";
    pub const GRANT_TYPE_UNKNOWN: &str = "grant_type must be password or refresh_token.";
    pub const PARAMETER_TWICE: &str = "A parameter stands more than once.";
    pub const CREDENTIALS_MISSING: &str = "username and password are needed.";
    pub const REFRESH_TOKEN_MISSING: &str = "refresh_token is needed.";
    pub const TOKEN_MISSING: &str = "token is needed.";
    pub const CREDENTIALS_REFUSED: &str = "Email or password is wrong, or the account is disabled.";
    pub const REFRESH_TOKEN_REFUSED: &str = "The refresh token is unknown, expired or used. Log in again.";
}
