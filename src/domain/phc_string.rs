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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_stays_as_it_was_stored_and_debug_says_only_its_name() {
        let hash = PhcString::new("$2b$12$ of another kind".into());
        assert_eq!((hash.as_str(), format!("{hash:?}").as_str()), ("$2b$12$ of another kind", "PhcString"));
    }
}
