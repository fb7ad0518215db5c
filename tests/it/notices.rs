//! The mails that owners get when something happens to their account.

use crate::harness::{App, PASSWORD};

const EMAIL: &str = "alice@example.com";
const FIREFOX: &str = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";

async fn subjects(app: &App) -> Vec<String> {
    app.mail_to(EMAIL).await.into_iter().map(|mail| mail.subject).collect()
}

const NEW_LOG_IN: &str = "New log-in to your Frontdesk account";

#[rocket::async_test]
async fn a_log_in_with_a_browser_that_was_never_here_is_told_and_the_next_one_is_not() {
    let app = App::new().await;
    let mut own = app.member(EMAIL).await;
    own.post("/logout", &[]).await;
    own.log_in(EMAIL, PASSWORD).await;
    assert_eq!(
        subjects(&app).await,
        ["Confirm your email address for Frontdesk"],
        "her own browser is known"
    );

    let mut new = app.browser().from([203, 0, 113, 9]).header("User-Agent", FIREFOX);
    new.log_in(EMAIL, PASSWORD).await;
    let mail = app.last_mail_to(EMAIL, NEW_LOG_IN).await;
    assert!(mail.text.contains("Firefox on Linux") && mail.text.contains("203.0.113.9"), "{}", mail.text);
    assert!(mail.text.contains("/password-reset"), "what to do: {}", mail.text);
    new.post("/logout", &[]).await;
    new.log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), 2);
}

#[rocket::async_test]
async fn the_cookie_that_recognizes_a_browser_is_kept_for_a_year_and_as_a_digest() {
    let app = App::new().await;
    let mut alice = app.browser();
    let answer = alice.sign_up(EMAIL, PASSWORD).await;
    let cookie = answer.cookie("device").expect("a cookie");
    assert_eq!(cookie.http_only(), Some(true));
    assert_eq!(cookie.max_age(), Some(time::Duration::days(365)));
    assert_eq!(cookie.value().len(), 43);
    let device = cookie.value().to_owned();
    alice.post("/logout", &[]).await;
    assert_eq!(alice.cookies.get("device"), Some(&device), "it outlives the session");
    let stored = app.database.texts(if app.database.is_sqlite() {
        "SELECT hex(token_digest) AS value FROM known_devices"
    } else {
        "SELECT encode(token_digest, 'hex') AS value FROM known_devices"
    });
    assert_eq!(stored.len(), 1);
    assert_eq!(stored[0].as_deref().map(str::len), Some(64), "a SHA-256");
    app.later(time::Duration::days(366));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("known_devices"), 0);
}

#[rocket::async_test]
async fn what_one_person_left_in_a_browser_recognizes_nobody_else() {
    let app = App::new().await;
    let mut shared = app.member("mallory@example.com").await;
    let copied = shared.cookies["device"].clone();
    shared.post("/logout", &[]).await;
    app.member(EMAIL).await;
    assert_eq!(shared.log_in(EMAIL, PASSWORD).await.status, 303);
    assert_ne!(shared.cookies["device"], copied);
    let before = subjects(&app).await.len();
    let mut elsewhere = app.browser();
    elsewhere.cookies.insert("device".into(), copied);
    elsewhere.log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), before + 1, "a copy of it is new to her account");
}

#[rocket::async_test]
async fn after_an_upgrade_a_browser_on_a_known_network_is_no_news() {
    let app = App::new().await;
    let mut own = app.member(EMAIL).await;
    app.database.execute("DELETE FROM known_devices");
    own.log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), 1);
    app.database.execute("DELETE FROM known_devices");
    own.from([203, 0, 113, 9]).log_in(EMAIL, PASSWORD).await;
    app.last_mail_to(EMAIL, NEW_LOG_IN).await;
}

