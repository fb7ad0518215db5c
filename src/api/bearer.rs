//! Authenticates a request by the access token in `Authorization` (RFC 6750). Handlers take these types as guards.

use rocket::Request;
use rocket::http::Status;
use rocket::request::{FromRequest, Outcome};

use super::api_error::ApiError;
use super::messages;
use crate::accounts::{Accounts, BearerError, SignedIn, TokenBearer};
use crate::domain::Permission;
use crate::http::{bearer_token, note_access_denied, note_account};

/// A user whose program sent the request.
pub struct Bearer(pub SignedIn);

/// Proof that an administrator's program sent the request.
pub struct Administrator;

const CHALLENGE: &str = "Bearer realm=\"frontdesk\"";

fn challenge(status: Status, code: &str, description: &str) -> ApiError {
    let value = format!("{CHALLENGE}, error=\"{code}\", error_description=\"{description}\"");
    ApiError::saying(status, description).header("WWW-Authenticate", value)
}

async fn authenticate(request: &Request<'_>) -> Result<TokenBearer, ApiError> {
    let mut sent = request.headers().get("Authorization");
    let token = sent.next().and_then(bearer_token);
    if sent.next().is_some() {
        return Err(challenge(Status::BadRequest, "invalid_request", messages::AUTHORIZATION_TWICE));
    }
    // A request without credentials gets the challenge without an error code (section 3.1).
    let nothing = || {
        ApiError::saying(Status::Unauthorized, messages::NOT_AUTHENTICATED)
            .header("WWW-Authenticate", CHALLENGE)
    };
    let token = token.ok_or_else(nothing)?;
    let accounts = request.rocket().state::<Accounts>();
    let accounts = accounts.ok_or_else(|| ApiError::of(Status::InternalServerError))?;
    let authenticated = accounts.tokens().authenticate(token).await.map_err(|error| match error {
        BearerError::Expired => invalid(messages::TOKEN_EXPIRED),
        BearerError::Invalid => invalid(messages::TOKEN_INVALID),
        BearerError::Failure(failure) => failure.into(),
    });
    authenticated.inspect(|bearer| note_account(request, bearer.signed_in.user.id))
}

fn invalid(description: &str) -> ApiError {
    challenge(Status::Unauthorized, "invalid_token", description)
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Bearer {
    type Error = ApiError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ApiError> {
        ApiError::outcome(authenticate(request).await.map(|bearer| Bearer(bearer.signed_in)))
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Administrator {
    type Error = ApiError;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ApiError> {
        let may =
            |bearer: &TokenBearer| bearer.signed_in.user.is_admin && bearer.scope.allows(Permission::Admin);
        ApiError::outcome(authenticate(request).await.and_then(|bearer| match may(&bearer) {
            true => Ok(Administrator),
            false => {
                note_access_denied(request);
                Err(challenge(Status::Forbidden, "insufficient_scope", messages::ADMINISTRATORS_ONLY))
            }
        }))
    }
}
