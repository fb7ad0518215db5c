//! Times as pages and mails are given them.

use serde::Serialize;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;
use time::{OffsetDateTime, UtcOffset};

const ISO: StaticFormatDescription = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");

/// For the attribute `datetime` of HTML, and for `date_time(iso=…)`, which writes it in the reader's language.
#[derive(Debug, Serialize)]
pub struct Time {
    iso: String,
}

impl From<OffsetDateTime> for Time {
    fn from(time: OffsetDateTime) -> Self {
        Self { iso: time.to_offset(UtcOffset::UTC).format(ISO).unwrap_or_default() }
    }
}
