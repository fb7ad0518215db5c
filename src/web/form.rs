//! What the forms share: how a password is read, and how a page comes back that could not be accepted.

use std::collections::BTreeMap;

use rocket::data::{Data, FromData};
use rocket::form::error::ErrorKind;
use rocket::form::{self, FromForm, FromFormField, ValueField};
use rocket::http::Status;
use rocket::outcome::Outcome;
use rocket::{Request, data};
use serde::Serialize;

use super::notice::Notice;
use super::page::Page;
use crate::accounts::Failure;
use crate::domain::{FieldErrors, Password};
use crate::http::{failure, messages};

/// The sentences at each field, as the templates take them.
pub type Errors = BTreeMap<&'static str, Vec<String>>;

pub fn errors(found: &FieldErrors) -> Errors {
    let mut errors = Errors::new();
    for (field, mistake) in found.iter() {
        errors.entry(field.name()).or_default().push(messages::mistake(field, mistake));
    }
    errors
}

/// A form as it was sent. One that is too large is answered with 413, and one that is none with 400: Rocket says 413 of
/// both.
pub struct Form<T>(T);

impl<T> Form<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

#[rocket::async_trait]
impl<'r, T: FromForm<'r>> FromData<'r> for Form<T> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> data::Outcome<'r, Self> {
        match form::Form::<T>::from_data(request, data).await {
            Outcome::Success(form) => Outcome::Success(Self(form.into_inner())),
            Outcome::Error((_, errors)) => Outcome::Error((status(&errors), ())),
            Outcome::Forward(unread) => Outcome::Forward(unread),
        }
    }
}

fn status(errors: &form::Errors<'_>) -> Status {
    let is_over_limit =
        |error: &form::Error<'_>| matches!(error.kind, ErrorKind::InvalidLength { max: Some(_), .. });
    if errors.iter().any(is_over_limit) { Status::PayloadTooLarge } else { Status::BadRequest }
}

impl<'r> FromFormField<'r> for Password {
    fn from_value(field: ValueField<'r>) -> form::Result<'r, Self> {
        Ok(Self::typed(field.value))
    }

    /// A form without the field is one in which nothing was typed.
    fn default() -> Option<Self> {
        Some(Self::typed(""))
    }
}

impl<V: Serialize> Page<V> {
    /// The page with its mistakes.
    pub fn rejected(self) -> Self {
        self.status(Status::UnprocessableEntity)
    }

    /// The page as it was, saying that it was not the person's doing.
    pub fn failed(self, failure: &Failure) -> Self {
        failure::log(failure);
        let notice = match failure {
            Failure::TooManyAttempts { .. } => Notice::TooManyAttempts,
            Failure::Unavailable { .. } => Notice::Unavailable,
            Failure::Unexpected(_) => Notice::Unexpected,
        };
        let (status, retry_after) = failure::answer(failure);
        self.status(status).notice(notice).retry_after(retry_after)
    }
}
