//! A moment as people read it, on a page and in a mail.

use time::OffsetDateTime;
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

const TEXT: StaticFormatDescription =
    format_description!("[day padding:none] [month repr:short] [year], [hour]:[minute] UTC");

/// As `22 Nov 2026, 14:03 UTC`.
pub fn time_text(time: OffsetDateTime) -> String {
    time.to_offset(time::UtcOffset::UTC).format(TEXT).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use time::macros::datetime;

    use super::*;

    #[test]
    fn a_moment_is_shown_in_utc() {
        assert_eq!(time_text(datetime!(2026-11-02 01:03 +02:00)), "1 Nov 2026, 23:03 UTC");
    }
}
