//! Step-up: the member enters the password again before actions that another user of the browser must not take.

use time::Duration;

use crate::harness::{App, PASSWORD};

const CONFIRM: &str = "/account/confirm?next=%2Faccount%2Fexport";

#[rocket::async_test]
async fn it_is_asked_for_ten_minutes_after_it_was_last_given() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    app.later(Duration::minutes(9));
    assert_eq!(alice.get("/account/export").await.status, 200, "it was given a short while ago");
    app.later(Duration::minutes(2));
    for answer in [alice.get("/account/export").await, alice.post("/account/export", &[]).await] {
        assert_eq!((answer.status, answer.location()), (303, Some(CONFIRM)));
    }
    assert_eq!(alice.get("/account").await.status, 200, "the rest goes on");
    let program = alice.clone().header("Accept", "application/json").post("/account/export", &[]).await;
    assert_eq!((program.status, program.json_text("/detail").as_str()), (401, "Confirm your password"));

    let page = alice.get(CONFIRM).await;
    assert_eq!(page.text("h1").as_deref(), Some("Confirm your password"));
    let confirm = |password: &'static str| [("current_password", password), ("next", "/account/export")];
    let wrong = alice.post("/account/confirm", &confirm("a wrong guess")).await;
    assert_eq!(wrong.status, 422);
    assert_eq!(wrong.text("#current_password-error").as_deref(), Some("That's not your current password."));
    assert_eq!(wrong.attribute("input[name=next]", "value").as_deref(), Some("/account/export"));
    assert!(!wrong.body.contains("a wrong guess"));
    let empty = alice.post("/account/confirm", &confirm("")).await;
    assert_eq!(empty.text("#current_password-error").as_deref(), Some("Enter your current password."));
    assert_eq!(alice.get("/account/export").await.status, 303, "still");

    let right = alice.post("/account/confirm", &confirm(PASSWORD)).await;
    assert_eq!((right.status, right.location()), (303, Some("/account/export")));
    assert_eq!(alice.get("/account/export").await.status, 200);
    app.later(Duration::minutes(11));
    assert_eq!(alice.get("/account/export").await.status, 303, "and again");
}

#[rocket::async_test]
async fn it_counts_for_the_session_in_which_it_was_given() {
    let app = App::new().await;
    let mut here = app.member("alice@example.com").await;
    let mut there = app.browser();
    there.log_in("alice@example.com", PASSWORD).await;
    app.later(Duration::minutes(11));
    here.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    assert_eq!(here.get("/account/export").await.status, 200);
    assert_eq!(there.get("/account/export").await.location(), Some(CONFIRM));
    let visitor = app.browser().get("/account/export").await;
    assert_eq!(visitor.location(), Some("/login?next=%2Faccount%2Fexport"));
}

#[rocket::async_test]
async fn a_change_of_password_counts_too() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    app.later(Duration::minutes(11));
    let change = [("current_password", PASSWORD), ("new_password", "quiet lantern meadow")];
    assert_eq!(alice.post("/account/password", &change).await.status, 303);
    assert_eq!(alice.get("/account/export").await.status, 200);
}

#[rocket::async_test]
async fn afterwards_one_stays_on_this_site() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    for next in ["https://evil.example", "//evil.example", "/\\evil.example", "nowhere"] {
        let answer = alice.post("/account/confirm", &[("current_password", PASSWORD), ("next", next)]).await;
        assert_eq!((answer.status, answer.location()), (303, Some("/account")), "{next}");
    }
}

#[rocket::async_test]
async fn guessing_it_is_limited_for_the_session() {
    let app = App::with_tight_limits().await;
    let thief = app.member("alice@example.com").await;
    let guess = |number: u8| {
        let mut browser = thief.clone().from([203, 0, 113, number]);
        async move { browser.post("/account/confirm", &[("current_password", "a wrong guess")]).await.status }
    };
    for number in 0..3 {
        assert_eq!(guess(number).await, 422);
    }
    assert_eq!(guess(3).await, 429);
}