#[rocket::async_test]
async fn whoever_keeps_no_cookie_fills_neither_the_mailbox_nor_the_table() {
    let app = App::new().await;
    app.member(EMAIL).await;
    for _ in 0..60 {
        app.browser().log_in(EMAIL, PASSWORD).await;
    }
    assert_eq!(subjects(&app).await.iter().filter(|subject| *subject == NEW_LOG_IN).count(), 20);
    assert_eq!(app.database.count("known_devices"), 50);
}

#[rocket::async_test]
async fn a_new_password_is_news_to_every_browser_but_the_one_that_set_it() {
    let app = App::new().await;
    let mut own = app.member(EMAIL).await;
    let mut other = app.browser();
    other.log_in(EMAIL, PASSWORD).await;
    let change = [("current_password", PASSWORD), ("new_password", "copper meadow thistle")];
    own.post("/account/password", &change).await;
    let before = subjects(&app).await.len();
    own.log_in(EMAIL, "copper meadow thistle").await;
    assert_eq!(subjects(&app).await.len(), before);
    other.log_in(EMAIL, "copper meadow thistle").await;
    app.last_mail_to(EMAIL, NEW_LOG_IN).await;

    own.post("/password-reset", &[("email", EMAIL)]).await;
    let reset = app.last_mail_to(EMAIL, "Set a new password").await;
    let fields = [("token", reset.token()), ("new_password", PASSWORD.to_owned())];
    own.post("/password-reset/new", &fields.each_ref().map(|(name, value)| (*name, value.as_str()))).await;
    let before = subjects(&app).await.len();
    own.log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), before);
    other.log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), before + 1);
}

#[rocket::async_test]
async fn a_program_from_a_network_that_was_never_here_is_told() {
    let app = App::new().await;
    app.member(EMAIL).await;
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), 1, "from where she signed up");
    let mut elsewhere = app.browser().from([203, 0, 113, 9]).header("User-Agent", "shelf/2.1");
    elsewhere.ask_for_tokens(EMAIL, PASSWORD).await;
    let mail = app.last_mail_to(EMAIL, NEW_LOG_IN).await;
    assert!(mail.text.contains("shelf"), "{}", mail.text);
    elsewhere.ask_for_tokens(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await.len(), 2);
}

#[rocket::async_test]
async fn the_first_log_in_of_all_is_no_news() {
    let app = App::new().await;
    let made = app
        .browser()
        .post_json("/users/signup", &format!(r#"{{"email":"{EMAIL}","password":"{PASSWORD}"}}"#))
        .await;
    assert_eq!(made.status, 201);
    app.browser().log_in(EMAIL, PASSWORD).await;
    assert_eq!(subjects(&app).await, ["Confirm your email address for Frontdesk"]);
}

#[rocket::async_test]
async fn a_changed_password_and_a_closed_account_are_told() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await.header("User-Agent", FIREFOX);
    let change = [("current_password", PASSWORD), ("new_password", "copper meadow thistle")];
    alice.post("/account/password", &change).await;
    let mail = app.last_mail_to(EMAIL, "Your Frontdesk password was changed").await;
    assert!(mail.text.contains("Firefox on Linux") && mail.text.contains("192.0.2.1"), "{}", mail.text);
    alice.post("/account/close", &[]).await;
    let mail = app.last_mail_to(EMAIL, "Your Frontdesk account is closed").await;
    assert!(mail.text.contains("will be deleted after") && mail.text.contains("/login"), "{}", mail.text);
}

#[rocket::async_test]
async fn what_was_written_is_part_of_what_one_takes_along() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    app.mail_to(EMAIL).await;
    let file = alice.post("/account/export", &[]).await;
    let json = file.json();
    assert_eq!(json["mails"][0]["kind"], "email_verification");
    assert!(json["mails"][0]["sent_at"].is_string());
    assert_eq!(json["devices"].as_array().map(Vec::len), Some(1));
    for secret in ["digest", &alice.cookies["device"]] {
        assert!(!file.body.contains(secret), "{secret}");
    }
}
