//! Times go in and out of the database as UTC without a zone.

use time::{OffsetDateTime, PrimitiveDateTime};

pub fn to_stored(time: OffsetDateTime) -> PrimitiveDateTime {
    let utc = time.to_offset(time::UtcOffset::UTC);
    PrimitiveDateTime::new(utc.date(), utc.time())
}

pub fn from_stored(time: PrimitiveDateTime) -> OffsetDateTime {
    time.assume_utc()
}
