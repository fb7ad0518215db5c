//! A change of the password.

use crate::harness::{App, PASSWORD};

const NEW: &str = "quiet lantern meadow";

#[rocket::async_test]
async fn it_needs_the_present_password_and_ends_the_other_sessions() {
    let app = App::new().await;
    let mut here = app.member("alice@example.com").await;
    let mut there = app.browser();
    there.log_in("alice@example.com", PASSWORD).await;

    let page = here.get("/account/password").await;
    for (selector, autocomplete) in
        [("#current_password", "current-password"), ("#new_password", "new-password")]
    {
        assert_eq!(page.attribute(selector, "type").as_deref(), Some("password"));
        assert_eq!(page.attribute(selector, "autocomplete").as_deref(), Some(autocomplete));
    }
    // For password managers; the server ignores it.
    assert_eq!(page.attribute("#username[name=username]", "value").as_deref(), Some("alice@example.com"));
    let form = [("username", "bob@example.com"), ("current_password", PASSWORD), ("new_password", NEW)];
    let answer = here.post("/account/password", &form).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account")));
    assert_eq!(
        here.get("/account").await.flash().as_deref(),
        Some("Password changed. You've been logged out everywhere else.")
    );
    assert!(!there.is_logged_in().await);
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 422);
    assert_eq!(app.browser().log_in("alice@example.com", NEW).await.status, 303);
    assert!(app.events().contains(&"password_changed".to_owned()));
}

#[rocket::async_test]
async fn all_mistakes_are_told_at_once_and_nothing_is_changed() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    for (current, new, expected) in [
        (
            "not the present one",
            "short",
            vec!["That's not your current password.", "Use at least 8 characters."],
        ),
        ("", "", vec!["Enter your current password.", "Enter a new password."]),
        (PASSWORD, "password1", vec!["This password is too common. Try a few unrelated words."]),
        ("not the present one", NEW, vec!["That's not your current password."]),
    ] {
        let page =
            browser.post("/account/password", &[("current_password", current), ("new_password", new)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.texts("#error-summary li"), expected);
        assert!(!page.has("input[type=password][value]"));
    }
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn visitors_are_asked_to_log_in() {
    let app = App::new().await;
    let answer = app.browser().get("/account/password").await;
    assert_eq!((answer.status, answer.location()), (303, Some("/login?next=%2Faccount%2Fpassword")));
    let answer =
        app.browser().post("/account/password", &[("current_password", "a"), ("new_password", "b")]).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/login?next=%2Faccount%2Fpassword")));
}
