//! The tokens that programs get instead of a session cookie, and the keys that sign them.

mod bearer;
mod issue;
mod secret_keys;
mod service;
mod signing_keys;
mod stored_keys;

pub use bearer::{BearerError, TokenBearer};
pub use issue::RefreshError;
pub use secret_keys::SecretKeyStatus;
pub use service::Tokens;
pub use signing_keys::{KeyStatus, OldKeys, RotateKeysError, RotatedKey};
pub use stored_keys::{StoredKeyError, verify_stored_keys};
