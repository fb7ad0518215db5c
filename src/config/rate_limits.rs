//! How often one may try.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct RateLimits {
    /// Off for load tests.
    pub enabled: bool,
    /// Sign-ups, log-ins and password changes that one client may try at once, and then a minute.
    pub client_burst: u32,
    pub client_per_minute: u32,
    /// Log-ins that may be tried for one address, from anywhere, at once, and then a minute.
    pub address_burst: u32,
    pub address_per_minute: u32,
    /// Mails to one address that anybody may cause at once, and then an hour.
    pub mail_burst: u32,
    pub mail_per_hour: u32,
    /// After so many wrong passwords in a row strangers cannot log in to an account any more, whatever they type
    /// (NIST SP 800-63B-4, section 3.2.2, allows at most 100).
    pub most_failures: u32,
}

impl Default for RateLimits {
    fn default() -> Self {
        Self {
            enabled: true,
            client_burst: 200,
            client_per_minute: 60,
            address_burst: 20,
            address_per_minute: 6,
            mail_burst: 5,
            mail_per_hour: 6,
            most_failures: 100,
        }
    }
}
