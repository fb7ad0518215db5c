//! Log-in.

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn the_form_is_one_that_password_managers_understand() {
    let app = App::new().await;
    let page = app.browser().get("/login").await;
    assert_eq!(page.status, 200);
    for (selector, attribute, expected) in [
        ("#log-in-form", "action", "/login"),
        ("#email", "autocomplete", "username"),
        ("#password", "autocomplete", "current-password"),
        ("#password", "type", "password"),
        ("#remember", "type", "checkbox"),
    ] {
        assert_eq!(page.attribute(selector, attribute).as_deref(), Some(expected), "{selector} {attribute}");
    }
}

#[rocket::async_test]
async fn any_spelling_of_the_address_logs_in() {
    let app = App::new().await;
    app.member("Alice@Example.com").await;
    let mut browser = app.browser();
    let answer = browser.log_in(" aLICE@example.COM ", PASSWORD).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account")));
    assert!(browser.is_logged_in().await);
    assert_eq!(app.events(), ["signed_up", "logged_in"]);
}

#[rocket::async_test]
async fn unknown_wrong_and_disabled_get_one_answer() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    app.member("bob@example.com").await;
    app.database
        .execute("UPDATE users SET disabled_at = '2026-01-01 00:00:00' WHERE email = 'bob@example.com'");
    let wrong = app.browser().log_in("alice@example.com", "not her password").await;
    let disabled = app.browser().log_in("bob@example.com", PASSWORD).await;
    let unknown = app.browser().log_in("carol@example.com", PASSWORD).await;
    let no_address = app.browser().log_in("nonsense", PASSWORD).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.flash().as_deref(), Some("Email or password is wrong, or the account is disabled."));
    for (other, email) in
        [(disabled, "bob@example.com"), (unknown, "carol@example.com"), (no_address, "nonsense")]
    {
        assert_eq!(other.status, wrong.status, "{email}");
        assert_eq!(other.body, wrong.body.replace("alice@example.com", email), "{email}");
        assert!(other.cookies().all(|cookie| cookie.name() == "carried"), "no session");
    }
    assert_eq!(app.events()[2..], ["log_in_failed"; 4]);
}

#[rocket::async_test]
async fn empty_fields_are_told() {
    let app = App::new().await;
    let page = app.browser().log_in("", "").await;
    assert_eq!(page.status, 422);
    assert_eq!(page.texts("#error-summary li"), ["Enter your email address.", "Enter a password."]);
}

#[rocket::async_test]
async fn next_leads_on_within_this_site_only() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    for (next, expected) in [
        ("/admin/users?q=a%40b&order=asc", "/admin/users?q=a%40b&order=asc"),
        ("//evil.example", "/account"),
        ("/\\evil.example", "/account"),
        ("https://evil.example", "/account"),
        ("javascript:alert(1)", "/account"),
        ("/\t/evil.example", "/account"),
        ("", "/account"),
    ] {
        let fields = [("email", "alice@example.com"), ("password", PASSWORD), ("next", next)];
        let answer = app.browser().post("/login", &fields).await;
        assert_eq!((answer.status, answer.location()), (303, Some(expected)), "{next:?}");
    }
    let mut browser = app.browser();
    let page = browser.get("/login?next=/account/password").await;
    assert_eq!(page.attribute("input[name=next]", "value").as_deref(), Some("/account/password"));
    let page = browser.get("/login?next=//evil.example").await;
    assert!(!page.has("input[name=next]"));
}

#[rocket::async_test]
async fn next_survives_a_mistake() {
    let app = App::new().await;
    let fields = [
        ("email", "a@example.com"),
        ("password", "wrong one here"),
        ("next", "/admin/users"),
        ("remember", "yes"),
    ];
    let page = app.browser().post("/login", &fields).await;
    assert_eq!(page.attribute("input[name=next]", "value").as_deref(), Some("/admin/users"));
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("a@example.com"));
    assert!(page.has("#remember[checked]"));
    assert!(!page.body.contains("wrong one here"));
}

