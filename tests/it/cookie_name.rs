//! Two instances on one host: a browser sends the cookies of each to both.

use std::sync::Arc;

use crate::harness::{App, PASSWORD, TestDatabase};

async fn named(name: &str) -> App {
    let name = name.to_owned();
    App::on(Arc::new(TestDatabase::new()), |config| config.sessions.cookie_name = name).await
}

#[rocket::async_test]
async fn two_instances_with_different_names_do_not_log_each_others_people_out() {
    let (one, other) = (named("session").await, named("books").await);
    let mut browser = one.browser();
    assert_eq!(browser.sign_up("alice@example.com", PASSWORD).await.status, 303);
    let first = browser.cookies.clone();

    let mut there = other.browser();
    there.cookies = first.clone();
    assert_eq!(there.sign_up("alice@example.com", PASSWORD).await.status, 303);
    assert!(there.is_logged_in().await);
    for (name, value) in &first {
        assert_eq!(there.cookies.get(name), Some(value), "the other instance left {name} alone");
    }
    let names: Vec<&str> = there.cookies.keys().map(String::as_str).collect();
    assert_eq!(names, ["books", "books-device", "device", "notice", "session"]);

    browser.cookies = there.cookies.clone();
    let page = browser.get("/account").await;
    assert_eq!(page.status, 200);
    assert!(page.flash().is_some(), "its own message is still to be shown");
    assert_eq!(there.post("/logout", &[]).await.status, 303);
    assert!(!there.cookies.contains_key("books") && there.cookies.contains_key("session"));
    browser.cookies = there.cookies.clone();
    assert!(browser.is_logged_in().await, "logging out there is no logging out here");
}

#[rocket::async_test]
async fn with_https_the_prefix_is_added_to_the_chosen_name() {
    let app = App::with(|config| {
        config.public_url = Some("https://id.example.com".into());
        config.sessions.cookie_name = "books".into();
    })
    .await;
    let answer = app.browser().sign_up("alice@example.com", PASSWORD).await;
    let mut names: Vec<String> = answer.cookies().map(|cookie| cookie.name().to_owned()).collect();
    names.sort();
    assert_eq!(names, ["__Host-books", "__Host-books-device", "__Host-books-notice"]);
}
