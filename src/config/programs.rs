//! Access tokens, and the origins whose pages may call the API.

use serde::{Deserialize, Serialize};

use super::section::{one_of, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Tokens {
        /// The algorithm of the next key that signs access tokens; `ES256` is for verifiers that do not support `EdDSA`.
        /// If it is not that of the newest key, the next start adds a key; see [keys](features/api.md#keys).
        #[takes(one_of::<Algorithm>())]
        algorithm: Algorithm = Algorithm::EdDsa,

        // The maximum is `domain::MAX_ACCESS_TOKEN_LIFETIME`, after which a replaced key is deleted; a test compares them.
        /// How long an access token is valid. Services that verify it by the keys alone accept it for this long,
        /// whatever happens here.
        #[takes("Minutes", 1..=60)]
        access_minutes: u32 = 10,

        /// The `aud` of access tokens. Unset: `public_url`.
        #[takes("Text, not empty")]
        audience: Option<String> = None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(expecting = "a string")]
pub enum Algorithm {
    #[serde(rename = "EdDSA")]
    EdDsa,
    #[serde(rename = "ES256")]
    Es256,
}

section! {
    #[serde(deny_unknown_fields)]
    pub struct Api {
        /// Other sites and apps whose pages may call the API; `["*"]` for all. See
        /// [from pages of other sites](features/api.md#from-pages-of-other-sites).
        #[takes("Origins, as `[\"https://app.example.com\", \"capacitor://localhost\"]`")]
        allowed_origins: Vec<String> = Vec::new(),
    }
}