#[rocket::async_test]
async fn remember_chooses_how_long_the_cookie_lives() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let answer = app.browser().log_in("alice@example.com", PASSWORD).await;
    assert_eq!(answer.cookie("session").expect("a session").max_age(), None, "until the browser closes");
    let fields = [("email", "alice@example.com"), ("password", PASSWORD), ("remember", "yes")];
    let answer = app.browser().post("/login", &fields).await;
    let max_age = answer.cookie("session").and_then(|cookie| cookie.max_age()).expect("an age");
    assert_eq!(max_age.whole_days(), 30, "as long as a session may last");
}

#[rocket::async_test]
async fn a_log_in_gives_a_new_session_and_ends_the_one_before() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    let mut before = browser.clone();
    assert_eq!(browser.log_in("alice@example.com", PASSWORD).await.status, 303);
    assert_ne!(browser.cookies["session"], before.cookies["session"]);
    assert!(!before.is_logged_in().await);
    assert!(browser.is_logged_in().await);
    assert_eq!(app.events(), ["signed_up", "session_ended", "logged_in"]);
}

#[rocket::async_test]
async fn a_session_that_somebody_planted_is_not_taken_over() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let mut browser = app.browser();
    let planted = "A".repeat(43);
    browser.cookies.insert("session".into(), planted.clone());
    assert_eq!(browser.log_in("alice@example.com", PASSWORD).await.status, 303);
    assert_ne!(browser.cookies["session"], planted);
}

#[rocket::async_test]
async fn a_weaker_hash_is_renewed_at_log_in() {
    let weaker = App::new().await;
    weaker.member("alice@example.com").await;
    let stored = "SELECT hashed_password AS value FROM users";
    let before = weaker.database.texts(stored);
    let stronger = App::on(weaker.database.clone(), |config| config.hashing.memory_kib = 128).await;
    assert_eq!(stronger.browser().log_in("alice@example.com", "not her password").await.status, 422);
    assert_eq!(stronger.database.texts(stored), before, "only for the right password");
    assert_eq!(stronger.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
    let renewed = stronger.database.texts(stored);
    assert!(renewed[0].as_deref().is_some_and(|hash| hash.contains("$m=128,t=1,p=1$")), "{renewed:?}");
    assert_eq!(stronger.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
    assert_eq!(stronger.database.texts(stored), renewed, "once is enough");
}

#[rocket::async_test]
async fn an_absurd_stored_hash_is_refused_like_a_wrong_password() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    for hash in [
        "$argon2id$v=19$m=4194304,t=1,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "$argon2id$v=19$m=65536,t=1000000,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
        "plain",
        "",
    ] {
        app.database.execute(&format!("UPDATE users SET hashed_password = '{hash}'"));
        let answer = app.browser().log_in("alice@example.com", PASSWORD).await;
        assert_eq!(answer.status, 422, "{hash}");
        assert!(answer.flash().is_some());
    }
}

#[rocket::async_test]
async fn two_log_ins_at_once_both_succeed_while_the_hash_is_renewed() {
    let weaker = App::new().await;
    weaker.member("alice@example.com").await;
    let stronger = App::on(weaker.database.clone(), |config| config.hashing.memory_kib = 4_096).await;
    let attempts = (0..8).map(|_| {
        let mut browser = stronger.browser();
        async move { browser.log_in("alice@example.com", PASSWORD).await.status }
    });
    assert_eq!(rocket::futures::future::join_all(attempts).await, [303; 8]);
}

#[rocket::async_test]
async fn remembering_can_be_declined() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    for (remember, is_kept) in
        [("no", false), ("0", false), ("", false), ("yes", true), ("on", true), ("1", true)]
    {
        let fields = [("email", "alice@example.com"), ("password", PASSWORD), ("remember", remember)];
        let answer = app.browser().post("/login", &fields).await;
        let cookie = answer.cookie("session").expect("a session");
        assert_eq!(cookie.max_age().is_some(), is_kept, "{remember:?}");
    }
}

#[rocket::async_test]
async fn whoever_is_logged_in_is_sent_on() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    assert_eq!(browser.get("/login").await.location(), Some("/account"));
    assert_eq!(browser.get("/login?next=/account/password").await.location(), Some("/account/password"));
}
