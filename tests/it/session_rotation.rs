//! A session gets a new token whenever it gains rights, so that a copy of the old token becomes invalid.

use time::Duration;

use crate::harness::{Answer, App, Browser, PASSWORD};

const EMAIL: &str = "alice@example.com";

/// Asserts that the browser got another cookie with this answer, and that a copy of the old cookie is invalid.
async fn assert_rotated(browser: &mut Browser<'_>, mut copy: Browser<'_>, answer: &Answer) {
    assert_eq!(answer.status, 303);
    assert!(answer.cookie("session").is_some(), "the new one comes with the answer");
    assert_ne!(browser.cookies["session"], copy.cookies["session"]);
    assert!(browser.is_logged_in().await);
    assert!(!copy.is_logged_in().await, "a copy of the old cookie");
}

#[rocket::async_test]
async fn a_confirmed_password_rotates_it() {
    for (path, other) in [
        ("/account/confirm", ("next", "/account")),
        ("/account/password", ("new_password", "quiet lantern meadow")),
        ("/account/email", ("new_email", "alice@example.org")),
    ] {
        let app = App::new().await;
        let mut alice = app.member(EMAIL).await;
        let copy = alice.clone();
        let answer = alice.post(path, &[("current_password", PASSWORD), other]).await;
        assert_rotated(&mut alice, copy, &answer).await;
        assert_eq!(app.database.count("sessions"), 1, "{path}: it is the same session");
        let device = alice.cookies["device"].clone();
        assert!(answer.cookie("device").is_none(), "{path}: the browser stays known as it is: {device}");
    }
}

#[rocket::async_test]
async fn a_wrong_password_does_not() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let before = alice.cookies["session"].clone();
    let wrong = alice.post("/account/confirm", &[("current_password", "a wrong guess")]).await;
    assert_eq!((wrong.status, wrong.cookie("session").is_none()), (422, true));
    assert_eq!(alice.cookies["session"], before);
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn the_cookie_lasts_as_long_as_the_session_still_may() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mut alice = app.browser();
    let fields = [("email", EMAIL), ("password", PASSWORD), ("remember", "yes")];
    alice.post("/login", &fields).await;
    app.later(Duration::days(10));
    let kept = alice.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    let age = kept.cookie("session").and_then(|cookie| cookie.max_age()).expect("a cookie that is kept");
    assert!((Duration::days(20) - age).abs() < Duration::minutes(1), "{age}");

    let mut short = app.browser();
    short.log_in(EMAIL, PASSWORD).await;
    let dropped = short.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    assert_eq!(dropped.cookie("session").expect("a cookie").max_age(), None, "when the browser is closed");
}

#[rocket::async_test]
async fn becoming_the_first_administrator_rotates_it_and_ends_the_others() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let mut elsewhere = app.browser();
    elsewhere.log_in(EMAIL, PASSWORD).await;
    let (access, _) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    let copy = alice.clone();
    let answer = alice.post("/setup", &[("token", &token)]).await;
    assert_eq!(answer.location(), Some("/admin"));
    assert_rotated(&mut alice, copy, &answer).await;
    assert_eq!(alice.get("/admin/users").await.status, 200);
    assert!(!elsewhere.is_logged_in().await, "nor is another session of theirs an administrator's");
    assert_eq!(app.browser().bearing(&access).get("/users/me").await.status, 401, "nor a program's");
}

#[rocket::async_test]
async fn whom_another_administrator_promotes_logs_in_again() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    let (access, refresh) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    app.database.execute("UPDATE users SET email_verified_at = created_at");
    assert_eq!(root.post("/admin/users/2/make-admin", &[]).await.status, 303);
    assert!(!alice.is_logged_in().await);
    assert_eq!(app.browser().bearing(&access).get("/admin/api/users").await.status, 401);
    assert_eq!(app.browser().refresh(&refresh).await.status, 400);
    assert!(root.is_logged_in().await);
    alice.log_in(EMAIL, PASSWORD).await;
    assert_eq!(alice.get("/admin/users").await.status, 200);
}
