//! The header by which a program makes asking again safe.

use rocket::Request;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};

use super::messages;
use super::refusal::Refusal;
use crate::domain::IdempotencyKey;

/// The `Idempotency-Key`, if there is one.
pub struct Repeatable(pub Option<IdempotencyKey>);

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Repeatable {
    type Error = Refusal;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Refusal> {
        let sent: Vec<&str> = request.headers().get("Idempotency-Key").collect();
        let invalid = || Refusal::saying(Status::BadRequest, messages::KEY_INVALID);
        Refusal::outcome(match sent[..] {
            [] => Ok(Self(None)),
            [text] => IdempotencyKey::parse(text).map(|key| Self(Some(key))).ok_or_else(invalid),
            _ => Err(invalid()),
        })
    }
}
