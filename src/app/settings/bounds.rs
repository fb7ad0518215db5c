//! Numbers within their bounds.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;

use crate::config::ConfigError;

pub fn positive(key: &str, number: u32) -> Result<NonZeroU32, ConfigError> {
    NonZeroU32::new(number).ok_or_else(|| ConfigError::new(key, "must be at least 1"))
}

pub fn within(key: &str, number: u32, bounds: RangeInclusive<u32>) -> Result<u32, ConfigError> {
    match bounds.contains(&number) {
        true => Ok(number),
        false => {
            let reason = format!("must be from {} to {}", bounds.start(), bounds.end());
            Err(ConfigError::new(key, reason))
        }
    }
}
