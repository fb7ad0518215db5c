//! Which new passwords are accepted.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Passwords {
    /// In code points. NIST SP 800-63B-4 asks for 15 where the password is the only factor, and for 8 otherwise.
    pub minimum_length: usize,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { minimum_length: 8 }
    }
}
