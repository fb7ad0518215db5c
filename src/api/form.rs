//! The form of a token request: names and values, of which none may stand twice (RFC 6749, section 3.2).

use rocket::Request;
use rocket::data::{Data, FromData, Outcome};
use rocket::http::Status;
use zeroize::Zeroizing;

use super::body::{self, BodyError};
use super::messages::{self, token};
use super::refusal::Refusal;
use super::token::refused;

/// What a program has sent. It may be a password.
pub struct Form(Vec<(String, Zeroizing<String>)>);

impl Form {
    async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Self, Refusal> {
        let invalid = |status, description| refused(status, "invalid_request", description);
        if !request.content_type().is_some_and(|sent| sent.is_form()) {
            return Err(invalid(Status::UnsupportedMediaType, token::NO_FORM));
        }
        let body = body::read(request, data, "form").await.map_err(|error| match error {
            BodyError::TooLarge => invalid(Status::PayloadTooLarge, messages::TOO_LARGE),
            BodyError::Unreadable => invalid(Status::BadRequest, messages::UNREADABLE),
        })?;
        let pairs = form_urlencoded::parse(&body);
        Ok(Self(pairs.map(|(name, value)| (name.into_owned(), Zeroizing::new(value.into_owned()))).collect()))
    }

    /// The value of a parameter; an empty one counts as none. A parameter that stands twice is a mistake.
    pub fn get(&self, name: &str) -> Result<Option<&str>, Refusal> {
        let mut values = self.0.iter().filter(|(known, _)| known == name).map(|(_, value)| value.as_str());
        let value = values.next().filter(|value| !value.is_empty());
        match values.next() {
            Some(_) => Err(refused(Status::BadRequest, "invalid_request", token::PARAMETER_TWICE)),
            None => Ok(value),
        }
    }

    /// The value of a parameter that has to be there.
    pub fn need(&self, name: &str, missing: &'static str) -> Result<&str, Refusal> {
        self.get(name)?.ok_or_else(|| refused(Status::BadRequest, "invalid_request", missing))
    }
}

#[rocket::async_trait]
impl<'r> FromData<'r> for Form {
    type Error = Refusal;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        match Self::read(request, data).await {
            Ok(form) => Outcome::Success(form),
            Err(refusal) => Outcome::Error((refusal.status(), refusal)),
        }
    }
}
