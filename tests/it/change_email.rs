//! A change of the email address.

use crate::harness::{Answer, App, Browser, PASSWORD};

pub const OLD: &str = "alice@example.com";
pub const NEW: &str = "alice@example.org";

pub async fn ask(browser: &mut Browser<'_>, new: &str) -> Answer {
    browser.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await
}

/// A member who has confirmed their email address.
pub async fn member<'a>(app: &'a App, email: &str) -> Browser<'a> {
    let alice = app.member(email).await;
    let mail = app.last_mail_to(email, "Confirm your email address").await;
    assert_eq!(follow(app, &mail.token()).await.status, 303);
    alice
}

pub async fn follow(app: &App, token: &str) -> Answer {
    app.browser().post("/confirm", &[("token", token)]).await
}

#[rocket::async_test]
async fn it_counts_when_the_link_at_the_new_address_is_followed() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    let asked = ask(&mut alice, NEW).await;
    assert_eq!((asked.status, asked.location()), (303, Some("/account")));
    let told = alice.get("/account").await.flash().expect("what to do");
    assert!(told.starts_with("We've sent a link to your new address"), "{told}");
    let mail = app.last_mail_to(NEW, "Confirm your new email address").await;
    assert_eq!(
        app.browser().get(&mail.link()).await.text("h1").as_deref(),
        Some("Confirm your new email address")
    );
    assert!(
        alice.get("/account").await.texts("dd").contains(&OLD.to_owned()),
        "the old one stays until then"
    );
    assert_eq!(app.browser().log_in(NEW, PASSWORD).await.status, 422);

    let done = alice.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!((done.status, done.location()), (303, Some("/account")));
    let account = alice.get("/account").await;
    assert_eq!(account.flash().as_deref(), Some("Email address updated. We've notified your old address."));
    assert!(account.texts("dd").contains(&NEW.to_owned()));
    assert!(!account.has("#unverified"), "it is known to be theirs");
    assert_eq!(app.browser().log_in(NEW, PASSWORD).await.status, 303);
    assert_eq!(app.browser().log_in(OLD, PASSWORD).await.status, 422);
    let notice = app.last_mail_to(OLD, "Your Frontdesk email address was changed").await;
    assert!(notice.text.contains(NEW), "{}", notice.text);
    let events = app.events();
    assert_eq!(
        events,
        [
            "signed_up",
            "email_verified",
            "email_change_requested",
            "log_in_failed",
            "email_changed",
            "logged_in",
            "log_in_failed"
        ]
    );
}

#[rocket::async_test]
async fn mistakes_are_told_together_and_a_taken_address_is_told() {
    let app = App::new().await;
    app.member("bob@example.com").await;
    let mut alice = member(&app, OLD).await;
    let page = alice
        .post("/account/email", &[("current_password", "a wrong guess"), ("new_email", "no address")])
        .await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#current_password-error p"), ["That's not your current password."]);
    assert_eq!(page.texts("#new_email-error p"), ["Enter an email address like name@example.com."]);
    assert_eq!(page.attribute("#new_email", "value").as_deref(), Some("no address"));
    assert_eq!(ask(&mut alice, "").await.texts("#new_email-error p"), ["Enter your new email address."]);
    assert_eq!(
        ask(&mut alice, OLD).await.texts("#new_email-error p"),
        ["This is already your email address."]
    );
    let taken = ask(&mut alice, "BOB@example.com").await;
    assert_eq!((taken.status, taken.flash().as_deref()), (409, Some("Email already registered")));
    assert_eq!(app.mail_to("bob@example.com").await.len(), 1, "only his own verification");
}

#[rocket::async_test]
async fn another_spelling_of_ones_own_address_is_a_change() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    assert_eq!(ask(&mut alice, "Alice@Example.com").await.status, 303);
    let mail = app.last_mail_to("Alice@example.com", "Confirm your new email address").await;
    assert_eq!(follow(&app, &mail.token()).await.status, 303);
    assert!(alice.get("/account").await.texts("dd").contains(&"Alice@Example.com".to_owned()));
}

#[rocket::async_test]
async fn of_two_changes_the_later_one_holds() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    let first = app.last_mail_to(NEW, "Confirm your new").await;
    ask(&mut alice, "alice@example.net").await;
    let second = app.last_mail_to("alice@example.net", "Confirm your new").await;
    assert_eq!(follow(&app, &first.token()).await.status, 410);
    assert_eq!(follow(&app, &second.token()).await.status, 303);
    assert_eq!(app.id_of("alice@example.net"), 1);
}

#[rocket::async_test]
async fn a_change_that_waits_can_be_sent_again_and_cancelled() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    assert!(!alice.get("/account").await.has("#pending-email"), "nothing is under way");
    ask(&mut alice, NEW).await;
    for page in ["/account", "/account/email"] {
        let told = alice.get(page).await.text("#pending-email .hint").expect("what is under way");
        assert!(told.starts_with(&format!("Waiting for you to confirm {NEW}.")), "{told}");
    }
    let first = app.last_mail_to(NEW, "Confirm your new").await;
    assert!(alice.get("/account").await.has("#pending-email"), "the mail is sent, and the link not followed");
    assert_eq!(alice.post("/account/email/resend", &[]).await.location(), Some("/account"));
    let second = app.last_mail_to(NEW, "Confirm your new").await;
    assert_ne!(first.token(), second.token());
    assert_eq!(follow(&app, &first.token()).await.status, 410, "the new link replaces it");

    assert_eq!(alice.post("/account/email/cancel", &[]).await.location(), Some("/account"));
    let page = alice.get("/account").await;
    assert_eq!(page.flash().as_deref(), Some("The change is cancelled. Your email address stays the same."));
    assert!(!page.has("#pending-email"));
    assert_eq!(follow(&app, &second.token()).await.status, 410);
    assert_eq!(app.events().last().map(String::as_str), Some("email_change_cancelled"));
    let sent = app.mail_to(NEW).await.len();
    for path in ["/account/email/resend", "/account/email/cancel"] {
        alice.post(path, &[]).await;
        let told = alice.get("/account").await.flash().expect("why not");
        assert_eq!(told, "There's no change of email address to confirm any more.");
    }
    assert_eq!(app.mail_to(NEW).await.len(), sent);

    ask(&mut alice, NEW).await;
    alice.post("/account/email/cancel", &[]).await;
    assert_eq!(app.mail_to(NEW).await.len(), sent, "a mail that waits is not sent");
}

