//! A stored password hash in the PHC string format, as `$argon2id$v=19$m=65536,t=3,p=4$salt$tag`.

use std::fmt;

/// A hash for the database or from it. Its contents are checked when a password is verified, not here.
#[derive(Clone, PartialEq, Eq)]
pub struct PhcString(String);

impl PhcString {
    pub fn new(text: String) -> Self {
        Self(text)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PhcString {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("PhcString")
    }
}
