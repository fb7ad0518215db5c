//! What a program is told when it does not get what it asked for: a status, a sentence, and codes where there are any.

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
use crate::http::{SecurityHeaders, failure};

/// What went wrong, in words.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({ "detail": "Not found" }))]
pub struct Error {
    detail: String,
}

/// What is wrong with a request, in words, and at each field.
#[derive(Debug, Serialize, ToSchema)]
#[schema(example = json!({
    "detail": "Some of it cannot be accepted.",
    "errors": { "password": [{ "code": "password_too_short", "message": "Use at least 8 characters." }] },
}))]
pub struct ValidationError {
    detail: String,
    /// By the name of the field; what is wrong with the whole body stands at `body`.
    errors: BTreeMap<&'static str, Vec<FieldError>>,
}

/// One thing that is wrong with a field.
#[derive(Debug, Serialize, ToSchema)]
pub struct FieldError {
    /// What programs tell mistakes apart by. Codes may be added; none changes.
    code: &'static str,
    /// What a person can be shown.
    message: String,
}

/// An answer that is no success.
#[derive(Debug)]
pub struct ApiError {
    status: Status,
    body: String,
    headers: Vec<Header<'static>>,
    /// What caused it and is logged with the answer.
    failure: Option<Failure>,
}

impl ApiError {
    pub fn new(status: Status, body: &impl Serialize) -> Self {
        let body = serde_json::to_string(body).unwrap_or_default();
        Self { status, body, headers: Vec::new(), failure: None }
    }

    /// In the words of the status.
    pub fn of(status: Status) -> Self {
        Self::saying(status, own::error(status))
    }

    pub fn saying(status: Status, detail: impl Into<String>) -> Self {
        Self::new(status, &Error { detail: detail.into() })
    }

    /// Mistakes at their fields, by code and sentence.
    pub fn invalid(mistakes: impl IntoIterator<Item = (&'static str, &'static str, String)>) -> Self {
        let mut errors: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (field, code, message) in mistakes {
            errors.entry(field).or_default().push(FieldError { code, message });
        }
        let detail = own::INVALID.to_owned();
        Self::new(Status::UnprocessableEntity, &ValidationError { detail, errors })
    }

    /// What a guard comes to, be it of the head of a request or of its body.
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

    /// The answer to a failure, of which `body` tells what programs may know.
    pub fn failed(failure: Failure, body: &impl Serialize) -> Self {
        let (status, retry_after) = failure::answer(&failure);
        let refusal = Self { failure: Some(failure), ..Self::new(status, body) };
        match retry_after {
            Some(wait) => refusal.header("Retry-After", failure::seconds(wait)),
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
            failure::log(failure);
        }
        let mut response = json_response(self.body);
        response.set_status(self.status);
        for header in self.headers {
            response.set_header(header);
        }
        // A request that Rocket cannot read is answered past all fairings.
        if let Some(headers) = request.rocket().state::<SecurityHeaders>() {
            headers.apply(&mut response);
        }
        Ok(response)
    }
}
