//! Wrong passwords inside a session: they count, the owner gets a mail about them, and the session ends.

use rocket::futures::future::join_all;

use crate::harness::{Answer, App, Browser, PASSWORD};

const EMAIL: &str = "alice@example.com";

/// Every page that asks for the current password.
const DOORS: [&str; 3] = ["/account/confirm", "/account/password", "/account/email"];

async fn give(browser: &mut Browser<'_>, path: &str, password: &str) -> Answer {
    let others = [("new_password", "quiet lantern meadow"), ("new_email", "new@example.com")];
    let fields: Vec<_> = [("current_password", password)].into_iter().chain(others).collect();
    browser.post(path, &fields).await
}

async fn guess(browser: &mut Browser<'_>, path: &str, times: usize) {
    for _ in 0..times {
        assert_eq!(give(browser, path, "a wrong guess").await.status, 422, "{path}");
    }
}

#[rocket::async_test]
async fn ten_of_them_end_the_session_and_the_owner_is_told_once() {
    for path in DOORS {
        let app = App::new().await;
        let mut owner = app.member(EMAIL).await;
        let thief = owner.clone().from([203, 0, 113, 9]).header("User-Agent", "guesser/1.0");
        let mut there = thief.clone();
        guess(&mut there, path, 9).await;
        assert!(there.is_logged_in().await, "not yet");
        let last = give(&mut there, path, "a wrong guess").await;
        assert_eq!((last.status, last.location()), (303, Some("/login")), "{path}");
        assert!(!there.cookies.contains_key("session"), "{path}");
        assert_eq!(
            there.get("/login").await.flash().as_deref(),
            Some("Too many wrong passwords, so you've been logged out. Log in again to continue.")
        );
        assert!(!owner.is_logged_in().await, "it was the owner's session, too");

        let mut again = thief.clone();
        let to_log_in = format!("/login?next={}", path.replace('/', "%2F"));
        let dead = give(&mut again, path, PASSWORD).await;
        assert_eq!(dead.location(), Some(to_log_in.as_str()), "the cookie is dead");
        let mut expected = vec!["signed_up"];
        expected.extend(["password_confirmation_failed"; 10]);
        expected.push("session_ended_by_failures");
        assert_eq!(app.events(), expected, "{path}");
        let from = app.database.texts(
            "SELECT DISTINCT address AS value FROM events WHERE kind = 'password_confirmation_failed'",
        );
        assert_eq!(from, [Some("203.0.113.9".to_owned())]);
        let mails = app.mail_to(EMAIL).await;
        let told: Vec<_> =
            mails.iter().filter(|mail| mail.subject.starts_with("You were logged out")).collect();
        assert_eq!(told.len(), 1, "{path}");
        assert!(told[0].text.contains("203.0.113.9") && told[0].text.contains("guesser"), "{}", told[0].text);
        assert!(told[0].text.contains("/password-reset"), "what to do");
        assert_eq!(owner.log_in(EMAIL, PASSWORD).await.status, 303);
        let activity = owner.get("/account/activity").await;
        assert!(activity.body.contains("Logged out after too many wrong passwords"));
        assert!(activity.body.contains("203.0.113.9"), "the owner sees from where");
    }
}

#[rocket::async_test]
async fn a_right_one_begins_the_count_anew() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    for _ in 0..3 {
        guess(&mut alice, "/account/confirm", 9).await;
        assert_eq!(give(&mut alice, "/account/confirm", PASSWORD).await.location(), Some("/account"));
    }
    guess(&mut alice, "/account/email", 9).await;
    assert_eq!(give(&mut alice, "/account/email", PASSWORD).await.location(), Some("/account"));
    guess(&mut alice, "/account/password", 9).await;
    assert_eq!(give(&mut alice, "/account/password", PASSWORD).await.location(), Some("/account"));
    guess(&mut alice, "/account/confirm", 9).await;
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn what_is_left_empty_is_no_guess() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    for _ in 0..12 {
        assert_eq!(give(&mut alice, "/account/confirm", "").await.status, 422);
    }
    assert!(alice.is_logged_in().await);
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn each_session_has_a_count_of_its_own() {
    let app = App::new().await;
    let mut here = app.member(EMAIL).await;
    let mut there = app.browser();
    there.log_in(EMAIL, PASSWORD).await;
    guess(&mut there, "/account/confirm", 9).await;
    guess(&mut here, "/account/confirm", 9).await;
    give(&mut there, "/account/confirm", "a wrong guess").await;
    assert!(here.is_logged_in().await && !there.is_logged_in().await);
}

#[rocket::async_test]
async fn they_count_towards_the_lock_which_keeps_the_owner_in() {
    let app = App::with(|config| config.rate_limits.most_failures = 5).await;
    let owner = app.member(EMAIL).await;
    for _ in 0..2 {
        app.browser().from([203, 0, 113, 9]).log_in(EMAIL, "a wrong guess").await;
    }
    // The attacker has all of the owner's cookies.
    let mut thief = owner.clone().from([203, 0, 113, 9]);
    guess(&mut thief, "/account/confirm", 2).await;
    assert_eq!(app.browser().log_in(EMAIL, PASSWORD).await.status, 303, "the count begins anew");
    guess(&mut thief, "/account/confirm", 4).await;
    assert!(!app.events().contains(&"account_locked".to_owned()), "four in a row");
    guess(&mut thief, "/account/confirm", 1).await;
    assert_eq!(app.events().last().map(String::as_str), Some("account_locked"));
    assert_eq!(app.browser().from([203, 0, 113, 9]).log_in(EMAIL, PASSWORD).await.status, 422, "a stranger");
    app.last_mail_to(EMAIL, "Too many wrong passwords").await;
    guess(&mut thief, "/account/confirm", 2).await;
    give(&mut thief, "/account/confirm", "a wrong guess").await;
    assert_eq!(app.database.count("sessions"), 1, "the one that was opened meanwhile");

    let mut own = owner.clone();
    assert!(!own.is_logged_in().await, "its session has ended");
    assert_eq!(
        own.log_in(EMAIL, PASSWORD).await.status,
        303,
        "the owner's own browser is known all the same"
    );
}

#[rocket::async_test]
async fn of_many_at_once_no_more_are_answered() {
    let app = App::new().await;
    let thief = app.member(EMAIL).await;
    let guesses = (0..24).map(|_| {
        let mut browser = thief.clone();
        async move { give(&mut browser, "/account/confirm", "a wrong guess").await }
    });
    let answers = join_all(guesses).await;
    let told = answers.iter().filter(|answer| answer.status == 422).count();
    assert_eq!(told, 9);
    for answer in answers.iter().filter(|answer| answer.status != 422) {
        assert_eq!(answer.status, 303);
        assert!(answer.location().is_some_and(|path| path.starts_with("/login")), "{:?}", answer.location());
    }
    let ended = app.events().into_iter().filter(|kind| kind == "session_ended_by_failures").count();
    assert_eq!(ended, 1);
    assert_eq!(app.mail_to(EMAIL).await.len(), 2, "to confirm the address, and about this once");
}
