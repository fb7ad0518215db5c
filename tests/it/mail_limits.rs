//! How many mails attackers can cause to one mailbox; the owner needs none of those mails.

use crate::change_email::{ask, member};
use crate::harness::{Answer, App, Browser, PASSWORD};

const VICTIM: &str = "victim@example.com";

/// An application that sends two mails of a kind at once, and one more in an hour.
async fn app(is_private: bool) -> App {
    App::with(|config| {
        config.signup.private = is_private;
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 2;
        config.rate_limits.mail_per_hour = 1;
    })
    .await
}

async fn ask_for_reset(browser: &mut Browser<'_>, email: &str) -> u16 {
    browser.post("/password-reset", &[("email", email)]).await.status
}

/// A known browser of the account, logged out.
async fn known_browser<'a>(app: &'a App, email: &str) -> Browser<'a> {
    let mut browser = app.browser();
    assert_eq!(browser.log_in(email, PASSWORD).await.status, 303);
    browser.post("/logout", &[]).await;
    browser
}

#[rocket::async_test]
async fn what_strangers_cause_in_private_mode_uses_up_no_reset() {
    let app = app(true).await;
    for email in [VICTIM, "mallory@example.net"] {
        app.browser().sign_up(email, PASSWORD).await;
        let link = app.last_mail_to(email, "Finish signing up").await;
        assert_eq!(app.browser().post("/confirm", &[("token", &link.token())]).await.status, 303);
    }
    let mut mallory = app.browser();
    mallory.log_in("mallory@example.net", PASSWORD).await;
    let mut refused = [0, 0];
    for _ in 0..5 {
        refused[0] += usize::from(app.browser().sign_up(VICTIM, PASSWORD).await.status == 429);
        refused[1] += usize::from(ask(&mut mallory, VICTIM).await.status == 429);
    }
    assert_eq!(refused, [4, 3], "each kind is limited, her own sign-up counts");
    assert_eq!(ask_for_reset(&mut app.browser(), VICTIM).await, 303, "in a browser that nobody knows");
    let reset = app.last_mail_to(VICTIM, "Set a new password").await;
    assert_eq!(app.browser().get(&reset.link()).await.status, 200);
}

#[rocket::async_test]
async fn a_browser_that_the_account_knows_has_a_bucket_of_its_own() {
    let app = app(false).await;
    member(&app, VICTIM).await;
    member(&app, "mallory@example.net").await;
    let mut known = [known_browser(&app, VICTIM).await, known_browser(&app, VICTIM).await];
    let mut of_another = known_browser(&app, "mallory@example.net").await;
    for expected in [303, 303, 429] {
        assert_eq!(ask_for_reset(&mut app.browser(), VICTIM).await, expected);
    }
    assert_eq!(ask_for_reset(&mut of_another, VICTIM).await, 429, "it is known, but not to this account");
    for browser in &mut known {
        for expected in [303, 303, 429] {
            assert_eq!(ask_for_reset(browser, "VICTIM@example.com").await, expected);
        }
    }
}

/// An attacker can sign up with an address that is not theirs, and log in from any number of browsers.
#[rocket::async_test]
async fn browsers_of_an_address_that_is_not_confirmed_share_one() {
    let app = app(false).await;
    app.member(VICTIM).await;
    let mut known = [known_browser(&app, VICTIM).await, known_browser(&app, VICTIM).await];
    for expected in [303, 303, 429] {
        assert_eq!(ask_for_reset(&mut app.browser(), VICTIM).await, expected);
    }
    let mut statuses = Vec::new();
    for browser in &mut known {
        statuses.push(ask_for_reset(browser, VICTIM).await);
        statuses.push(ask_for_reset(browser, VICTIM).await);
    }
    assert_eq!(statuses, [303, 303, 429, 429]);
}

#[rocket::async_test]
async fn details_are_one_mailbox_and_sign_up_goes_on_without_mail() {
    let app = app(false).await;
    let mut last = app.member("victim+0@example.com").await;
    for number in 1..30 {
        last = app.member(&format!("victim+{number}@example.com")).await;
    }
    assert_eq!(app.database.count("mails"), 2);
    let account = last.get("/account").await;
    assert!(account.has("#unverified form[action='/account/email/verification']"), "{}", account.body);
    last.post("/account/email/verification", &[]).await;
    let told = last.get("/account").await.flash().expect("what was done");
    assert!(told.starts_with("We've sent you a new link"), "{told}");
    app.last_mail_to("victim+29@example.com", "Confirm your email address").await;
    for (email, expected) in
        [("victim+3@example.com", 303), ("Victim+4@EXAMPLE.com", 303), ("victim@example.com", 429)]
    {
        assert_eq!(ask_for_reset(&mut app.browser(), email).await, expected, "{email}");
    }
}

fn wait(answer: &Answer) -> u64 {
    assert_eq!(answer.status, 429, "{}", answer.body);
    answer.header("Retry-After").and_then(|wait| wait.parse().ok()).expect("a time to wait")
}

#[rocket::async_test]
async fn where_the_mail_is_needed_there_is_no_account_without_it() {
    for is_private in [true, false] {
        let app = App::with(|config| {
            config.signup.private = is_private;
            config.verification.required = !is_private;
            config.rate_limits.enabled = true;
            config.rate_limits.mail_burst = 2;
            config.rate_limits.mail_per_hour = 1;
        })
        .await;
        for _ in 0..4 {
            let weak = app.browser().sign_up(VICTIM, "password").await;
            assert_eq!(weak.status, 422, "a mistake uses up nothing");
        }
        for number in 0..2 {
            let answer = app.browser().sign_up(&format!("victim+{number}@example.com"), PASSWORD).await;
            assert_eq!(answer.location(), Some("/check-mail"));
        }
        let (users, pending) = (app.users(), app.database.count("pending_sign_ups"));
        let page = app.browser().sign_up(VICTIM, PASSWORD).await;
        assert!((1_800..=3_600).contains(&wait(&page)), "{}", wait(&page));
        let body = format!(r#"{{"email": "{VICTIM}", "password": "{PASSWORD}"}}"#);
        wait(&app.browser().post_json("/users/signup", &body).await);
        assert_eq!((app.users(), app.database.count("pending_sign_ups")), (users, pending));
        assert_eq!(app.browser().sign_up("other@example.com", PASSWORD).await.status, 303);
    }
}

/// The first administrator can log in without any mail.
#[rocket::async_test]
async fn the_first_administrator_needs_none() {
    let app = App::with(|config| {
        config.verification.required = true;
        config.rate_limits.enabled = true;
        config.rate_limits.mail_burst = 1;
    })
    .await;
    assert_eq!(app.browser().sign_up("root+1@example.org", PASSWORD).await.status, 303);
    let token = app.accounts.offer_set_up().await.expect("a database").expect("a link").expose();
    let fields = [("token", token.as_str()), ("email", "root@example.org"), ("password", PASSWORD)];
    assert_eq!(app.browser().post("/setup", &fields).await.status, 303);
    assert_eq!(app.database.count("mails"), 1);
}
