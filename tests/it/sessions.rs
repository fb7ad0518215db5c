//! Sessions: when they end, and who can end them.

use time::Duration;

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn logging_out_ends_the_session_on_the_server() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    let mut thief = browser.clone();
    let answer = browser.post("/logout", &[]).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/login")));
    assert!(!browser.cookies.contains_key("session"));
    assert_eq!(browser.get("/login").await.flash().as_deref(), Some("You're logged out."));
    assert!(!thief.is_logged_in().await, "the cookie alone opens nothing");
    assert_eq!(app.events(), ["signed_up", "logged_out"]);
}

#[rocket::async_test]
async fn logging_out_twice_is_no_mistake() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    let mut again = browser.clone();
    browser.post("/logout", &[]).await;
    assert_eq!(again.post("/logout", &[]).await.status, 303);
    assert_eq!(app.events(), ["signed_up", "logged_out"]);
}

#[rocket::async_test]
async fn a_session_that_is_not_used_ends() {
    let app = App::with(|config| config.sessions.idle_hours = 2).await;
    let mut browser = app.member("alice@example.com").await;
    for _ in 0..4 {
        app.later(Duration::minutes(90));
        assert!(browser.is_logged_in().await, "use keeps it alive");
    }
    app.later(Duration::minutes(121));
    assert!(!browser.is_logged_in().await);
}

#[rocket::async_test]
async fn a_session_ends_at_last_however_much_it_is_used() {
    let app = App::with(|config| config.sessions.absolute_days = 2).await;
    let mut browser = app.member("alice@example.com").await;
    for _ in 0..3 {
        app.later(Duration::hours(12));
        assert!(browser.is_logged_in().await);
    }
    app.later(Duration::hours(12));
    assert!(!browser.is_logged_in().await);
}

#[rocket::async_test]
async fn the_account_lists_sessions_and_can_end_each_other_one() {
    let app = App::new().await;
    let firefox = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    let mut here = app.member("alice@example.com").await;
    let mut there = app.browser().from([203, 0, 113, 9]).header("User-Agent", firefox);
    there.log_in("alice@example.com", PASSWORD).await;

    let account = here.get("/account").await;
    assert!(account.body.contains("Firefox on Linux"));
    assert!(account.body.contains("203.0.113.9"));
    assert_eq!(account.body.matches("This device").count(), 1);
    let ends: Vec<String> = account
        .body
        .match_indices("/account/sessions/")
        .map(|(at, _)| account.body[at..].split('"').next().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(ends.len(), 2, "the other one, and all others: {ends:?}");

    let answer = here.post(&ends[0], &[]).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account")));
    assert!(!there.is_logged_in().await);
    assert_eq!(here.get("/account").await.flash().as_deref(), Some("That device has been logged out."));
    here.post(&ends[0], &[]).await;
    assert_eq!(here.get("/account").await.flash().as_deref(), Some("That device was already logged out."));
    assert_eq!(app.events(), ["signed_up", "logged_in", "session_ended"]);
}

#[rocket::async_test]
async fn the_account_page_has_a_section_for_each_link_and_shows_what_happened_last() {
    let app = App::new().await;
    let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                 Version/18.0 Mobile/15E148 Safari/604.1";
    app.member("alice@example.com").await;
    app.browser().ask_for_tokens("alice@example.com", PASSWORD).await;
    let mut alice = app.browser().header("User-Agent", phone);
    alice.log_in("alice@example.com", PASSWORD).await;
    for _ in 0..3 {
        alice.post("/account/sessions/end-others", &[]).await;
    }
    app.browser().ask_for_tokens("alice@example.com", PASSWORD).await;
    let page = alice.get("/account").await;
    for section in ["profile", "security", "devices", "activity", "data", "close"] {
        assert!(page.has(&format!(".side-nav a[href='#{section}']")), "a link to {section}");
        let heading = page.attribute(&format!("section#{section}"), "aria-labelledby").expect("a heading");
        assert!(page.has(&format!("section#{section} h2#{heading}")), "{section} has a heading");
    }
    assert!(page.has("#devices svg[data-kind=phone]"), "{}", page.body);
    assert!(page.has("#devices svg[data-kind=program]"));
    assert_eq!(page.texts("#activity .row-title").len(), app.events().len().min(5));
    assert_eq!(page.texts("#activity .row-title")[0], "Logged in");
    assert!(page.has("#activity a[href='/account/activity']") && page.has("#data a[href='/account/export']"));
    assert!(page.has("#account-language-form [name=back][value='/account']"));
    assert_eq!(page.text("#log-in-state").as_deref(), Some("On any device, with your password"));
}

#[rocket::async_test]
async fn all_others_can_be_ended_at_once() {
    let app = App::new().await;
    let mut here = app.member("alice@example.com").await;
    let mut others = Vec::new();
    for _ in 0..3 {
        let mut browser = app.browser();
        browser.log_in("alice@example.com", PASSWORD).await;
        others.push(browser);
    }
    let mut bob = app.member("bob@example.com").await;
    assert_eq!(here.post("/account/sessions/end-others", &[]).await.status, 303);
    assert!(here.is_logged_in().await);
    assert!(bob.is_logged_in().await, "somebody else's session is not hers to end");
    for other in &mut others {
        assert!(!other.is_logged_in().await);
    }
}

#[rocket::async_test]
async fn nobody_ends_the_session_of_another() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    let mut bob = app.member("bob@example.com").await;
    for id in 1..=2 {
        bob.post(&format!("/account/sessions/{id}/end"), &[]).await;
    }
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn a_disabled_person_is_out_at_once() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    app.database.execute("UPDATE users SET disabled_at = '2026-01-01 00:00:00'");
    assert!(!browser.is_logged_in().await);
}

#[rocket::async_test]
async fn only_digests_of_tokens_are_stored() {
    let app = App::new().await;
    let browser = app.member("alice@example.com").await;
    let hex =
        if app.database.is_sqlite() { "hex(token_digest)" } else { "upper(encode(token_digest, 'hex'))" };
    let stored = app.database.texts(&format!("SELECT {hex} AS value FROM sessions"));
    let token = &browser.cookies["session"];
    assert_eq!(token.len(), 43, "256 bits");
    assert_eq!(stored[0].as_deref().map(str::len), Some(64), "SHA-256");
    let plain: String = token.bytes().map(|octet| format!("{octet:02X}")).collect();
    assert!(stored[0].as_deref().is_some_and(|stored| !plain.contains(stored)));
}
