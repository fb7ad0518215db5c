//! How far clocks may differ.

use time::{Duration, OffsetDateTime};

/// How far the clocks of the machines that share a database may differ. A time further ahead comes from a clock that
/// was wrong.
pub const CLOCK_TOLERANCE: Duration = Duration::minutes(5);

pub fn is_ahead(date: OffsetDateTime, now: OffsetDateTime) -> bool {
    date > now + CLOCK_TOLERANCE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_ahead_when_no_clock_can_differ_so_much() {
        let now = OffsetDateTime::UNIX_EPOCH;
        for (date, expected) in [
            (now, false),
            (now + CLOCK_TOLERANCE, false),
            (now + CLOCK_TOLERANCE + Duration::microseconds(1), true),
            (now - Duration::days(1), false),
        ] {
            assert_eq!(is_ahead(date, now), expected, "{date}");
        }
    }
}
