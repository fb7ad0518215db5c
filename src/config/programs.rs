//! Access tokens, and the pages that may call the API.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Tokens {
    /// What new signing keys are for: `EdDSA`, or `ES256` for verifiers that do not know it.
    pub algorithm: String,
    /// How long an access token is good for. Other services accept it for so long, whatever happens here.
    pub access_minutes: u32,
    /// Whom access tokens are for. Default: the public URL.
    pub audience: Option<String>,
}

impl Default for Tokens {
    fn default() -> Self {
        Self { algorithm: "EdDSA".into(), access_minutes: 10, audience: None }
    }
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Api {
    /// Other sites whose pages may call the API: `https://app.example.com`, or `*` for all.
    pub allowed_origins: Vec<String>,
}
