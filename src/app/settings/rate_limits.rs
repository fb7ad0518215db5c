//! How often one may try.

use std::time::Duration;

use super::bounds::positive;
use crate::accounts::{RateLimit, RateLimits};
use crate::config::{self, ConfigError};

const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3_600);

pub fn rate_limits(limits: &config::RateLimits) -> Result<Option<RateLimits>, ConfigError> {
    let client = RateLimit {
        burst: positive("rate_limits.client_burst", limits.client_burst)?,
        refill: MINUTE / positive("rate_limits.client_per_minute", limits.client_per_minute)?.get(),
    };
    let address = RateLimit {
        burst: positive("rate_limits.address_burst", limits.address_burst)?,
        refill: MINUTE / positive("rate_limits.address_per_minute", limits.address_per_minute)?.get(),
    };
    let mail = RateLimit {
        burst: positive("rate_limits.mail_burst", limits.mail_burst)?,
        refill: HOUR / positive("rate_limits.mail_per_hour", limits.mail_per_hour)?.get(),
    };
    Ok(limits.enabled.then_some(RateLimits { client, address, mail }))
}
