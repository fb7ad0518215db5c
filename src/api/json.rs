//! JSON in requests and responses: a body is parsed into the type of its flow, or refused with the reason.

use std::fmt;

use rocket::Request;
use rocket::data::{Data, FromData, Outcome};
use rocket::http::Status;
use rocket::response::{self, Responder};
use serde::de::{DeserializeOwned, Deserializer, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Serialize};
use serde_json::error::Category;
use zeroize::Zeroizing;

use super::api_error::ApiError;
use super::json_response::json_response;
use super::messages;
use crate::http::body::{self, BodyError};

/// A value that a request or a response contains as JSON.
pub struct Json<T>(pub T);

impl<T: DeserializeOwned> Json<T> {
    async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Self, ApiError> {
        if !request.content_type().is_some_and(|sent| sent.is_json()) {
            return Err(ApiError::saying(Status::UnsupportedMediaType, messages::NO_JSON));
        }
        let body = body::read(request, data, "json").await.map_err(|error| match error {
            BodyError::TooLarge => ApiError::saying(Status::PayloadTooLarge, messages::TOO_LARGE),
            BodyError::Unreadable => ApiError::saying(Status::BadRequest, messages::UNREADABLE),
        })?;
        Self::parse(&body)
    }

    /// Parses a JSON object. Anything else is refused first, because serde accepts an array of the fields for an
    /// object.
    fn parse(body: &[u8]) -> Result<Self, ApiError> {
        let malformed = || ApiError::saying(Status::BadRequest, messages::JSON_MALFORMED);
        let of_body = |code, message: &str| ApiError::invalid([("body", code, message.to_owned())]);
        if body.trim_ascii_start().first() != Some(&b'{') {
            let is_json = serde_json::from_slice::<IgnoredAny>(body).is_ok();
            return Err(if is_json { of_body("no_object", messages::NO_OBJECT) } else { malformed() });
        }
        serde_json::from_slice(body).map(Self).map_err(|error| match error.classify() {
            Category::Data => of_body("unexpected_field", messages::UNEXPECTED_FIELD),
            Category::Syntax | Category::Eof | Category::Io => malformed(),
        })
    }
}

#[rocket::async_trait]
impl<'r, T: DeserializeOwned> FromData<'r> for Json<T> {
    type Error = ApiError;

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        ApiError::outcome(Self::read(request, data).await)
    }
}

impl<'r, T: Serialize> Responder<'r, 'static> for Json<T> {
    fn respond_to(self, _request: &'r Request<'_>) -> response::Result<'static> {
        serde_json::to_string(&self.0).map(json_response).map_err(|_| Status::InternalServerError)
    }
}

/// A field of type string, which may be missing or have another type. It may contain a password.
#[derive(Default)]
pub enum Text {
    #[default]
    Missing,
    OfAnotherType,
    Is(Zeroizing<String>),
}

impl Text {
    /// The text that was sent; empty if the field is missing or not a string.
    pub fn typed(&self) -> &str {
        match self {
            Self::Missing | Self::OfAnotherType => "",
            Self::Is(text) => text,
        }
    }

    pub fn is_of_another_type(&self) -> bool {
        matches!(self, Self::OfAnotherType)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("anything")
    }

    fn visit_str<E>(self, text: &str) -> Result<Text, E> {
        Ok(Text::Is(Zeroizing::new(text.to_owned())))
    }

    fn visit_bool<E>(self, _: bool) -> Result<Text, E> {
        Ok(Text::OfAnotherType)
    }

    fn visit_i64<E>(self, _: i64) -> Result<Text, E> {
        Ok(Text::OfAnotherType)
    }

    fn visit_u64<E>(self, _: u64) -> Result<Text, E> {
        Ok(Text::OfAnotherType)
    }

    fn visit_f64<E>(self, _: f64) -> Result<Text, E> {
        Ok(Text::OfAnotherType)
    }

    fn visit_unit<E>(self) -> Result<Text, E> {
        Ok(Text::OfAnotherType)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Text, A::Error> {
        while items.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Text::OfAnotherType)
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Text, A::Error> {
        while entries.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Text::OfAnotherType)
    }
}
