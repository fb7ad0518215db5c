//! How often a client may try.

use std::num::NonZeroU32;
use std::time::Duration;

use crate::accounts::{RateLimit, RateLimits};
use crate::config;

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

pub fn rate_limits(limits: &config::RateLimits) -> Option<RateLimits> {
    limits.enabled.then(|| RateLimits {
        client: bucket(limits.client_burst, limits.client_per_minute, MINUTE),
        address: bucket(limits.address_burst, limits.address_per_minute, MINUTE),
        mail: bucket(limits.mail_burst, limits.mail_per_hour, HOUR),
    })
}

/// `refills` in each `period`. Neither number is 0: their bounds have been checked.
fn bucket(burst: u32, refills: u32, period: Duration) -> RateLimit {
    let at_least_one = |number| NonZeroU32::new(number).unwrap_or(NonZeroU32::MIN);
    RateLimit { burst: at_least_one(burst), refill: period / at_least_one(refills).get() }
}
