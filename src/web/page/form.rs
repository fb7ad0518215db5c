//! What the forms share: how a password is read, and the sentences at the fields of one that is not accepted.

use std::collections::BTreeMap;

use rocket::form::{self, FromFormField, ValueField};

use crate::domain::{EmailAddress, FieldErrors, Password};
use crate::http::messages;
use crate::locale::Message;

/// The sentences at each field, as the templates take them.
pub type Errors = BTreeMap<&'static str, Vec<Message>>;

pub fn errors(found: &FieldErrors) -> Errors {
    let mut errors = Errors::new();
    for (field, mistake) in found.iter() {
        errors.entry(field.name()).or_default().push(messages::mistake(field, mistake));
    }
    errors
}

/// A checkbox sends something or nothing; a form written by hand may send an explicit no.
pub fn is_yes(value: Option<&str>) -> bool {
    value.is_some_and(|value| !matches!(value, "" | "0" | "no" | "off" | "false"))
}

/// The address that was probably meant, for a hint, which does not refuse the form.
pub fn suggestion(email: &str) -> Option<String> {
    EmailAddress::parse(email).ok()?.suggestion()
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
