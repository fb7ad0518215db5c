//! Which new passwords are accepted.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Passwords {
    /// In code points. NIST SP 800-63B-4 asks for 15 where the password is the only factor, and for 8 otherwise.
    pub minimum_length: usize,
    /// A file with passwords that are refused beside the common ones that are compiled in, one in each line, such as a
    /// list of leaked ones.
    pub blocklist: Option<PathBuf>,
}

impl Default for Passwords {
    fn default() -> Self {
        Self { minimum_length: 8, blocklist: None }
    }
}
