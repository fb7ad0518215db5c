//! What the server says of a new password while it is typed.

use crate::harness::{App, PASSWORD};

const JUDGE: &str = "/password-strength";

#[rocket::async_test]
async fn the_judgement_is_that_of_the_form() {
    let app = App::with(|config| config.site.name = "Harbour Books".into()).await;
    let mut browser = app.browser();
    let cases = [
        ("short", "", "weak", "Use at least 8 characters."),
        ("password1", "", "weak", "This password is too common. Try a few unrelated words."),
        ("abcdefghijkl", "", "weak", "This password is easy to guess. Add a few unrelated words."),
        (
            "rosalind.quill7",
            "rosalind.quill@example.com",
            "weak",
            "Don't use your email address or the name of this site in your password.",
        ),
        ("rosalind.quill7", "not an address", "strong", "Strong. This password is very hard to guess."),
        (
            "quietbook81",
            "bob@example.com",
            "sufficient",
            "Good. One more word makes it even harder to guess.",
        ),
        (PASSWORD, "ann@example.com", "strong", "Strong. This password is very hard to guess."),
    ];
    for (password, email, level, message) in cases {
        let answer = browser.post(JUDGE, &[("password", password), ("email", email)]).await;
        assert_eq!(answer.status, 200, "{}", answer.body);
        assert_eq!(answer.header("Cache-Control"), Some("no-store"));
        assert_eq!(answer.json_text("/level"), level, "{password}");
        assert_eq!(answer.json()["ok"], level != "weak", "{password}");
        assert_eq!(answer.json_text("/message"), message, "{password}");
        let form = app.browser().post("/signup", &[("password", password), ("email", email)]).await;
        assert_eq!(
            form.texts("#password-error p").first().is_some_and(|told| told == message),
            level == "weak"
        );
        assert!(!answer.body.contains(password), "the password does not travel back");
    }
}

#[rocket::async_test]
async fn it_is_told_in_the_language_of_its_reader() {
    let app = App::new().await;
    let mut browser = app.browser().header("Accept-Language", "de");
    let answer = browser.post(JUDGE, &[("password", "password1")]).await;
    assert!(answer.json_text("/message").starts_with("Dieses Passwort"), "{}", answer.body);
}

#[rocket::async_test]
async fn it_is_limited_and_answers_only_this_site() {
    let app = App::with_tight_limits().await;
    let mut browser = app.browser();
    let mut answers = Vec::new();
    for _ in 0..70 {
        answers.push(browser.post(JUDGE, &[("password", "password1")]).await.status);
    }
    assert_eq!(answers[..60], [200; 60]);
    assert_eq!(answers.last(), Some(&429));
    assert_eq!(
        browser.sign_up("ann@example.com", PASSWORD).await.status,
        303,
        "sign-ups have their own limit"
    );
    assert_eq!(app.browser().from([192, 0, 2, 7]).post(JUDGE, &[("password", "x")]).await.status, 200);

    let mut elsewhere = app.browser().header("Sec-Fetch-Site", "cross-site");
    assert_eq!(elsewhere.post(JUDGE, &[("password", "password1")]).await.status, 403);
    let long = "a".repeat(20 << 10);
    assert_eq!(app.browser().from([192, 0, 2, 8]).post(JUDGE, &[("password", &long)]).await.status, 413);
}

#[rocket::async_test]
async fn forms_for_new_passwords_have_a_place_for_it() {
    let app = App::new().await;
    let signup = app.browser().get("/signup").await;
    let described = signup.attribute("#password", "aria-describedby");
    assert_eq!(described.as_deref(), Some("password-hint password-strength"));
    assert_eq!(signup.attribute("#password-strength", "aria-live").as_deref(), Some("polite"));
    assert!(!app.browser().get("/login").await.has("#password-strength"));
    let change = app.member("ann@example.com").await.get("/account/password").await;
    assert!(change.has("#new_password-strength") && !change.has("#current_password-strength"));
}
