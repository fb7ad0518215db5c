//! The keys that encrypt what is stored and must be read back.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use super::Secret;

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Secrets {
    /// A file that holds them; made at the first start. Default: `secrets.key` in the data folder.
    pub key_file: Option<PathBuf>,
    /// In the place of a file: 32 octets in base64; older ones, which still open, behind it.
    pub key: Option<Secret>,
}
