//! Screenshots of the real program for the README and the gallery. They go to a temporary folder, which shows that they
//! can be taken, and with `FRONTDESK_UPDATE_IMAGES=1` to `docs/images`.

use std::env;
use std::path::{Path, PathBuf};

use frontdesk_browser_tests::{Browser, House, JavaScript, PASSWORD, Past, Screen};
use tempfile::TempDir;

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
    let folder = folder(&temporary);
    sign_up(&house, &folder).await;
    users(&house, &folder).await;
    house.close().await;
    for name in ["sign-up.png", "sign-up-error-dark-phone.png", "users.png"] {
        let picture = std::fs::read(folder.join(name)).expect("a picture");
        assert!(picture.starts_with(b"\x89PNG"), "{name}");
    }
}

/// Ten pages, in a language that is read from left to right and one from right to left, in both colour schemes.
#[tokio::test]
async fn the_gallery_can_be_photographed() {
    let temporary = tempfile::tempdir().expect("a folder for the pictures");
    let folder = folder(&temporary).join("gallery");
    std::fs::create_dir_all(&folder).expect("the folder of the gallery");
    for language in ["en", "ar"] {
        let house = House::open_in(language, &[]);
        let take = async |browser: &Browser, name: &str| {
            for (scheme, is_dark) in [("light", false), ("dark", true)] {
                let screen = Screen { is_dark, ..SMALL };
                browser
                    .take_small_picture(screen, &folder.join(format!("{name}-{language}-{scheme}.webp")))
                    .await;
            }
        };
        for_visitors(&house, &take).await;
        for_members(&house, &take).await;
        house.close().await;
    }
    let gallery = include_str!("../../../../docs/GALLERY.md");
    for picture in std::fs::read_dir(&folder).expect("the gallery") {
        let path = picture.expect("a picture").path();
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        assert!(std::fs::read(&path).expect("a picture").starts_with(b"RIFF"), "{name}");
        assert!(gallery.contains(&name), "{name} is in docs/GALLERY.md");
    }
}

const SMALL: Screen = Screen { width: 1000, height: 680, is_dark: false };

fn folder(temporary: &TempDir) -> PathBuf {
    match env::var_os("FRONTDESK_UPDATE_IMAGES").is_some_and(|wish| wish == "1") {
        true => PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/images")),
        false => temporary.path().to_owned(),
    }
}

async fn for_visitors(house: &House, take: &impl AsyncFn(&Browser, &str)) {
    let visitor = house.visitor().await;
    for (path, name) in [("/", "home"), ("/signup", "sign-up"), ("/login", "log-in")] {
        visitor.open(path).await;
        take(&visitor, name).await;
    }
    let mistakes = [("#email", "noor.haddad@example"), ("#password", "sunshine1")];
    visitor.send("/signup", "#sign-up-form", &mistakes).await;
    take(&visitor, "mistakes").await;
    visitor.send("/password-reset", "#password-reset-form", &[("#email", PEOPLE[0].0)]).await;
    take(&visitor, "check-mail").await;
}

async fn for_members(house: &House, take: &impl AsyncFn(&Browser, &str)) {
    let administrator = furnish(house).await;
    let change = [("#current_password", PASSWORD), ("#new_email", "noor@example.org")];
    administrator.send("/account/email", "#change-email-form", &change).await;
    for (path, name) in [
        ("/account", "account"),
        ("/account/password", "password"),
        ("/admin", "overview"),
        ("/admin/users", "users"),
        ("/admin/users/6", "person"),
    ] {
        administrator.open(path).await;
        take(&administrator, name).await;
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
    let administrator = furnish(house).await;
    administrator.open("/admin/users").await;
    let screen = Screen { height: 900, ..Screen::DESK };
    administrator.take_picture(screen, &folder.join("users.png")).await;
}

/// Adds the users. Returns the browser of an administrator among them.
async fn furnish(house: &House) -> Browser {
    let frontdesk = &house.frontdesk;
    frontdesk.welcome(PEOPLE.map(|(email, ..)| email)).await;
    frontdesk.command(&["admin", "grant", "noor.haddad@example.com", "--unconfirmed"]);
    frontdesk.command(&["user", "disable", "spam.kettle@example.org"]);
    let administrator = house.visitor().await;
    let owner = [("#email", PEOPLE[0].0), ("#password", PASSWORD)];
    administrator.send("/login", "#log-in-form", &owner).await;
    for (email, signed_up, last_log_in) in PEOPLE {
        frontdesk.remember(&Past { email, signed_up, last_log_in });
    }
    administrator
}
