//! Errors of the token endpoint, in the words of RFC 6749.

use rocket::http::Status;
use serde::Serialize;
use utoipa::ToSchema;

use super::messages;
use super::refusal::Refusal;
use crate::accounts::Failure;
use crate::http::failure;

/// Why there is no token (RFC 6749, section 5.2).
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "error": "invalid_grant", "error_description": "Email or password is wrong, or the account is disabled.",
}))]
pub struct TokenError {
    /// `invalid_request`, `invalid_grant`, `unsupported_grant_type`, `temporarily_unavailable` or `server_error`.
    error: &'static str,
    error_description: String,
}

pub fn refused(status: Status, error: &'static str, description: &str) -> Refusal {
    Refusal::new(status, &TokenError { error, error_description: description.to_owned() })
}

pub fn failed(error: &Failure) -> Refusal {
    failure::log(error);
    let (status, retry_after) = failure::answer(error);
    let code = match error {
        Failure::TooManyAttempts { .. } | Failure::Unavailable { .. } => "temporarily_unavailable",
        Failure::Unexpected(_) => "server_error",
    };
    refused(status, code, messages::failure(error)).retry_after(retry_after)
}
