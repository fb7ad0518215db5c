//! The error responses of the API: a status, a sentence, and codes where there are any.

use std::collections::BTreeMap;

use rocket::Request;
use rocket::http::{Header, Status};
use rocket::outcome::Outcome;
use rocket::response::{self, Responder};
use serde::Serialize;
use utoipa::ToSchema;

use super::json_response::json_response;
use super::messages as own;
use crate::accounts::Failure;
use crate::http::{SecurityHeaders, failure, span};

/// What went wrong, as a sentence.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({ "detail": "Not found" }))]
pub struct Error {
    detail: String,
}

/// What is wrong with a request, as a sentence and by field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "detail": "Some of it cannot be accepted.",
    "errors": { "password": [{ "code": "password_too_short", "message": "Use at least 8 characters." }] },
}))]
pub struct ValidationError {
    detail: String,
    /// The mistakes by name of the field; `body` has the mistakes of the body as a whole.
    errors: BTreeMap<&'static str, Vec<FieldError>>,
}

/// One mistake in a field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldError {
    /// The code by which programs distinguish mistakes. Codes may be added, but never change.
    code: &'static str,
    /// A sentence that a program can show to a user.
    message: String,
}

/// An error response.
#[derive(Debug)]
pub struct ApiError {
    status: Status,
    body: String,
    headers: Vec<Header<'static>>,
    /// The cause, which is logged with the response.
    failure: Option<Failure>,
}

impl ApiError {
    pub fn new(status: Status, body: &impl Serialize) -> Self {
        let body = serde_json::to_string(body).unwrap_or_default();
        Self { status, body, headers: Vec::new(), failure: None }
    }

    /// A response with the sentence of the status.
    pub fn of(status: Status) -> Self {
        Self::saying(status, own::error(status))
    }

    pub fn saying(status: Status, detail: impl Into<String>) -> Self {
        Self::new(status, &Error { detail: detail.into() })
    }

    /// 422 with mistakes, each with the field, the code and the sentence.
    pub fn invalid(mistakes: impl IntoIterator<Item = (&'static str, &'static str, String)>) -> Self {
        let mut errors: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (field, code, message) in mistakes {
            errors.entry(field).or_default().push(FieldError { code, message });
        }
        let detail = own::INVALID.to_owned();
        Self::new(Status::UnprocessableEntity, &ValidationError { detail, errors })
    }

    /// The outcome of a guard, for the head of a request or for its body.
    pub fn outcome<T, F>(result: Result<T, Self>) -> Outcome<T, (Status, Self), F> {
        match result {
            Ok(guard) => Outcome::Success(guard),
            Err(refusal) => Outcome::Error((refusal.status, refusal)),
        }
    }

    pub fn header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.headers.push(Header::new(name, value.into()));
        self
    }

    /// The response to a failure. `body` contains what programs may know about it.
    pub fn failed(failure: Failure, body: &impl Serialize) -> Self {
        let (status, retry_after) = failure::answer(&failure);
        let refusal = Self { failure: Some(failure), ..Self::new(status, body) };
        match retry_after {
            Some(wait) => refusal.header("Retry-After", failure::seconds(wait).to_string()),
            None => refusal,
        }
    }
}

impl From<Failure> for ApiError {
    fn from(failure: Failure) -> Self {
        let detail = own::failure(&failure).to_owned();
        Self::failed(failure, &Error { detail })
    }
}

impl<'r> Responder<'r, 'static> for ApiError {
    fn respond_to(self, request: &'r Request<'_>) -> response::Result<'static> {
        if let Some(failure) = &self.failure {
            failure::log(failure, &span(request));
        }
        let mut response = json_response(self.body);
        response.set_status(self.status);
        for header in self.headers {
            response.set_header(header);
        }
        // Rocket runs no fairings on the response to a request that it cannot read.
        if let Some(headers) = request.rocket().state::<SecurityHeaders>() {
            headers.apply(&mut response);
        }
        Ok(response)
    }
}
