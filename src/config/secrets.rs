//! The keys that encrypt stored secrets which must be read back.

use std::path::PathBuf;

use super::Secret;
use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Secrets {
        /// Holds the key; the first start makes it, for its owner alone (0600). Unset: `secrets.key` in the data folder.
        /// Every node needs the same.
        #[takes("File")]
        key_file: Option<PathBuf> = None,

        /// The key itself, in place of a file, as `openssl rand -base64 32` makes it. Older keys, which still decrypt,
        /// follow it, each after a space. Shown in no log.
        #[takes("32 octets in base64")]
        key: Option<Secret> = None,
    }
}
