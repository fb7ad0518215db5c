//! Signing up, confirming an address, and leaving.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Signup {
    /// Whether signing up tells nobody which addresses are registered: an account is made by a link in a mail.
    pub private: bool,
}

#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Verification {
    /// Whether somebody has to show that the address is theirs before they may log in.
    pub required: bool,
    /// For so long after signing up they may log in all the same.
    pub grace_hours: u32,
}

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Closing {
    /// How long after its owner has closed it an account is deleted. Until then a log-in brings it back.
    pub deleted_after_days: u32,
}

impl Default for Closing {
    fn default() -> Self {
        Self { deleted_after_days: 14 }
    }
}
