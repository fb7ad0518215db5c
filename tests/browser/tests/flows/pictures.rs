//! Screenshots of the real program for the README. They go to a temporary folder, which shows that they can be taken,
//! and with `FRONTDESK_UPDATE_IMAGES=1` to `docs/images`.

use std::env;
use std::path::{Path, PathBuf};

use frontdesk_browser_tests::{House, JavaScript, Past, Screen};

/// For each user the address, when they signed up, and when they last logged in.
const PEOPLE: [(&str, &str, Option<&str>); 12] = [
    ("noor.haddad@example.com", "2026-01-12 08:14:00", Some("2026-06-02 07:51:00")),
    ("tomasz.wolski@example.org", "2026-01-19 16:40:00", Some("2026-05-30 18:22:00")),
    ("ingrid.solberg@example.com", "2026-02-03 11:05:00", Some("2026-06-01 09:37:00")),
    ("kwame.mensah@example.org", "2026-02-21 19:28:00", Some("2026-04-11 20:03:00")),
    ("lucia.ferrari@example.com", "2026-03-02 07:56:00", None),
    ("spam.kettle@example.org", "2026-03-09 02:31:00", Some("2026-03-09 02:33:00")),
    ("hana.novak@example.com", "2026-03-27 13:12:00", Some("2026-06-02 06:45:00")),
    ("oliver.grant@example.com", "2026-04-08 10:20:00", Some("2026-05-18 12:00:00")),
    ("mei.tanaka@example.org", "2026-04-30 22:49:00", Some("2026-05-31 23:10:00")),
    ("daniel.okafor@example.com", "2026-05-14 09:02:00", Some("2026-05-29 15:34:00")),
    ("sofie.lindqvist@example.org", "2026-05-26 17:33:00", None),
    ("rafael.moreno@example.com", "2026-06-01 12:25:00", Some("2026-06-01 12:58:00")),
];

#[tokio::test]
async fn the_pages_can_be_photographed() {
    let house = House::open(JavaScript::On);
    let temporary = tempfile::tempdir().expect("a folder for the pictures");
    let folder = match env::var_os("FRONTDESK_UPDATE_IMAGES").is_some_and(|wish| wish == "1") {
        true => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/images")),
        false => temporary.path().to_owned(),
    };
    std::fs::create_dir_all(&folder).expect("the folder for the pictures");
    sign_up(&house, &folder).await;
    users(&house, &folder).await;
    house.close().await;
    for name in ["sign-up.png", "sign-up-error-dark-phone.png", "users.png"] {
        let picture = std::fs::read(folder.join(name)).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG"), "{name}");
    }
}

async fn sign_up(house: &House, folder: &Path) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    let screen = Screen { height: 720, ..Screen::DESK };
    visitor.take_picture(screen, &folder.join("sign-up.png")).await;

    let night = Screen { is_dark: true, ..Screen::PHONE };
    visitor.look_on(night).await;
    visitor.fill("Email", "noor.haddad@example").await;
    visitor.fill("Password", "sunshine1").await;
    visitor.press("Sign up").await;
    visitor.take_picture(night, &folder.join("sign-up-error-dark-phone.png")).await;
}

async fn users(house: &House, folder: &Path) {
    let frontdesk = &house.frontdesk;
    frontdesk.welcome(PEOPLE.map(|(email, ..)| email)).await;
    frontdesk.command(&["admin", "grant", "noor.haddad@example.com", "--unconfirmed"]);
    frontdesk.command(&["user", "disable", "spam.kettle@example.org"]);
    let administrator = house.visitor().await;
    administrator.log_in("noor.haddad@example.com").await;
    for (email, signed_up, last_log_in) in PEOPLE {
        frontdesk.remember(&Past { email, signed_up, last_log_in });
    }
    administrator.open("/admin/users").await;
    let screen = Screen { height: 900, ..Screen::DESK };
    administrator.take_picture(screen, &folder.join("users.png")).await;
}
