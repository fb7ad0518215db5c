//! The confirmation of an email address by its owner.

use time::Duration;

use crate::harness::{App, PASSWORD};

const EMAIL: &str = "alice@example.com";

#[rocket::async_test]
async fn the_link_shows_a_button_and_only_the_button_confirms() {
    let app = App::new().await;
    let mut alice = app.member("Alice@Example.com").await;
    let account = alice.get("/account").await;
    assert!(account.has("#unverified"));
    assert_eq!(account.text("#email-state").as_deref(), Some("Not confirmed yet. Change email address"));
    let mail = app.last_mail_to("Alice@example.com", "Confirm your email address").await;
    assert!(mail.html.contains("Confirm email address") && mail.html.contains(&mail.token()));
    assert!(mail.text.contains("Alice@Example.com"), "as typed: {}", mail.text);

    // Mail scanners prefetch links any number of times, so a GET must have no effect.
    for _ in 0..3 {
        let page = app.browser().get(&mail.link()).await;
        assert_eq!((page.status, page.text("h1").as_deref()), (200, Some("Confirm your email address")));
        assert_eq!(page.header("Referrer-Policy"), Some("strict-origin"));
        assert_eq!(page.header("Cache-Control"), Some("no-store"));
        assert_eq!(page.attribute("#token", "value"), Some(mail.token()));
    }
    assert!(alice.get("/account").await.has("#unverified"), "nothing has happened yet");

    let done = alice.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!((done.status, done.location()), (303, Some("/account")));
    let account = alice.get("/account").await;
    assert_eq!(account.flash().as_deref(), Some("Thanks! Your email address is confirmed."));
    assert!(!account.has("#unverified"));
    assert_eq!(account.text("#email-state").as_deref(), Some("Confirmed. Change email address"));

    for answer in [
        app.browser().post("/confirm", &[("token", &mail.token())]).await,
        app.browser().get(&mail.link()).await,
    ] {
        assert_eq!(
            (answer.status, answer.text("h1").as_deref()),
            (410, Some("This link has expired or was already used"))
        );
    }
    assert_eq!(app.events(), ["signed_up", "email_verified"]);
}

#[rocket::async_test]
async fn it_works_where_nobody_is_logged_in_and_not_after_three_days() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let first = app.last_mail_to(EMAIL, "Confirm").await;
    app.later(Duration::days(3));
    assert_eq!(app.browser().get(&first.link()).await.status, 410);

    let mut alice = app.browser();
    alice.log_in(EMAIL, PASSWORD).await;
    let sent = alice.post("/account/email/verification", &[]).await;
    assert_eq!((sent.status, sent.location()), (303, Some("/account")));
    assert!(
        alice.get("/account").await.flash().is_some_and(|text| text.starts_with("We've sent you a new link"))
    );
    let second = app.last_mail_to(EMAIL, "Confirm").await;
    let mut phone = app.browser();
    let done = phone.post("/confirm", &[("token", &second.token())]).await;
    assert_eq!((done.status, done.location()), (303, Some("/login")));
    alice.post("/account/email/verification", &[]).await;
    assert_eq!(app.mail_to(EMAIL).await.iter().filter(|mail| mail.subject.starts_with("Confirm")).count(), 2);
}

#[rocket::async_test]
async fn a_newer_link_ends_the_older_one() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let first = app.last_mail_to(EMAIL, "Confirm").await;
    alice.post("/account/email/verification", &[]).await;
    let second = app.last_mail_to(EMAIL, "Confirm").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(app.browser().post("/confirm", &[("token", &first.token())]).await.status, 410);
    assert_eq!(app.browser().post("/confirm", &[("token", &second.token())]).await.status, 303);
}

#[rocket::async_test]
async fn of_many_who_follow_a_link_at_once_one_uses_it() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let token = app.last_mail_to(EMAIL, "Confirm").await.token();
    let attempts = (0..8).map(|_| {
        let (mut browser, token) = (app.browser(), token.clone());
        async move { browser.post("/confirm", &[("token", &token)]).await.status }
    });
    let mut statuses = rocket::futures::future::join_all(attempts).await;
    statuses.sort_unstable();
    assert_eq!(statuses, [303, 410, 410, 410, 410, 410, 410, 410]);
}

#[rocket::async_test]
async fn new_links_have_a_limit() {
    let app = App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 2;
        config.rate_limits.mail_per_hour = 1;
    })
    .await;
    let mut alice = app.member(EMAIL).await;
    for _ in 0..2 {
        assert_eq!(alice.post("/account/email/verification", &[]).await.status, 303);
    }
    let page = alice.post("/account/email/verification", &[]).await;
    assert_eq!(page.status, 429);
    let wait: u64 = page.header("Retry-After").and_then(|wait| wait.parse().ok()).expect("a time to wait");
    assert!((3_000..=3_600).contains(&wait), "{wait}");
}

#[rocket::async_test]
async fn where_it_is_required_nobody_gets_in_before() {
    let app = App::with(|config| config.verification.required = true).await;
    let mut alice = app.browser();
    let answer = alice.sign_up(EMAIL, PASSWORD).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/check-mail")));
    assert!(answer.cookie("session").is_none());
    assert_eq!(alice.get("/check-mail").await.text("h1").as_deref(), Some("Check your email"));
    let refused = alice.log_in(EMAIL, PASSWORD).await;
    let told = "Confirm your email address first. We've sent you a link.";
    assert_eq!((refused.status, refused.flash().as_deref()), (422, Some(told)));
    let wrong = alice.log_in(EMAIL, "a wrong guess").await;
    assert_eq!(wrong.flash().as_deref(), Some("Email or password is wrong, or the account is disabled."));
    let program = alice.ask_for_tokens(EMAIL, PASSWORD).await;
    assert_eq!((program.status, program.json_text("/error_description").as_str()), (400, told));

    let mail = app.last_mail_to(EMAIL, "Confirm").await;
    assert_eq!(alice.post("/confirm", &[("token", &mail.token())]).await.location(), Some("/login"));
    assert_eq!(alice.log_in(EMAIL, PASSWORD).await.status, 303);
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn for_some_hours_one_may_come_in_without() {
    let app = App::with(|config| {
        config.verification.required = true;
        config.verification.grace_hours = 24;
    })
    .await;
    let mut alice = app.member(EMAIL).await;
    assert!(alice.get("/account").await.has("#unverified"));
    app.later(Duration::hours(24));
    assert!(!alice.is_logged_in().await, "the session is over with the grace");
    assert_eq!(alice.log_in(EMAIL, PASSWORD).await.status, 422);
    let mail = app.last_mail_to(EMAIL, "Confirm").await;
    alice.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!(alice.log_in(EMAIL, PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn whoever_has_a_hand_on_the_machine_gets_in() {
    let app = App::with(|config| config.verification.required = true).await;
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    let mut root = app.browser();
    let fields = [("token", token.as_str()), ("email", "root@example.org"), ("password", PASSWORD)];
    assert_eq!(root.post("/setup", &fields).await.location(), Some("/admin"));
    assert_eq!(root.get("/admin").await.status, 200);
}
