//! How far clocks may differ.

use time::{Duration, OffsetDateTime};

/// How far the clocks of the machines that share a database may differ. A time further ahead comes from a clock that
/// was wrong.
pub const CLOCK_TOLERANCE: Duration = Duration::minutes(5);

pub fn is_ahead(date: OffsetDateTime, now: OffsetDateTime) -> bool {
    date > now + CLOCK_TOLERANCE
}
