//! A form as it was posted: read whole, within bounds, and turned into the type of its flow.

use std::borrow::Cow;
use std::convert::Infallible;

use multer::Multipart;
use rocket::data::{Data, FromData, Outcome};
use rocket::form::{self, FromForm, ValueField};
use rocket::futures::stream;
use rocket::http::Status;
use rocket::{Request, outcome};
use zeroize::Zeroizing;

use crate::http::body::{self, BodyError};

/// What a handler takes. A body that is too large is answered with 413, one that is no form with 400, and one that does not
/// say that it is one with 415.
pub struct Form<T>(T);

impl<T> Form<T> {
    pub fn into_inner(self) -> T {
        self.0
    }
}

/// Names and values, kept as long as the request. They may be passwords.
struct Fields(Vec<(String, Zeroizing<String>)>);

#[rocket::async_trait]
impl<'r, T: FromForm<'r>> FromData<'r> for Form<T> {
    type Error = ();

    async fn from_data(request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r, Self> {
        let form = match read(request, data).await {
            Ok(fields) => {
                let Fields(fields) = request.local_cache(|| fields);
                parse(fields).map_err(|_| Status::BadRequest)
            }
            Err(status) => Err(status),
        };
        match form {
            Ok(form) => outcome::Outcome::Success(Self(form)),
            Err(status) => outcome::Outcome::Error((status, ())),
        }
    }
}

#[expect(
    clippy::disallowed_types,
    reason = "the code that Rocket derives gets fields that this file has read"
)]
fn parse<'r, T: FromForm<'r>>(fields: &'r [(String, Zeroizing<String>)]) -> form::Result<'r, T> {
    form::Form::parse_iter(
        fields.iter().map(|(name, value)| ValueField::from((name.as_str(), value.as_str()))),
    )
}

/// What the form that was posted has in this field, if a handler has read the form.
pub fn typed<'r>(request: &'r Request<'_>, name: &str) -> Option<&'r str> {
    let Fields(fields) = request.local_cache(|| Fields(Vec::new()));
    fields.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

async fn read(request: &Request<'_>, data: Data<'_>) -> Result<Fields, Status> {
    let content_type = request.content_type().ok_or(Status::UnsupportedMediaType)?;
    if content_type.is_form() {
        let body = body::read(request, data, "form").await.map_err(status)?;
        return url_encoded(&body);
    }
    if !content_type.is_form_data() {
        return Err(Status::UnsupportedMediaType);
    }
    let boundary = content_type.param("boundary").ok_or(Status::BadRequest)?;
    let body = body::read(request, data, "data-form").await.map_err(status)?;
    multipart(body, boundary).await.ok_or(Status::BadRequest)
}

fn status(error: BodyError) -> Status {
    match error {
        BodyError::TooLarge => Status::PayloadTooLarge,
        BodyError::Unreadable => Status::BadRequest,
    }
}

fn url_encoded(body: &[u8]) -> Result<Fields, Status> {
    std::str::from_utf8(body).map_err(|_| Status::BadRequest)?;
    let own =
        |(name, value): (Cow<'_, str>, Cow<'_, str>)| (name.into_owned(), Zeroizing::new(value.into_owned()));
    Ok(Fields(form_urlencoded::parse(body).map(own).collect()))
}

/// None if it is no such body, to its end.
async fn multipart(mut body: Zeroizing<Vec<u8>>, boundary: &str) -> Option<Fields> {
    let whole = stream::iter([Ok::<_, Infallible>(std::mem::take(&mut *body))]);
    let mut parts = Multipart::new(whole, boundary);
    let mut fields = Vec::new();
    while let Some(part) = parts.next_field().await.ok()? {
        let name = part.name().unwrap_or_default().to_owned();
        let value = part.bytes().await.ok()?;
        fields.push((name, Zeroizing::new(std::str::from_utf8(&value).ok()?.to_owned())));
    }
    Some(Fields(fields))
}
