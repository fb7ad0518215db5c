//! Repeated sign-ups with an `Idempotency-Key`: only one takes effect, and the key does not help to guess a password.

use rocket::futures::future::join_all;
use serde_json::{Value, json};

use crate::harness::{Answer, App, PASSWORD};

fn new_account(email: &str, password: &str) -> String {
    json!({ "email": email, "password": password }).to_string()
}

/// The code of the mistake in the key, in an answer.
fn code(answer: &Answer) -> String {
    answer.json_text("/errors/Idempotency-Key/0/code")
}

#[rocket::async_test]
async fn asking_again_with_the_same_key_does_not_do_it_twice() {
    let app = App::new().await;
    let asking = |key: &str| app.browser().header("Idempotency-Key", key);
    let (alice, bob) = (new_account("alice@example.com", PASSWORD), new_account("bob@example.com", PASSWORD));
    let first = asking("one").post_json("/users/signup", &alice).await;
    assert_eq!(first.status, 201);
    for _ in 0..2 {
        let again = asking("one").post_json("/users/signup", &alice).await;
        assert_eq!((again.status, again.body.as_str()), (201, first.body.as_str()));
    }
    let other_address = asking("one").post_json("/users/signup", &bob).await;
    assert_eq!((other_address.status, code(&other_address).as_str()), (422, "key_reused"));
    let other_password = new_account("alice@example.com", "quiet lantern meadow");
    let other_password = asking("one").post_json("/users/signup", &other_password).await;
    assert_eq!((other_password.status, code(&other_password).as_str()), (422, "key_reused"));
    let other_key = asking("two").post_json("/users/signup", &alice).await;
    assert_eq!(other_key.body, r#"{"detail":"Email already registered"}"#);
    assert_eq!(
        asking("two").post_json("/users/signup", &bob).await.status,
        201,
        "an attempt that failed holds no key"
    );
    for key in ["", "two words", "kl\u{fc}", &"k".repeat(256)] {
        assert_eq!(asking(key).post_json("/users/signup", &alice).await.status, 400, "{key:?}");
    }
    let twice = asking("one").header("idempotency-key", "one");
    assert_eq!(
        twice.clone().also("Idempotency-Key", "one").post_json("/users/signup", &alice).await.status,
        400
    );
    app.later(time::Duration::hours(25));
    let too_late = asking("one").post_json("/users/signup", &alice).await;
    assert_eq!(too_late.body, r#"{"detail":"Email already registered"}"#, "a day has passed");
    assert_eq!(app.users(), 2);
}

#[rocket::async_test]
async fn sixteen_at_once_with_one_key_get_one_answer() {
    let app = App::new().await;
    let body = new_account("alice@example.com", PASSWORD);
    let attempts = (0..16).map(|_| {
        let mut browser = app.browser().header("Idempotency-Key", "9e1f");
        let body = &body;
        async move { browser.post_json("/users/signup", body).await }
    });
    let answers: Vec<Value> = join_all(attempts)
        .await
        .iter()
        .inspect(|answer| assert_eq!(answer.status, 201, "{}", answer.body))
        .map(Answer::json)
        .collect();
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn a_key_is_no_way_to_guess_a_password() {
    let app = App::with_tight_limits().await;
    let asking = || app.browser().from([203, 0, 113, 9]).header("Idempotency-Key", "known");
    asking()
        .from([192, 0, 2, 77])
        .post_json("/users/signup", &new_account("alice@example.com", PASSWORD))
        .await;
    for _ in 0..3 {
        let guess =
            asking().post_json("/users/signup", &new_account("alice@example.com", "a wrong guess")).await;
        assert_eq!(guess.status, 422);
    }
    let guess = asking().post_json("/users/signup", &new_account("alice@example.com", PASSWORD)).await;
    assert_eq!(guess.status, 429);
    assert_eq!(app.events()[1..], ["log_in_failed"; 3]);
}

#[rocket::async_test]
async fn a_key_compares_no_other_account_and_none_that_is_in_use() {
    let app = App::new().await;
    let asking = || app.browser().header("Idempotency-Key", "of-the-attacker");
    app.member("bob@example.com").await;
    asking().post_json("/users/signup", &new_account("eve@example.com", PASSWORD)).await;
    let before = app.events();
    let right = asking().post_json("/users/signup", &new_account("bob@example.com", PASSWORD)).await;
    let wrong = asking().post_json("/users/signup", &new_account("bob@example.com", "a wrong guess")).await;
    let unknown = asking().post_json("/users/signup", &new_account("carol@example.com", PASSWORD)).await;
    assert_eq!((right.status, code(&right).as_str()), (422, "key_reused"));
    assert_eq!((right.status, &right.body), (wrong.status, &wrong.body));
    assert_eq!((right.status, &right.body), (unknown.status, &unknown.body));
    assert_eq!(app.events(), before, "no password was looked at, right or wrong");

    let again = asking().post_json("/users/signup", &new_account("Eve@example.com", PASSWORD)).await;
    assert_eq!(again.status, 201);
    assert_eq!(
        app.events().last().map(String::as_str),
        Some("sign_up_repeated"),
        "the right one is recorded"
    );
    app.browser().log_in("eve@example.com", PASSWORD).await;
    for password in [PASSWORD, "a wrong guess"] {
        let late = asking().post_json("/users/signup", &new_account("eve@example.com", password)).await;
        assert_eq!((late.status, late.body.as_str()), (400, r#"{"detail":"Email already registered"}"#));
    }
    assert_eq!(app.events().last().map(String::as_str), Some("logged_in"), "nor was one after the log-in");
}

#[rocket::async_test]
async fn asking_again_is_safe_where_the_address_has_to_be_confirmed() {
    let app = App::with(|config| config.verification.required = true).await;
    let body = format!(r#"{{"email":"alice@example.com","password":"{PASSWORD}"}}"#);
    let mut program = app.browser().header("Idempotency-Key", "first-try");
    let first = program.post_json("/users/signup", &body).await;
    let again = program.post_json("/users/signup", &body).await;
    assert_eq!((first.status, again.status, &again.body), (201, 201, &first.body));
    assert_eq!(app.mail_to("alice@example.com").await.len(), 1);
}