#[rocket::async_test]
async fn a_change_is_over_with_its_link() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    let mail = app.last_mail_to(NEW, "Confirm your new").await;
    follow(&app, &mail.token()).await;
    assert!(!alice.get("/account").await.has("#pending-email"), "it has happened");
    ask(&mut alice, "alice@example.net").await;
    app.last_mail_to("alice@example.net", "Confirm your new").await;
    app.later(time::Duration::hours(23));
    assert!(alice.get("/account").await.has("#pending-email"));
    app.later(time::Duration::hours(1));
    assert!(!alice.get("/account").await.has("#pending-email"), "the link is too old");
}

#[rocket::async_test]
async fn sending_the_link_again_has_a_limit() {
    let app = App::with_tight_limits().await;
    let mut alice = app.member(OLD).await;
    ask(&mut alice, NEW).await;
    let mut answers = Vec::new();
    for _ in 0..10 {
        answers.push(alice.post("/account/email/resend", &[]).await.status);
    }
    assert_eq!((answers.first(), answers.last()), (Some(&303), Some(&429)), "{answers:?}");
}

#[rocket::async_test]
async fn somebody_else_may_be_first_with_the_address() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    let mail = app.last_mail_to(NEW, "Confirm your new").await;
    app.member(NEW).await;
    let refused = alice.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!(refused.status, 303);
    let told = alice.get("/account").await.flash().expect("why not");
    assert_eq!(told, "Someone else has signed up with that address in the meantime, so nothing was changed.");
    assert_eq!((app.id_of(OLD), app.id_of(NEW)), (1, 2));
}

#[rocket::async_test]
async fn of_a_change_and_a_sign_up_at_once_one_has_the_address() {
    for _ in 0..5 {
        let app = App::new().await;
        let mut alice = member(&app, OLD).await;
        ask(&mut alice, NEW).await;
        let token = app.last_mail_to(NEW, "Confirm your new").await.token();
        let (mut changing, mut signing_up) = (app.browser(), app.browser());
        let fields = [("token", token.as_str())];
        let (changed, signed_up) =
            tokio::join!(changing.post("/confirm", &fields), signing_up.sign_up(NEW, PASSWORD));
        assert_eq!(changed.status, 303);
        assert!([303, 409].contains(&signed_up.status), "{}", signed_up.status);
        let holders = app.database.count(&format!("users WHERE email_key = '{NEW}'"));
        let alice_has_it = app.database.count(&format!("users WHERE id = 1 AND email_key = '{NEW}'")) == 1;
        assert_eq!((holders, signed_up.status == 409), (1, alice_has_it));
    }
}

#[rocket::async_test]
async fn a_reset_that_went_to_the_old_address_is_worth_nothing_afterwards() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    app.browser().post("/password-reset", &[("email", OLD)]).await;
    let reset = app.last_mail_to(OLD, "Set a new password").await;
    ask(&mut alice, NEW).await;
    let mail = app.last_mail_to(NEW, "Confirm your new").await;
    follow(&app, &mail.token()).await;
    assert_eq!(app.browser().get(&reset.link()).await.status, 410);
}

#[rocket::async_test]
async fn another_site_cannot_ask_for_it_and_visitors_are_sent_to_log_in() {
    let app = App::new().await;
    let alice = member(&app, OLD).await;
    let mut forged = alice.clone().header("Sec-Fetch-Site", "cross-site");
    assert_eq!(ask(&mut forged, NEW).await.status, 403);
    assert_eq!(app.browser().get("/account/email").await.location(), Some("/login?next=%2Faccount%2Femail"));
}

#[rocket::async_test]
async fn a_new_password_ends_a_change_that_is_under_way() {
    let app = App::new().await;
    let mut alice = member(&app, OLD).await;
    let mut thief = app.browser();
    thief.log_in(OLD, PASSWORD).await;
    ask(&mut thief, NEW).await;
    let mail = app.last_mail_to(NEW, "Confirm your new").await;
    let change = [("current_password", PASSWORD), ("new_password", "copper meadow thistle")];
    assert_eq!(alice.post("/account/password", &change).await.status, 303);
    assert_eq!(follow(&app, &mail.token()).await.status, 410);
}

#[rocket::async_test]
async fn a_disabled_account_changes_nothing_by_a_link() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = member(&app, OLD).await;
    ask(&mut alice, NEW).await;
    let mail = app.last_mail_to(NEW, "Confirm your new").await;
    root.post("/admin/users/2/disable", &[]).await;
    assert_eq!(follow(&app, &mail.token()).await.status, 410);
    root.post("/admin/users/2/enable", &[]).await;
    assert_eq!(follow(&app, &mail.token()).await.status, 303);
}
