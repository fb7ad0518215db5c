//! The public keys, for services that verify access tokens themselves.

use rocket::http::Header;
use rocket::{Responder, State, get};
use serde::Serialize;
use utoipa::ToSchema;

use super::api_error::ApiError;
use super::json::Json;
use super::responses::Failures;
use crate::accounts::Accounts;
use crate::domain::{PUBLISHED_KEYS_KEPT, PublicKey, SigningAlgorithm};

/// The keys that sign access tokens (RFC 7517).
#[derive(Serialize, ToSchema)]
pub struct JwkSet {
    keys: Vec<Jwk>,
}

/// One public key.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "kty": "OKP",
    "crv": "Ed25519",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
    "kid": "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k",
    "alg": "EdDSA",
    "use": "sig",
}))]
struct Jwk {
    /// `OKP` or `EC`.
    kty: &'static str,
    /// `Ed25519` or `P-256`.
    crv: &'static str,
    /// Encoded as base64url.
    x: String,
    /// Encoded as base64url; only for `P-256`.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    y: Option<String>,
    /// The id of the key in the header of a token: the thumbprint of the key (RFC 7638).
    kid: String,
    /// `EdDSA` or `ES256`.
    alg: &'static str,
    #[serde(rename = "use")]
    used_for: &'static str,
}

#[derive(Responder)]
pub struct Published {
    keys: Json<JwkSet>,
    cache: Header<'static>,
}

/// Get the public keys
///
/// Returns the keys with which another service verifies access tokens without a request to this server. New keys are
/// published before they sign, and old keys until their last token has expired.
#[utoipa::path(
    get,
    path = "/.well-known/jwks.json",
    operation_id = "publicKeys",
    tag = "Tokens",
    responses(
        (
            status = 200, description = "The keys, the oldest first", body = JwkSet,
            headers(("Cache-Control" = String, description = "How long to keep them"))
        ),
        Failures,
    ),
)]
#[get("/.well-known/jwks.json")]
pub async fn publish(accounts: &State<Accounts>) -> Result<Published, ApiError> {
    let keys = accounts.tokens().public_keys().await?.into_iter().map(Jwk::from).collect();
    let cache = format!("public, max-age={}", PUBLISHED_KEYS_KEPT.whole_seconds());
    Ok(Published { keys: Json(JwkSet { keys }), cache: Header::new("Cache-Control", cache) })
}

impl From<PublicKey> for Jwk {
    fn from(key: PublicKey) -> Self {
        let (kty, crv) = match key.algorithm {
            SigningAlgorithm::EdDsa => ("OKP", "Ed25519"),
            SigningAlgorithm::Es256 => ("EC", "P-256"),
        };
        Self { kty, crv, x: key.x, y: key.y, kid: key.id, alg: key.algorithm.code(), used_for: "sig" }
    }
}
