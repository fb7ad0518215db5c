//! Converts times: the database stores them in UTC, without a time zone.

use time::{OffsetDateTime, PrimitiveDateTime};

pub fn to_stored(time: OffsetDateTime) -> PrimitiveDateTime {
    let utc = time.to_offset(time::UtcOffset::UTC);
    PrimitiveDateTime::new(utc.date(), utc.time())
}

pub fn from_stored(time: PrimitiveDateTime) -> OffsetDateTime {
    time.assume_utc()
}
