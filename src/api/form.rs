//! The form of a token request: parameters, of which none may be repeated (RFC 6749, section 3.2).

use std::collections::BTreeMap;

use rocket::Request;
use rocket::data::{Data, FromData, Outcome};
use rocket::http::Status;
use zeroize::Zeroizing;

use super::api_error::ApiError;
use super::messages::{self, token};
use super::token_error::refused;
use crate::http::body::{self, BodyError};

/// The parameters that a program sent. They may contain a password.
pub struct Form(BTreeMap<String, Zeroizing<String>>);

impl Form {
    async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Self, ApiError> {
        let invalid = |status, description| refused(status, "invalid_request", description);
        if !request.content_type().is_some_and(|sent| sent.is_form()) {
            return Err(invalid(Status::UnsupportedMediaType, token::NO_FORM));
        }
        let body = body::read(request, data, "form").await.map_err(|error| match error {
            BodyError::TooLarge => invalid(Status::PayloadTooLarge, messages::TOO_LARGE),
            BodyError::Unreadable => invalid(Status::BadRequest, messages::UNREADABLE),
        })?;
        let mut parameters = BTreeMap::new();
        for (name, value) in form_urlencoded::parse(&body) {
            let value = Zeroizing::new(value.into_owned());
            if parameters.insert(name.into_owned(), value).is_some() {
                return Err(invalid(Status::BadRequest, token::PARAMETER_TWICE));
            }
        }
        Ok(Self(parameters))
    }

    /// The value of a required parameter. An empty value counts as missing.
    pub fn need(&self, name: &str, missing: &'static str) -> Result<&str, ApiError> {
        let value = self.0.get(name).map(|value| value.as_str()).filter(|value| !value.is_empty());
        value.ok_or_else(|| refused(Status::BadRequest, "invalid_request", missing))
    }
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Form {
    type Error = ApiError;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        ApiError::outcome(Self::read(request, data).await)
    }
}
