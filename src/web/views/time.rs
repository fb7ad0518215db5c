//! Times as pages show them.

use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

use crate::domain::time_text;

const ISO: StaticFormatDescription = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");

/// For `<time datetime="{iso}">{text}</time>`.
#[derive(Debug, Serialize)]
pub struct Time {
    iso: String,
    text: String,
}

impl From<OffsetDateTime> for Time {
    fn from(time: OffsetDateTime) -> Self {
        let iso = time.to_offset(time::UtcOffset::UTC).format(ISO).unwrap_or_default();
        Self { iso, text: time_text(time) }
    }
}
