//! Signing up, confirming an address, and closing an account.

use super::section::{TRUE_OR_FALSE, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Signup {
        /// With `true`, signing up and changing one's address do not reveal which addresses are registered: a link in a
        /// mail makes the account. See [private mode](features/private_mode.md).
        #[takes(TRUE_OR_FALSE)]
        private: bool = false,

        /// With `true`, signing up needs a tick that accepts the terms, and the time of it is stored with the account. Needs
        /// `site.terms_url`.
        #[takes(TRUE_OR_FALSE)]
        require_terms: bool = false,
    }
}

section! {
    #[serde(deny_unknown_fields)]
    pub struct Verification {
        /// With `true`, members have to confirm their address before they can be logged in; administrators do not. See
        /// [confirming an address](features/verify_email.md).
        #[takes(TRUE_OR_FALSE)]
        required: bool = false,

        /// How long after signing up members can be logged in all the same, at most a year. Has no effect without
        /// `verification.required`.
        #[takes("Hours", 0..=8_784)]
        grace_hours: u32 = 0,
    }
}

section! {
    #[serde(deny_unknown_fields)]
    pub struct Closing {
        /// How long after its owner has closed it an account is deleted; until then a log-in restores it. It counts from
        /// the closing, also for accounts that were closed before the setting was changed.
        #[takes("Days", 1..=366)]
        deleted_after_days: u32 = 14,
    }
}
