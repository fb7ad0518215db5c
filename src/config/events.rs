//! The audit trail.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Events {
    /// How long an event is kept. A little more than a year, so that what happens once a year can be compared.
    pub kept_days: u32,
}

impl Default for Events {
    fn default() -> Self {
        Self { kept_days: 400 }
    }
}
