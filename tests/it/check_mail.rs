//! "Check your email": the address that this browser typed, another mail, and the way back.

use crate::harness::{App, PASSWORD};

const EMAIL: &str = "alice@example.com";

/// A page without the address on it, which may have places where a line can break.
fn without(page: &str, email: &str) -> String {
    page.replace("<wbr>", "").replace(email, "…")
}

#[rocket::async_test]
async fn it_names_the_address_to_the_browser_that_typed_it() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mut pages = Vec::new();
    for email in [EMAIL, "nobody@example.com"] {
        let mut browser = app.browser();
        browser.post("/password-reset", &[("email", email)]).await;
        let page = browser.get("/check-mail").await;
        assert_eq!(page.text("main strong").as_deref(), Some(email));
        assert_eq!(page.attribute(".hint a", "href").as_deref(), Some("/password-reset"));
        let form = browser.get("/password-reset").await;
        assert_eq!(form.attribute("#email", "value").as_deref(), Some(email), "to be corrected");
        pages.push(without(&page.body, email));
    }
    assert_eq!(pages[0], pages[1], "the page does not say whether there is an account");
    let stranger = app.browser().get("/check-mail").await;
    assert!(!stranger.has("#resend-form") && !stranger.body.contains('@'), "{}", stranger.body);
    assert_eq!(
        app.browser().post("/check-mail", &[]).await.location(),
        Some("/check-mail"),
        "nothing to send"
    );
}

/// What the server does when a mail server refuses the address for good.
fn bounce(app: &App) {
    app.database.execute("UPDATE mails SET given_up_at = created_at, sent_at = NULL, next_attempt_at = NULL");
}

#[rocket::async_test]
async fn a_mail_that_cannot_be_delivered_is_not_on_its_way() {
    let app = App::with(|config| config.verification.required = true).await;
    let mut alice = app.browser();
    assert_eq!(alice.sign_up(EMAIL, PASSWORD).await.location(), Some("/check-mail"));
    assert!(!alice.get("/check-mail").await.has("#undelivered"));
    bounce(&app);
    let page = alice.get("/check-mail").await;
    let told = page.text("#undelivered").expect("what happened");
    assert!(told.starts_with(&format!("We couldn't deliver our email to {EMAIL}.")), "{told}");
    assert_eq!(page.attribute("#undelivered a", "href").as_deref(), Some("/signup"));
    assert!(!page.body.contains("We've sent an email"));
    alice.post("/check-mail", &[]).await;
    assert!(!alice.get("/check-mail").await.has("#undelivered"), "another one is on its way");

    alice.post("/password-reset", &[("email", EMAIL)]).await;
    bounce(&app);
    assert!(!alice.get("/check-mail").await.has("#undelivered"), "that would tell of an account");
}

#[rocket::async_test]
async fn a_member_is_told_that_the_confirmation_came_back() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    assert!(!alice.get("/account").await.has("#undelivered"));
    bounce(&app);
    let page = alice.get("/account").await;
    assert!(page.has("#unverified #undelivered a[href='/account/email']"), "{}", page.body);
    assert!(!page.body.contains("with the link we emailed you"), "it has not come");
    alice.post("/account/email/verification", &[]).await;
    assert!(!alice.get("/account").await.has("#undelivered"), "another one is on its way");
}

#[rocket::async_test]
async fn another_link_for_a_new_password_replaces_the_first() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mut alice = app.browser();
    alice.post("/password-reset", &[("email", EMAIL)]).await;
    let first = app.last_mail_to(EMAIL, "Set a new password").await;
    let again = alice.post("/check-mail", &[]).await;
    assert_eq!((again.status, again.location()), (303, Some("/check-mail")));
    assert_eq!(
        alice.get("/check-mail").await.flash().as_deref(),
        Some("If the address is right, another email is on its way. Only the newest link works.")
    );
    let second = app.last_mail_to(EMAIL, "Set a new password").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(app.browser().get(&first.link()).await.status, 410);
    assert_eq!(app.browser().get(&second.link()).await.status, 200);
}

