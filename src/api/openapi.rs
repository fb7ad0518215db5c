//! The description of the API, generated from the code (OpenAPI 3.1).

use rocket::http::{ContentType, Header};
use rocket::{Responder, State, get};
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityScheme};
use utoipa::openapi::{RefOr, Schema, Server};
use utoipa::{OpenApi, ToSchema};

use super::api_error::{Error, ValidationError};
use super::sign_up::NewAccount;
use super::token_error::TokenError;
use super::{admin, keys, me, sign_up, token};
use crate::domain::PublicUrl;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Frontdesk",
        description = "Sign-up, tokens, and the list of users, for programs. Times are UTC (RFC 3339).",
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
        (name = "Users", description = "Signing up, and the current user"),
        (name = "Tokens", description = "Logging programs in and out, and verifying access tokens"),
        (name = "Administration", description = "The list of users, for administrators"),
    ),
)]
struct Api;

/// What a new account needs here: these are settings, which the macros cannot know.
#[derive(Clone, Copy, Debug)]
pub struct NewAccountRules {
    /// In characters.
    pub minimum_password_length: usize,
    pub are_terms_required: bool,
}

/// The whole description of the API at `public_url`.
pub fn describe(public_url: &PublicUrl, rules: NewAccountRules) -> utoipa::openapi::OpenApi {
    let mut document = Api::openapi();
    set_rules(&mut document, rules);
    document.servers = Some(vec![Server::new(public_url.to_string())]);
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("JWT")
        .description(Some("An access token of `POST /token`"))
        .build();
    document.components.get_or_insert_default().add_security_scheme("bearer", SecurityScheme::Http(bearer));
    document
}

fn set_rules(document: &mut utoipa::openapi::OpenApi, rules: NewAccountRules) {
    let schemas = document.components.as_mut().map(|components| &mut components.schemas);
    let new_account = schemas.and_then(|schemas| schemas.get_mut(NewAccount::name().as_ref()));
    let Some(RefOr::T(Schema::Object(new_account))) = new_account else { return };
    if let Some(RefOr::T(Schema::Object(password))) = new_account.properties.get_mut("password") {
        password.min_length = Some(rules.minimum_password_length);
    }
    if rules.are_terms_required
        && let Some(serde_json::Value::Object(example)) = &mut new_account.example
    {
        example.insert("accept_terms".to_owned(), true.into());
    }
}

/// The description, serialized once.
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
