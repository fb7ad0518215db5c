//! The responses that many operations of the API share, for its description.

use std::collections::BTreeMap;

use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::{ContentBuilder, Ref, RefOr, Response, ResponseBuilder, Type, schema::ObjectBuilder};
use utoipa::{IntoResponses, ToSchema};

use super::api_error::Error;
use super::token_error::TokenError;

/// No capacity, or an error of the server.
pub struct Failures;

/// Too many attempts.
pub struct RateLimited;

/// Too many attempts, in the format of RFC 6749.
pub struct TokenRateLimited;

/// Failures and invalid requests at the token endpoint, in the format of RFC 6749.
pub struct TokenFailures;

/// The body is too large, or not JSON.
pub struct Unreadable;

/// A page of another site made the browser send the request.
pub struct CrossOriginRefused;

/// The access token is missing or not valid.
pub struct Unauthorized;

/// The access token is missing or not valid, or it is not an administrator's.
pub struct AdministratorsOnly;

type Responses = BTreeMap<String, RefOr<Response>>;

impl IntoResponses for Failures {
    fn responses() -> Responses {
        failures::<Error>()
    }
}

impl IntoResponses for RateLimited {
    fn responses() -> Responses {
        [too_many_attempts::<Error>()].into()
    }
}

impl IntoResponses for TokenRateLimited {
    fn responses() -> Responses {
        [too_many_attempts::<TokenError>()].into()
    }
}

impl IntoResponses for TokenFailures {
    fn responses() -> Responses {
        let mut responses = failures::<TokenError>();
        responses.extend([
            answer::<TokenError>(400, "The request is wrong, or the credentials are", &[]),
            answer::<TokenError>(413, "The body is too large", &[]),
            answer::<TokenError>(415, "The body is no form", &[]),
        ]);
        responses
    }
}

impl IntoResponses for Unreadable {
    fn responses() -> Responses {
        [
            answer::<Error>(413, "The body is too large", &[]),
            answer::<Error>(415, "The body is not sent as JSON", &[]),
        ]
        .into()
    }
}

impl IntoResponses for CrossOriginRefused {
    fn responses() -> Responses {
        [answer::<Error>(403, "A page of another site sent it, and may not", &[])].into()
    }
}

impl IntoResponses for Unauthorized {
    fn responses() -> Responses {
        [
            answer::<Error>(400, "There is more than one Authorization header", &[AUTHENTICATE]),
            answer::<Error>(401, "There is no access token, or it is not valid", &[AUTHENTICATE]),
        ]
        .into()
    }
}

impl IntoResponses for AdministratorsOnly {
    fn responses() -> Responses {
        let mut responses = Unauthorized::responses();
        responses.extend([answer::<Error>(
            403,
            "The access token is not an administrator's",
            &[AUTHENTICATE],
        )]);
        responses
    }
}

const AUTHENTICATE: (&str, Type, &str) = ("WWW-Authenticate", Type::String, "What to bring (RFC 6750)");
const RETRY_AFTER: (&str, Type, &str) = ("Retry-After", Type::Integer, "Seconds to wait before the next try");

fn too_many_attempts<T: ToSchema>() -> (String, RefOr<Response>) {
    answer::<T>(429, "Too many attempts", &[RETRY_AFTER])
}

fn failures<T: ToSchema>() -> Responses {
    [
        answer::<T>(500, "An error of the server; nothing was changed", &[]),
        answer::<T>(503, "No capacity right now; nothing was changed", &[RETRY_AFTER]),
    ]
    .into()
}

fn answer<T: ToSchema>(
    status: u16,
    description: &str,
    headers: &[(&str, Type, &str)],
) -> (String, RefOr<Response>) {
    let schema = Ref::from_schema_name(T::name());
    let mut response = ResponseBuilder::new()
        .description(description)
        .content("application/json", ContentBuilder::new().schema(Some(schema)).build());
    for (name, kind, about) in headers {
        let schema = ObjectBuilder::new().schema_type(kind.clone());
        response = response
            .header(*name, HeaderBuilder::new().schema(Some(schema)).description(Some(*about)).build());
    }
    (status.to_string(), response.build().into())
}
