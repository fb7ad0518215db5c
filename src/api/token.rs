//! Tokens: the password grant and the refresh grant of OAuth 2.0 (RFC 6749, sections 4.3 and 6), and revocation
//! (RFC 7009).

use std::collections::BTreeMap;

use rocket::http::Status;
use rocket::{State, post};
use serde::Serialize;
use utoipa::ToSchema;

use super::api_error::ApiError;
use super::form::Form;
use super::json::Json;
use super::messages::{self as shared, token as own};
use super::responses::{CrossOriginRefused, TokenFailures, TokenRateLimited};
use super::token_error::{failed, refused};
use crate::accounts::{Accounts, Credentials, LogInError, RefreshError};
use crate::domain::{Client, IssuedTokens, Password, RefreshToken};

/// A request for tokens. Other parameters are ignored, and an empty parameter counts as missing.
#[derive(ToSchema)]
#[schema(example = json!({
    "grant_type": "password", "username": "alice@example.com", "password": "SecurePass123",
}))]
#[allow(dead_code, reason = "it is there for the description")]
pub struct TokenRequest {
    #[schema(inline)]
    grant_type: GrantType,
    /// The email address, for `password`.
    #[schema(nullable = false)]
    username: Option<String>,
    /// For `password`.
    #[schema(format = Password, nullable = false)]
    password: Option<String>,
    /// For `refresh_token`; each refresh token is valid once.
    #[schema(nullable = false)]
    refresh_token: Option<String>,
    #[serde(flatten)]
    ignored: BTreeMap<String, String>,
}

#[derive(ToSchema)]
#[schema(rename_all = "snake_case")]
#[allow(dead_code, reason = "it is there for the description")]
enum GrantType {
    Password,
    RefreshToken,
}

/// A request to revoke a token.
#[derive(ToSchema)]
#[schema(example = json!({
    "token": "a9Tm0gPz3KcYJ5iZ1sV7qX4nB8wRfLh2uEoDkMjC6yQ.Zr5vNq0pWcX8kTb3hJ1mLs7dFy2gUe9aQo4iKx6wRtM",
}))]
#[allow(dead_code, reason = "it is there for the description")]
pub struct RevocationRequest {
    /// A refresh token or an access token.
    #[schema(min_length = 1)]
    token: String,
    #[serde(flatten)]
    ignored: BTreeMap<String, String>,
}

/// The tokens that were issued to a program.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "access_token": "eyJ0eXAiOiJhdCtqd3QiLCJhbGciOiJFZERTQSJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
    "token_type": "bearer",
    "expires_in": 600,
    "refresh_token": "a9Tm0gPz3KcYJ5iZ1sV7qX4nB8wRfLh2uEoDkMjC6yQ.Zr5vNq0pWcX8kTb3hJ1mLs7dFy2gUe9aQo4iKx6wRtM",
}))]
pub struct Tokens {
    /// For `Authorization: Bearer …`: a JSON Web Token (RFC 9068).
    access_token: String,
    /// `bearer`.
    token_type: &'static str,
    /// How long the access token is valid, in seconds.
    expires_in: i64,
    /// For the next request for tokens; valid once.
    refresh_token: String,
}

/// Get tokens
///
/// Logs a program in with an email address and a password, or issues the next tokens for a refresh token. A refresh
/// token that is used a second time ends its session: log in again.
#[utoipa::path(
    post,
    path = "/token",
    operation_id = "getToken",
    tag = "Tokens",
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "The tokens", body = Tokens), TokenRateLimited, TokenFailures, CrossOriginRefused),
)]
#[post("/token", data = "<form>")]
pub async fn issue(
    form: Result<Form, ApiError>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<Json<Tokens>, ApiError> {
    let form = form?;
    match form.need("grant_type", own::GRANT_TYPE_MISSING)? {
        "password" => log_in(&form, &client, accounts).await,
        "refresh_token" => refresh(&form, &client, accounts).await,
        _ => Err(refused(Status::BadRequest, "unsupported_grant_type", own::GRANT_TYPE_UNKNOWN)),
    }
}

async fn log_in(form: &Form, client: &Client, accounts: &Accounts) -> Result<Json<Tokens>, ApiError> {
    let email = form.need("username", own::CREDENTIALS_MISSING)?;
    let password = Password::typed(form.need("password", own::CREDENTIALS_MISSING)?);
    let issued = accounts.log_in_program(&Credentials { email, password }, client).await;
    issued.map(Json::from).map_err(|error| match error {
        LogInError::Invalid(_) | LogInError::Refused => invalid_grant(own::CREDENTIALS_REFUSED),
        LogInError::Unverified => invalid_grant(shared::EMAIL_UNVERIFIED),
        LogInError::Failure(failure) => failed(failure),
    })
}

async fn refresh(form: &Form, client: &Client, accounts: &Accounts) -> Result<Json<Tokens>, ApiError> {
    let text = form.need("refresh_token", own::REFRESH_TOKEN_MISSING)?;
    let token = RefreshToken::parse(text).ok_or_else(|| invalid_grant(own::REFRESH_TOKEN_REFUSED))?;
    let issued = accounts.tokens().refresh(&token, client).await;
    issued.map(Json::from).map_err(|error| match error {
        RefreshError::Refused => invalid_grant(own::REFRESH_TOKEN_REFUSED),
        RefreshError::Failure(failure) => failed(failure),
    })
}

fn invalid_grant(description: &str) -> ApiError {
    refused(Status::BadRequest, "invalid_grant", description)
}

/// Revoke a token
///
/// Ends the session of a refresh token or an access token, so that the program is logged out. A token that is not valid
/// is no error.
#[utoipa::path(
    post,
    path = "/token/revoke",
    operation_id = "revokeToken",
    tag = "Tokens",
    request_body(content = RevocationRequest, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "It opens nothing any more"), TokenFailures, CrossOriginRefused),
)]
#[post("/token/revoke", data = "<form>")]
pub async fn revoke(
    form: Result<Form, ApiError>,
    client: Client,
    accounts: &State<Accounts>,
) -> Result<(), ApiError> {
    let form = form?;
    let token = form.need("token", own::TOKEN_MISSING)?;
    accounts.tokens().revoke(token, &client).await.map_err(failed)
}

impl From<IssuedTokens> for Json<Tokens> {
    fn from(issued: IssuedTokens) -> Self {
        Self(Tokens {
            access_token: issued.access.expose().to_owned(),
            token_type: "bearer",
            expires_in: issued.expires_in.whole_seconds(),
            refresh_token: issued.refresh.expose(),
        })
    }
}
