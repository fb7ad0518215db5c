//! How long ago something was, and exactly when.

use frontdesk_browser_tests::{House, JavaScript, Past, with_and_without_javascript};

with_and_without_javascript!(a_time_tells_its_age_and_the_moment);

async fn a_time_tells_its_age_and_the_moment(house: &House) {
    let frontdesk = &house.frontdesk;
    frontdesk.welcome(["ada@example.com", "ben@example.com"]).await;
    frontdesk.command(&["admin", "grant", "ada@example.com", "--unconfirmed"]);
    let past = Past { email: "ben@example.com", signed_up: "2026-01-12 08:14:00", last_log_in: None };
    frontdesk.remember(&past);
    let administrator = house.visitor().await;
    administrator.log_in("ada@example.com").await;
    administrator.open("/admin/users").await;
    let times = administrator.texts("#users time").await;
    assert_eq!(times, ["just now", "just now", "12 Jan 2026, 08:14 UTC"], "a year ago is a date");
    assert_eq!(
        administrator.attribute("#users tr:last-child time", "title").await.as_deref(),
        Some(match house.javascript {
            // In the time zone of the reader, who is on this machine.
            JavaScript::On => "January 12, 2026 at 8:14:00 AM UTC",
            JavaScript::Off => "12 Jan 2026, 08:14 UTC",
        })
    );
    let iso = administrator.attribute("#users tr:last-child time", "datetime").await;
    assert_eq!(iso.as_deref(), Some("2026-01-12T08:14:00Z"));
}
