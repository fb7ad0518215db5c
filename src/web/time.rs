//! Times as pages show them.

use serde::Serialize;
use time::OffsetDateTime;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

const ISO: StaticFormatDescription = format_description!("[year]-[month]-[day]T[hour]:[minute]:[second]Z");
const TEXT: StaticFormatDescription =
    format_description!("[day padding:none] [month repr:short] [year], [hour]:[minute] UTC");

/// For `<time datetime="{iso}">{text}</time>`.
#[derive(Debug, Serialize)]
pub struct Time {
    iso: String,
    text: String,
}

impl From<OffsetDateTime> for Time {
    fn from(time: OffsetDateTime) -> Self {
        let time = time.to_offset(time::UtcOffset::UTC);
        let format = |format| time.format(format).unwrap_or_default();
        Self { iso: format(ISO), text: format(TEXT) }
    }
}