#[rocket::async_test]
async fn another_mail_waits_for_its_limit_and_says_how_long() {
    let app = App::with(|config| {
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 2;
        config.rate_limits.mail_per_hour = 20;
    })
    .await;
    for email in [EMAIL, "nobody@example.com"] {
        let mut browser = app.browser();
        browser.post("/password-reset", &[("email", email)]).await;
        assert_eq!(browser.post("/check-mail", &[]).await.status, 303);
        let page = browser.post("/check-mail", &[]).await;
        assert_eq!((page.status, page.text("main strong").as_deref()), (429, Some(email)));
        assert_eq!(page.flash().as_deref(), Some("Too many attempts. Try again in 3 minutes."));
        let wait = page.attribute("#resend-form button", "data-wait");
        assert_eq!(wait.as_deref(), page.header("Retry-After"));
    }
}

#[rocket::async_test]
async fn a_sign_up_that_has_to_be_confirmed_can_be_sent_again() {
    let app = App::with(|config| config.verification.required = true).await;
    let mut alice = app.browser();
    alice.sign_up(EMAIL, PASSWORD).await;
    let page = alice.get("/check-mail").await;
    assert_eq!(page.text("main strong").as_deref(), Some(EMAIL));
    assert_eq!(page.attribute(".hint a", "href").as_deref(), Some("/signup"));
    let first = app.last_mail_to(EMAIL, "Confirm").await;
    assert_eq!(alice.post("/check-mail", &[]).await.status, 303);
    let second = app.last_mail_to(EMAIL, "Confirm").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(alice.post("/confirm", &[("token", &second.token())]).await.status, 303);
    let count = app.mail_to(EMAIL).await.len();
    alice.sign_up("bob@example.com", PASSWORD).await;
    app.database.execute("DELETE FROM users WHERE email = 'bob@example.com'");
    assert_eq!(alice.post("/check-mail", &[]).await.status, 303, "also without an account");
    assert_eq!(app.mail_to(EMAIL).await.len(), count, "a confirmed address gets nothing");
}

#[rocket::async_test]
async fn in_private_mode_it_is_sent_again_whether_or_not_there_is_an_account() {
    let app = App::with(|config| config.signup.private = true).await;
    let mut alice = app.browser();
    alice.sign_up(EMAIL, PASSWORD).await;
    let first = app.last_mail_to(EMAIL, "Finish signing up").await;
    assert_eq!(alice.post("/check-mail", &[]).await.status, 303);
    let second = app.last_mail_to(EMAIL, "Finish signing up").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(app.browser().post("/confirm", &[("token", &first.token())]).await.status, 410);
    assert_eq!(alice.post("/confirm", &[("token", &second.token())]).await.status, 303);
    assert_eq!(alice.log_in(EMAIL, PASSWORD).await.status, 303, "with the password that was chosen");

    let (mut again, mut free) = (app.browser(), app.browser());
    again.sign_up(EMAIL, PASSWORD).await;
    free.sign_up("bob@example.com", PASSWORD).await;
    let (known, unknown) = (again.post("/check-mail", &[]).await, free.post("/check-mail", &[]).await);
    assert_eq!((known.status, known.location(), &known.body), (303, unknown.location(), &unknown.body));
    let pages = (again.get("/check-mail").await.body, free.get("/check-mail").await.body);
    assert_eq!(without(&pages.0, EMAIL), without(&pages.1, "bob@example.com"));
    app.last_mail_to(EMAIL, "You already have an account").await;
    for email in [EMAIL, "bob@example.com"] {
        let rows =
            format!("mails WHERE kind = 'sign_up_confirmation' AND email = '{email}' AND sent_at IS NULL");
        assert_eq!(app.database.count(&rows), 0, "{email}: all have been decided on");
    }
}
