//! What the forms share: how a password is read, and how a page comes back that could not be accepted.

use std::collections::BTreeMap;

use rocket::form::{self, FromFormField, ValueField};
use rocket::http::Status;
use serde::Serialize;

use super::frame::Page;
use super::notice::Notice;
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
