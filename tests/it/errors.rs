//! What cannot be answered gets a page in the site's look, or JSON for a program.

use rocket::http::{ContentType, Method};

use crate::harness::App;

#[rocket::async_test]
async fn a_wrong_address_or_method_is_told_with_what_would_work() {
    let app = App::new().await;
    let mut browser = app.browser();
    for (method, path, status, allow) in [
        (Method::Get, "/nothing", 404, None),
        (Method::Get, "/account/sessions/x/end", 405, Some("POST")),
        (Method::Get, "/logout", 405, Some("POST")),
        (Method::Put, "/signup", 405, Some("GET, HEAD, POST")),
        (Method::Delete, "/", 405, Some("GET, HEAD")),
        (Method::Options, "/login", 405, Some("GET, HEAD, POST")),
        (Method::Get, "/static/nothing.css", 404, None),
        (Method::Get, "/static/../Cargo.toml", 404, None),
        (Method::Get, "/static/%2e%2e%2fCargo.toml", 404, None),
    ] {
        let answer = browser.send(method, path, None, Vec::new()).await;
        assert_eq!((answer.status, answer.header("Allow")), (status, allow), "{method} {path}");
        assert!(answer.has("h1") && answer.has("a[href='/']"), "{method} {path}: a page with a way home");
    }
}

#[rocket::async_test]
async fn a_program_gets_json() {
    let app = App::new().await;
    let mut program = app.browser().header("Accept", "application/json");
    for (method, path, content_type, status, detail) in [
        (Method::Get, "/nothing", None, 404, "Page not found"),
        (Method::Get, "/logout", None, 405, "Not possible here"),
        (Method::Get, "/account", None, 401, "Please log in"),
        (Method::Post, "/signup", Some(ContentType::JSON), 415, "Unknown format"),
    ] {
        let answer = program.send(method, path, content_type, b"{}".to_vec()).await;
        assert_eq!(answer.status, status, "{method} {path}");
        assert_eq!(answer.header("Content-Type"), Some("application/json"));
        let body: serde_json::Value = serde_json::from_str(&answer.body).expect("JSON");
        assert_eq!(body["detail"], detail, "{method} {path}");
    }
}

#[rocket::async_test]
async fn a_database_that_is_away_is_told_without_a_word_of_the_inside() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    app.database.execute("ALTER TABLE users RENAME TO hidden");
    for answer in [
        app.browser().sign_up("bob@example.com", "violet harbour kettle").await,
        app.browser().log_in("alice@example.com", "violet harbour kettle").await,
        alice.get("/account").await,
        alice.clone().post("/logout", &[]).await,
    ] {
        assert!([500, 503].contains(&answer.status), "{}", answer.status);
        for inside in ["users", "no such table", "relation", "SQL", "diesel"] {
            assert!(!answer.texts("main").join(" ").contains(inside), "{inside}: {:?}", answer.texts("main"));
        }
    }
    assert_eq!(app.browser().get("/signup").await.status, 200, "pages that need no data still come");
    app.database.execute("ALTER TABLE hidden RENAME TO users");
    assert!(alice.is_logged_in().await, "and all is well again");
}
