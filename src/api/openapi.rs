//! The API's description, made from the code (OpenAPI 3.1), and the answers that many of its operations share.

use std::collections::BTreeMap;

use rocket::http::{ContentType, Header};
use rocket::{Responder, State, get};
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{
    ContentBuilder, Ref, RefOr, Response, ResponseBuilder, Schema, Server, Type, schema::ObjectBuilder,
};
use utoipa::{IntoResponses, OpenApi, ToSchema};

use super::refusal::{Error, ValidationError};
use super::sign_up::NewAccount;
use super::token::TokenError;
use super::{admin, keys, me, sign_up, token};
use crate::domain::PublicUrl;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Frontdesk",
        description = "Sign-up, tokens, and the register of users, for programs. Times are UTC (RFC 3339).",
        license(name = "MIT OR Apache-2.0", identifier = "MIT OR Apache-2.0"),
    ),
    paths(
        sign_up::submit,
        me::show,
        token::issue,
        token::revoke,
        keys::publish,
        admin::users::list,
        admin::user::show,
    ),
    components(schemas(Error, ValidationError, TokenError)),
    tags(
        (name = "Users", description = "Signing up, and who one is"),
        (name = "Tokens", description = "Logging programs in and out, and verifying what they bring"),
        (name = "Administration", description = "The register of users, for administrators"),
    ),
)]
struct Api;

/// The whole description of the API at this address, where new passwords have at least so many characters.
pub fn describe(public_url: &PublicUrl, minimum_password_length: usize) -> utoipa::openapi::OpenApi {
    let mut document = Api::openapi();
    set_minimum_password_length(&mut document, minimum_password_length);
    document.servers = Some(vec![Server::new(public_url.to_string())]);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("An access token of `POST /token`"))
        .build();
    document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

/// The macros know only what does not change.
fn set_minimum_password_length(document: &mut utoipa::openapi::OpenApi, minimum: usize) {
    let schemas = document.components.as_mut().map(|components| &mut components.schemas);
    let new_account = schemas.and_then(|schemas| schemas.get_mut(NewAccount::name().as_ref()));
    if let Some(RefOr::T(Schema::Object(new_account))) = new_account
        && let Some(RefOr::T(Schema::Object(password))) = new_account.properties.get_mut("password")
    {
        password.min_length = Some(minimum);
    }
}

/// The description as text.
pub struct Served(String);

impl Served {
    pub fn new(document: &utoipa::openapi::OpenApi) -> Self {
        Self(serde_json::to_string(document).unwrap_or_default())
    }
}

#[derive(Responder)]
pub struct Description<'a> {
    text: &'a str,
    content_type: ContentType,
    cache: Header<'static>,
}

#[get("/openapi.json")]
pub fn show(served: &State<Served>) -> Description<'_> {
    Description {
        text: &served.0,
        content_type: ContentType::JSON,
        cache: Header::new("Cache-Control", "public, max-age=300"),
    }
}

/// No capacity, or a mistake on our side.
pub struct Failures;

/// Too many attempts.
pub struct Limited;

/// The same in the words of RFC 6749.
pub struct TokenLimited;

/// The same for those who get tokens, and what is wrong with their requests, in the words of RFC 6749.
pub struct TokenFailures;

/// The body is too large, or no JSON.
pub struct Unreadable;

/// A browser was made to send it by a page of another site.
pub struct FromOtherSites;

/// There is no access token, or it is no good.
pub struct Unauthorized;

/// The same, or whose it is is no administrator.
pub struct AdministratorsOnly;

type Responses = BTreeMap<String, RefOr<Response>>;

impl IntoResponses for Failures {
    fn responses() -> Responses {
        failures::<Error>()
    }
}

impl IntoResponses for Limited {
    fn responses() -> Responses {
        [too_many_attempts::<Error>()].into()
    }
}

impl IntoResponses for TokenLimited {
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

impl IntoResponses for FromOtherSites {
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
        answer::<T>(500, "A mistake on our side; nothing was changed", &[]),
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
