//! Rate limits on guesses of passwords: by client and by address.

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn one_client_that_tries_too_often_is_told_to_wait() {
    let app = App::with_tight_limits().await;
    for number in 0..5 {
        app.member(&format!("person{number}@example.com")).await;
    }
    let page = app.browser().sign_up("person5@example.com", PASSWORD).await;
    assert_eq!(page.status, 429);
    let wait: u64 = page.header("Retry-After").and_then(|wait| wait.parse().ok()).expect("a time to wait");
    assert!((1..=60).contains(&wait), "{wait}");
    assert_eq!(
        page.flash(),
        Some(format!("Too many attempts. Try again in {wait} second{}.", if wait == 1 { "" } else { "s" }))
    );
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("person5@example.com"));
    assert_eq!(app.browser().log_in("person0@example.com", PASSWORD).await.status, 429, "all doors together");
    assert_eq!(app.browser().get("/signup").await.status, 200, "reading is free");
    assert_eq!(
        app.browser().from([198, 51, 100, 7]).log_in("person0@example.com", PASSWORD).await.status,
        303
    );
}

#[rocket::async_test]
async fn headers_that_anybody_can_send_change_nothing() {
    let app = App::with_tight_limits().await;
    for number in 0..5 {
        app.member(&format!("person{number}@example.com")).await;
    }
    for header in ["X-Real-IP", "X-Forwarded-For", "Forwarded", "X-Client-IP"] {
        let mut browser = app.browser().header(header, "198.51.100.7");
        assert_eq!(browser.sign_up("person6@example.com", PASSWORD).await.status, 429, "{header}");
    }
}

#[rocket::async_test]
async fn one_address_is_guarded_against_many_clients() {
    let app = App::with_tight_limits().await;
    app.member("alice@example.com").await;
    let guess = |number: u8, email: &'static str| {
        let mut browser = app.browser().from([203, 0, 113, number]);
        async move { browser.log_in(email, "a wrong guess").await }
    };
    for number in 0..3 {
        let spelling = ["alice@example.com", "ALICE@example.com", "alice@EXAMPLE.com"][usize::from(number)];
        assert_eq!(guess(number, spelling).await.status, 422);
    }
    let page = guess(4, "alice@example.com").await;
    assert_eq!(page.status, 429);
    assert!(page.header("Retry-After").is_some());
    for number in 0..3 {
        assert_eq!(guess(10 + number, "nobody@example.com").await.status, 422);
    }
    assert_eq!(guess(14, "nobody@example.com").await.status, 429, "an unknown address is told the same");
    assert_eq!(guess(15, "bob@example.com").await.status, 422);
    let mut owner = app.browser();
    assert_eq!(owner.log_in("alice@example.com", PASSWORD).await.status, 303, "from where she signed up");
    let change = [("current_password", PASSWORD), ("new_password", "quiet lantern meadow")];
    assert_eq!(owner.post("/account/password", &change).await.status, 303);
}

#[rocket::async_test]
async fn a_stolen_session_does_not_guess_the_password() {
    let app = App::with_tight_limits().await;
    let thief = app.member("alice@example.com").await;
    let guess = |number: u8| {
        let mut browser = thief.clone().from([203, 0, 113, number]);
        let fields = [("current_password", "a wrong guess"), ("new_password", "quiet lantern meadow")];
        async move { browser.post("/account/password", &fields).await.status }
    };
    for number in 0..3 {
        assert_eq!(guess(number).await, 422);
    }
    assert_eq!(guess(3).await, 429);
}
