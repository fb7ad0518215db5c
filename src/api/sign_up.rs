//! Sign-up, for programs.

use rocket::http::Status;
use rocket::{Responder, State, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::api_error::{ApiError, Error, ValidationError};
use super::idempotency::Repeatable;
use super::json::{Json, Text};
use super::messages as own;
use super::responses::{CrossOriginRefused, Failures, RateLimited, Unreadable};
use crate::accounts::{Accounts, CreateAccountError, CreatedAccount, SignUp, SignUpError};
use crate::domain::{Client, Field, Password};
use crate::http::messages;
use crate::locale::english;

/// The email address and the password of a new account.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "email": "alice@example.com", "password": "SecurePass123" }))]
pub struct NewAccount {
    #[serde(default)]
    #[schema(value_type = String, format = Email, max_length = 254, required)]
    email: Text,
    /// Common and guessable passwords are refused.
    #[serde(default)]
    #[schema(value_type = String, format = Password, min_length = 8, max_length = 256, required)]
    password: Text,
    /// Whether the user has accepted the terms. Some sites require it; elsewhere it has no effect.
    #[serde(default)]
    #[schema(default = false)]
    accept_terms: bool,
}

/// The account that was created.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({ "id": 1, "email": "alice@example.com" }))]
pub struct NewUser {
    id: i64,
    /// The email address as it was sent.
    email: String,
}

/// The response in private mode, whether the address is registered or not.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({ "detail": "Check your email: a link is on its way." }))]
pub struct PendingUser {
    detail: &'static str,
}

/// The successful responses.
#[derive(Responder)]
pub enum SignedUp {
    #[response(status = 201)]
    Registered(Json<NewUser>),
    #[response(status = 202)]
    Pending(Json<PendingUser>),
}

/// Sign up
///
/// Creates an account. All spellings of an address belong to one account, and the rules are those of the sign-up page.
/// The sign-up does not log in: get tokens afterwards.
#[utoipa::path(
    post,
    path = "/users/signup",
    operation_id = "signUp",
    tag = "Users",
    params(
        (
            "Idempotency-Key" = Option<String>, Header, nullable = false, min_length = 1, max_length = 255, pattern = "^[!-~]+$",
            description = "Makes a repeated request safe: for a day the same key, address and password get the answer of the first success."
        ),
    ),
    request_body = NewAccount,
    responses(
        (status = 201, description = "The account was made", body = NewUser),
        (status = 202, description = "In private mode: a link is on its way to the address", body = PendingUser),
        (status = 400, description = "The address is registered, the body is no JSON, or the key is none", body = Error),
        (
            status = 422, body = ValidationError,
            description = "Something in it cannot be accepted, or the key was used for another request"
        ),
        Unreadable, CrossOriginRefused, RateLimited, Failures,
    ),
)]
#[post("/users/signup", data = "<body>")]
pub async fn submit(
    key: Result<Repeatable, ApiError>,
    client: Client,
    accounts: &State<Accounts>,
    body: Result<Json<NewAccount>, ApiError>,
) -> Result<SignedUp, ApiError> {
    let (Repeatable(key), Json(NewAccount { email, password, accept_terms })) = (key?, body?);
    let form = SignUp { email: email.typed(), password: Password::typed(password.typed()), accept_terms };
    let created = accounts.create_account(form, key, &client).await.map_err(|error| {
        refused(error, |field| match field {
            Field::Email => email.is_of_another_type(),
            Field::Password => password.is_of_another_type(),
            _ => false,
        })
    })?;
    Ok(match created {
        CreatedAccount::Registered { id, email } => {
            SignedUp::Registered(Json(NewUser { id: id.0, email: email.as_typed().to_owned() }))
        }
        CreatedAccount::Pending => SignedUp::Pending(Json(PendingUser { detail: own::CHECK_MAIL })),
    })
}

/// The response to an error. A field of another type counts as empty, except that its mistake is `wrong_type`.
fn refused(error: CreateAccountError, is_of_another_type: impl Fn(Field) -> bool) -> ApiError {
    match error {
        CreateAccountError::KeyReused => {
            ApiError::invalid([("Idempotency-Key", "key_reused", own::KEY_REUSED.to_owned())])
        }
        CreateAccountError::SignUp(SignUpError::DuplicateEmail(_)) => {
            ApiError::saying(Status::BadRequest, own::EMAIL_TAKEN)
        }
        CreateAccountError::SignUp(SignUpError::Invalid(errors)) => {
            ApiError::invalid(errors.iter().map(|(field, mistake)| match is_of_another_type(field) {
                true => (field.name(), "wrong_type", own::WRONG_TYPE.to_owned()),
                false => (field.name(), mistake.code(), english(&messages::mistake(field, mistake))),
            }))
        }
        CreateAccountError::SignUp(SignUpError::Failure(failure)) => failure.into(),
    }
}
