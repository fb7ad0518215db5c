//! The answers to requests that reach no handler, or whose handler fails.

use rocket::http::Status;
use rocket::{Request, catch};

use super::api_error::ApiError;
use crate::http::{allowed_methods, refusal};

#[catch(default)]
pub fn catch(status: Status, request: &Request<'_>) -> ApiError {
    if let Some(status) = refusal(request) {
        return ApiError::of(status);
    }
    match allowed_methods(status, request) {
        Some(methods) => ApiError::of(Status::MethodNotAllowed).header("Allow", methods),
        None => ApiError::of(status),
    }
}
