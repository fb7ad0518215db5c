//! Sign-up by a program.

use rocket::futures::future::join_all;
use rocket::http::{ContentType, Method};
use serde_json::json;

use crate::harness::{Answer, App, PASSWORD};

fn new_account(email: &str, password: &str) -> String {
    json!({ "email": email, "password": password }).to_string()
}

async fn sign_up(app: &App, body: &str) -> Answer {
    app.browser().post_json("/users/signup", body).await
}

/// The codes of the mistakes in a field of an answer.
fn codes(answer: &Answer, field: &str) -> Vec<String> {
    let json = answer.json();
    let errors = json["errors"][field].as_array().cloned().unwrap_or_default();
    assert!(
        errors.iter().all(|error| error["message"].as_str().is_some_and(|text| text.len() > 10)),
        "{json}"
    );
    errors.iter().filter_map(|error| error["code"].as_str().map(str::to_owned)).collect()
}

#[rocket::async_test]
async fn the_lesson_to_the_letter() {
    let app = App::new().await;
    let answer = sign_up(&app, r#"{"email": "alice@example.com", "password": "SecurePass123"}"#).await;
    assert_eq!((answer.status, answer.body.as_str()), (201, r#"{"id":1,"email":"alice@example.com"}"#));
    assert_eq!(answer.json()["id"], 1);
    assert_eq!(answer.cookies().count(), 0, "nobody is logged in");
    let again = sign_up(&app, r#"{"email": "alice@example.com", "password": "DifferentPass"}"#).await;
    assert_eq!((again.status, again.body.as_str()), (400, r#"{"detail":"Email already registered"}"#));
    assert_eq!(app.users(), 1);
    assert_eq!(app.events(), ["signed_up"]);
    assert_eq!(app.database.count("sessions"), 0);
    assert_eq!(app.browser().log_in("alice@example.com", "SecurePass123").await.status, 303);
}

#[rocket::async_test]
async fn the_rules_are_those_of_the_page() {
    let app = App::new().await;
    sign_up(&app, &new_account("Zo\u{eb}@Example.com", PASSWORD)).await;
    for (email, password, on_email, on_password) in [
        ("", "", "email_missing", "password_missing"),
        ("alice", "short", "email_invalid", "password_too_short"),
        (
            &format!("{}@example.com", "a".repeat(250)),
            &"x7\u{e9}".repeat(86),
            "email_too_long",
            "password_too_long",
        ),
        ("alice@localhost", "password", "email_invalid", "password_common"),
        ("bob@example.com", "abcdefghijkl", "", "password_guessable"),
        ("wilhelmina@example.com", "wilhelmina1", "", "password_from_context"),
    ] {
        let answer = sign_up(&app, &new_account(email, password)).await;
        assert_eq!(answer.status, 422, "{email} {password}");
        assert_eq!(codes(&answer, "email").join(","), on_email);
        assert_eq!(codes(&answer, "password").join(","), on_password);
        for typed in [email, password].into_iter().filter(|typed| typed.len() > 8) {
            assert!(!answer.body.contains(typed), "what was typed does not come back");
        }
    }
    let duplicate = sign_up(&app, &new_account("ZOE\u{308}@example.COM", "short")).await;
    assert_eq!(duplicate.status, 400, "a duplicate is told before other mistakes");
    assert_eq!(duplicate.json()["detail"], "Email already registered");
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn whatever_is_sent_is_answered_in_json() {
    let app = App::new().await;
    let deep = format!("{{\"email\":{}{}}}", "[".repeat(5_000), "]".repeat(5_000));
    let large = new_account(&"a".repeat(20_000), PASSWORD);
    let good = new_account("alice@example.com", PASSWORD);
    let json = Some(ContentType::JSON);
    let cases: Vec<(&str, Option<ContentType>, Vec<u8>, u16)> = vec![
        ("nothing", json.clone(), Vec::new(), 400),
        ("half", json.clone(), b"{\"email\": \"alice".to_vec(), 400),
        ("two", json.clone(), [good.as_bytes(), good.as_bytes()].concat(), 400),
        ("invalid UTF-8", json.clone(), b"{\"email\": \"al\xffce@example.com\"}".to_vec(), 400),
        ("a lone surrogate", json.clone(), br#"{"email": "\ud800@example.com"}"#.to_vec(), 400),
        ("too deep", json.clone(), deep.into_bytes(), 422),
        ("too large", json.clone(), large.into_bytes(), 413),
        ("no type", None, good.clone().into_bytes(), 415),
        ("another type", Some(ContentType::Plain), good.clone().into_bytes(), 415),
        ("a form", Some(ContentType::Form), b"email=alice%40example.com&password=x".to_vec(), 415),
        ("an array", json.clone(), json!(["alice@example.com", PASSWORD]).to_string().into_bytes(), 422),
        ("a string", json.clone(), b"\"alice@example.com\"".to_vec(), 422),
        ("null", json.clone(), b"null".to_vec(), 422),
        ("empty", json.clone(), b"{}".to_vec(), 422),
        ("twice", json.clone(), br#"{"email":"a@example.com","email":"b@example.com"}"#.to_vec(), 422),
        ("wrong types", json.clone(), br#"{"email": 5, "password": {"a": [1]}}"#.to_vec(), 422),
        ("extra", json.clone(), good.replace('}', ",\"is_admin\":true}").into_bytes(), 422),
    ];
    for (name, content_type, body, status) in cases {
        let answer = app.browser().send(Method::Post, "/users/signup", content_type, body).await;
        assert_eq!(answer.status, status, "{name}: {}", answer.body);
        assert!(answer.json()["detail"].as_str().is_some_and(|text| text.len() > 10), "{name}");
        assert!(!answer.body.contains("is_admin"), "{name}");
    }
    let wrong = sign_up(&app, r#"{"email": null, "password": 12345678}"#).await;
    assert_eq!(
        (codes(&wrong, "email"), codes(&wrong, "password")),
        (vec!["wrong_type".into()], vec!["wrong_type".into()])
    );
    assert!(!wrong.body.contains("12345678"));
    let mixed = sign_up(&app, r#"{"email": 5, "password": "short"}"#).await;
    assert_eq!(
        (codes(&mixed, "email"), codes(&mixed, "password")),
        (vec!["wrong_type".into()], vec!["password_too_short".into()]),
        "all mistakes together"
    );
    assert_eq!(codes(&sign_up(&app, "{}").await, "email"), ["email_missing"]);
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn another_method_or_address_is_answered_in_json_too() {
    let app = App::new().await;
    for (method, path, status, allow) in [
        (Method::Get, "/users/signup", 405, Some("POST")),
        (Method::Delete, "/users/me", 405, Some("GET, HEAD")),
        (Method::Options, "/token", 405, Some("POST")),
        (Method::Get, "/users/nobody", 404, None),
        (Method::Get, "/users", 404, None),
        (Method::Get, "/admin/api/nothing", 404, None),
        (Method::Post, "/.well-known/jwks.json", 405, Some("GET, HEAD")),
    ] {
        let answer = app.browser().send(method, path, None, Vec::new()).await;
        assert_eq!((answer.status, answer.header("Allow")), (status, allow), "{method} {path}");
        assert!(answer.json()["detail"].is_string(), "{method} {path}");
    }
}

#[rocket::async_test]
async fn thirty_two_by_form_and_by_json_make_one() {
    let app = App::new().await;
    let attempts = (0..32).map(|number| {
        let mut browser = app.browser();
        async move {
            match number % 2 {
                0 => browser.sign_up("alice@example.com", PASSWORD).await,
                _ => browser.post_json("/users/signup", &new_account("Alice@example.com", PASSWORD)).await,
            }
        }
    });
    let answers = join_all(attempts).await;
    let with = |statuses: [u16; 2]| answers.iter().filter(|answer| statuses.contains(&answer.status)).count();
    assert_eq!((with([303, 201]), with([409, 400])), (1, 31));
    for answer in answers.iter().filter(|answer| answer.status == 400) {
        assert_eq!(answer.body, r#"{"detail":"Email already registered"}"#);
    }
    assert_eq!(app.users(), 1);
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn the_limits_are_those_of_the_page() {
    let app = App::with_tight_limits().await;
    for number in 0..4 {
        app.member(&format!("person{number}@example.com")).await;
    }
    assert_eq!(sign_up(&app, &new_account("bob@example.com", PASSWORD)).await.status, 201);
    let refused = sign_up(&app, &new_account("carol@example.com", PASSWORD)).await;
    assert_eq!(refused.status, 429);
    assert_eq!(refused.json()["detail"], "Too many attempts. Wait a little, then try again.");
    assert!(
        refused.header("Retry-After").and_then(|wait| wait.parse::<u32>().ok()).is_some_and(|wait| wait > 0)
    );
}

#[rocket::async_test]
async fn no_capacity_is_told_with_the_time_to_wait() {
    let app = App::with_one_slow_worker().await;
    let attempts = (0..4).map(|number| {
        let (app, body) = (&app, new_account(&format!("person{number}@example.com"), PASSWORD));
        async move { sign_up(app, &body).await }
    });
    let answers = join_all(attempts).await;
    assert_eq!(answers.iter().filter(|answer| answer.status == 201).count(), 1);
    for answer in answers.iter().filter(|answer| answer.status != 201) {
        assert_eq!((answer.status, answer.header("Retry-After")), (503, Some("1")));
        assert!(answer.json()["detail"].as_str().is_some_and(|text| text.contains("try again")));
    }
}
