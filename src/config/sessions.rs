//! How long a log-in lasts.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sessions {
    /// A session that is not used for so long is over.
    pub idle_hours: u32,
    /// A session is over after so long, however much it is used (NIST: at most 30 days).
    pub absolute_days: u32,
    /// What the session cookie is called. A second instance on the same host needs another name: browsers send a host's
    /// cookies to all of its ports.
    pub cookie_name: String,
}

impl Default for Sessions {
    fn default() -> Self {
        Self { idle_hours: 14 * 24, absolute_days: 30, cookie_name: "session".into() }
    }
}
