//! The header `Idempotency-Key`, which makes it safe for a program to repeat a request.

use rocket::Request;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};

use super::api_error::ApiError;
use super::messages;
use crate::domain::IdempotencyKey;

/// The idempotency key of the request, if there is one.
pub struct Repeatable(pub Option<IdempotencyKey>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Repeatable {
    type Error = ApiError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ApiError> {
        let sent: Vec<&str> = request.headers().get("Idempotency-Key").collect();
        let invalid = || ApiError::saying(Status::BadRequest, messages::KEY_INVALID);
        ApiError::outcome(match sent[..] {
            [] => Ok(Self(None)),
            [text] => IdempotencyKey::parse(text).map(|key| Self(Some(key))).ok_or_else(invalid),
            _ => Err(invalid()),
        })
    }
}
