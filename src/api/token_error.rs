//! Errors of the token endpoint, in the format of RFC 6749.

use rocket::http::Status;
use serde::Serialize;
use utoipa::ToSchema;

use super::api_error::ApiError;
use super::messages;
use crate::accounts::Failure;

/// Why the server issues no token (RFC 6749, section 5.2).
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "error": "invalid_grant", "error_description": "Email or password is wrong, or the account is disabled.",
}))]
pub struct TokenError {
    /// `invalid_request`, `invalid_grant`, `unsupported_grant_type`, `temporarily_unavailable` or `server_error`.
    error: &'static str,
    error_description: String,
}

impl TokenError {
    fn new(error: &'static str, description: &str) -> Self {
        Self { error, error_description: description.to_owned() }
    }
}

pub fn refused(status: Status, error: &'static str, description: &str) -> ApiError {
    ApiError::new(status, &TokenError::new(error, description))
}

pub fn failed(failure: Failure) -> ApiError {
    let code = match failure {
        Failure::TooManyAttempts { .. } | Failure::Unavailable { .. } => "temporarily_unavailable",
        Failure::Unexpected(_) => "server_error",
    };
    let error = TokenError::new(code, messages::failure(&failure));
    ApiError::failed(failure, &error)
}
