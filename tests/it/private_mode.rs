//! Private mode: the content of an answer does not reveal whether an address is registered. `private_mode_time` compares the
//! times.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use time::Duration;

use crate::harness::{Answer, App, PASSWORD};

const TAKEN: &str = "alice@example.com";
const FREE: &str = "bob@example.com";

/// An application in private mode in which Alice has an account.
async fn app() -> App {
    let app = App::with(|config| config.signup.private = true).await;
    confirm(&app, TAKEN).await;
    app
}

async fn confirm(app: &App, email: &str) {
    assert_eq!(app.browser().sign_up(email, PASSWORD).await.location(), Some("/check-mail"));
    let mail = app.last_mail_to(email, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.location(), Some("/login"));
}

/// The whole answer without the address that was typed and the date. The browser gets that address back in a cookie.
fn shown(answer: &Answer, email: &str) -> (u16, String, Vec<(String, String)>) {
    let carried = answer.cookie("carried").map(|cookie| cookie.value().to_owned());
    let carried = carried.filter(|value| !value.is_empty());
    let plain = carried.as_ref().map(|value| {
        let json = URL_SAFE_NO_PAD.decode(value).expect("base64");
        String::from_utf8(json).expect("a text").replace(email, "…")
    });
    let headers =
        answer.headers().filter(|(name, _)| !["Date", "X-Request-Id"].contains(name)).map(|(name, value)| {
            let value = match (&carried, &plain) {
                (Some(carried), Some(plain)) => value.replace(carried, plain),
                _ => value.to_owned(),
            };
            (name.to_owned(), value)
        });
    (answer.status, answer.body.replace("<wbr>", "").replace(email, "…"), headers.collect())
}

#[rocket::async_test]
async fn signing_up_is_answered_alike_and_only_the_owner_learns_more() {
    let app = app().await;
    let (mut taken, mut free) = (app.browser(), app.browser());
    let answers = (taken.sign_up(TAKEN, PASSWORD).await, free.sign_up(FREE, PASSWORD).await);
    assert_eq!((answers.0.status, answers.0.location()), (303, Some("/check-mail")));
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
    let pages = (taken.get("/check-mail").await, free.get("/check-mail").await);
    assert_eq!(shown(&pages.0, TAKEN), shown(&pages.1, FREE));

    let mail = app.last_mail_to(TAKEN, "You already have an account at Frontdesk").await;
    assert!(mail.text.contains("/login") && mail.text.contains("/password-reset"), "{}", mail.text);
    assert!(!mail.text.contains("token="), "there is no link that opens anything");
    let link = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().log_in(FREE, PASSWORD).await.status, 422, "not before the link");
    assert_eq!(app.users(), 1);
    let page = free.get(&link.link()).await;
    assert_eq!(page.text("h1").as_deref(), Some("Finish signing up"));
    assert_eq!(free.post("/confirm", &[("token", &link.token())]).await.location(), Some("/login"));
    assert_eq!(free.log_in(FREE, PASSWORD).await.status, 303);
    assert!(!free.get("/account").await.has("#unverified"));
}

#[rocket::async_test]
async fn mistakes_are_answered_alike() {
    let app = app().await;
    let answers =
        (app.browser().sign_up(TAKEN, "password").await, app.browser().sign_up(FREE, "password").await);
    assert_eq!(answers.0.status, 422, "the password is judged whoever it is");
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
}

#[rocket::async_test]
async fn programs_are_answered_alike() {
    let app = app().await;
    let body = |email| format!(r#"{{"email":"{email}","password":"{PASSWORD}"}}"#);
    let answers = (
        app.browser().post_json("/users/signup", &body(TAKEN)).await,
        app.browser().post_json("/users/signup", &body(FREE)).await,
    );
    assert_eq!(answers.0.status, 202);
    assert_eq!(answers.0.json_text("/detail"), "Check your email: a link is on its way.");
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
    app.last_mail_to(TAKEN, "You already have an account").await;
    let mail = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.status, 303);
    assert_eq!(app.browser().ask_for_tokens(FREE, PASSWORD).await.status, 200);
}

#[rocket::async_test]
async fn a_change_of_address_is_answered_alike() {
    let app = app().await;
    confirm(&app, FREE).await;
    let mut bob = app.browser();
    bob.log_in(FREE, PASSWORD).await;
    for new in [TAKEN, "free@example.com"] {
        let asked = bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        assert_eq!((asked.status, asked.location()), (303, Some("/account")), "{new}");
    }
    assert_eq!(app.mail_to(TAKEN).await.len(), 1, "an earlier change is withdrawn by a later one");
    bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", TAKEN)]).await;
    app.last_mail_to(TAKEN, "You already have an account at Frontdesk").await;
}

#[rocket::async_test]
async fn a_change_that_waits_looks_alike() {
    let app = app().await;
    confirm(&app, FREE).await;
    let mut bob = app.browser();
    bob.log_in(FREE, PASSWORD).await;
    let mut shown = Vec::new();
    for new in [TAKEN, "free@example.com"] {
        let seen = async |bob: &mut crate::harness::Browser<'_>| {
            let page = bob.get("/account").await;
            page.text("#pending-email").map(|text| text.replace(new, "…"))
        };
        bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        let asked = seen(&mut bob).await;
        assert!(asked.is_some(), "{new} waits to be sent");
        app.mail_to(new).await;
        assert_eq!(seen(&mut bob).await, asked, "{new} is sent");
        assert_eq!(bob.post("/account/email/resend", &[]).await.status, 303);
        app.mail_to(new).await;
        assert_eq!(seen(&mut bob).await, asked, "{new} is sent again");
        app.database.execute("UPDATE mails SET given_up_at = created_at, sent_at = NULL");
        let given_up = seen(&mut bob).await;
        bob.post("/account/email/cancel", &[]).await;
        assert_eq!(seen(&mut bob).await, None, "{new} is cancelled");
        bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        app.mail_to(new).await;
        app.later(Duration::hours(23));
        assert_eq!(seen(&mut bob).await, asked, "{new} lives for a day");
        app.later(Duration::hours(1));
        assert_eq!(seen(&mut bob).await, None, "{new} is too old");
        shown.push((asked, given_up));
    }
    assert_eq!(shown[0], shown[1]);
}

/// The cookie with the address is not signed: a stranger can ask about any address without a sign-up.
#[rocket::async_test]
async fn a_mail_that_came_back_is_told_of_no_address() {
    let app = app().await;
    app.database.execute("UPDATE users SET email_verified_at = NULL");
    for kind in ["email_verification", "sign_up_confirmation"] {
        app.database.execute(&format!("UPDATE mails SET kind = '{kind}'"));
        for email in [TAKEN, FREE] {
            let carried = URL_SAFE_NO_PAD.encode(format!(r#"{{"email":"{email}","awaited":"sign_up"}}"#));
            let mut stranger = app.browser();
            stranger.cookies.insert("carried".into(), carried);
            let page = stranger.get("/check-mail").await;
            assert!(page.body.replace("<wbr>", "").contains(email), "{}", page.body);
            stranger.post("/check-mail", &[]).await;
            app.mail_to(email).await;
            app.database
                .execute("UPDATE mails SET given_up_at = created_at, sent_at = NULL, next_attempt_at = NULL");
            assert!(!stranger.get("/check-mail").await.has("#undelivered"), "{kind} {email}");
        }
    }
}

#[rocket::async_test]
async fn the_last_password_that_was_chosen_is_the_one_and_a_link_lives_for_a_day() {
    let app = app().await;
    app.browser().sign_up(FREE, PASSWORD).await;
    let first = app.last_mail_to(FREE, "Finish signing up").await;
    app.browser().sign_up(FREE, "copper meadow thistle").await;
    assert_eq!(
        app.browser().post("/confirm", &[("token", &first.token())]).await.status,
        410,
        "not even before the second mail is sent"
    );
    let second = app.last_mail_to(FREE, "Finish signing up").await;
    app.later(Duration::hours(24));
    assert_eq!(app.browser().get(&second.link()).await.status, 410);
    app.browser().sign_up(FREE, "quiet lantern meadow").await;
    let third = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &third.token())]).await.status, 303);
    assert_eq!(app.browser().log_in(FREE, "copper meadow thistle").await.status, 422);
    assert_eq!(app.browser().log_in(FREE, "quiet lantern meadow").await.status, 303);
}

#[rocket::async_test]
async fn many_at_once_make_one_account() {
    let app = app().await;
    let attempts = (0..16).map(|_| {
        let mut browser = app.browser();
        async move { browser.sign_up(FREE, PASSWORD).await.status }
    });
    assert_eq!(rocket::futures::future::join_all(attempts).await, [303; 16]);
    let mail = app.last_mail_to(FREE, "Finish signing up").await;
    let attempts = (0..8).map(|_| {
        let (mut browser, token) = (app.browser(), mail.token());
        async move { browser.post("/confirm", &[("token", &token)]).await.status }
    });
    let done = rocket::futures::future::join_all(attempts).await;
    assert_eq!(done.iter().filter(|status| **status == 303).count(), 1, "{done:?}");
    assert_eq!(app.users(), 2);
    assert_eq!(app.database.count("pending_sign_ups"), 0);
}

#[rocket::async_test]
async fn what_is_never_followed_is_forgotten() {
    let app = app().await;
    app.browser().sign_up(FREE, PASSWORD).await;
    app.later(Duration::days(2));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("pending_sign_ups"), 0);
}
