//! Sign-up, and what the page says when it fails.

use frontdesk_browser_tests::{Flash, House, JavaScript, PASSWORD, with_and_without_javascript};

with_and_without_javascript!(
    somebody_signs_up,
    every_alphabet_can_be_typed,
    an_empty_form_is_answered_in_words,
    every_mistake_is_told_at_its_field,
    a_mistake_is_told_when_the_field_is_left,
    a_duplicate_leads_to_the_log_in,
    tab_and_enter_are_enough,
    the_strength_of_a_password_is_told_while_it_is_typed,
    a_strength_that_cannot_be_asked_for_is_not_missed,
);

async fn somebody_signs_up(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/").await;
    visitor.follow("Sign up").await;
    assert_eq!(visitor.title().await, "Sign up · Frontdesk");
    assert_eq!(visitor.shows("button.reveal").await, house.javascript == JavaScript::On, "show the password");
    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.path().await, "/account");
    assert_eq!(visitor.flash().await, Flash::new("success", "Welcome! Your account is ready."));
    assert!(visitor.texts(".facts dd").await.contains(&"ann@example.com".to_owned()));
    visitor.open("/account").await;
    assert!(!visitor.shows("#flash").await, "a flash is shown once");
}

async fn every_alphabet_can_be_typed(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", "zo\u{eb}@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.path().await, "/account", "no browser rule keeps the form back");
    assert!(visitor.texts(".facts dd").await.contains(&"zo\u{eb}@example.com".to_owned()));
}

async fn an_empty_form_is_answered_in_words(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.status().await, 422);
    assert_eq!(visitor.texts("#error-summary li").await, ["Enter your email address.", "Enter a password."]);
}

async fn every_mistake_is_told_at_its_field(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    let hint = "At least 8 characters. A few unrelated words work well.";
    assert_eq!(visitor.description("Password").await, hint);
    assert!(!visitor.is_marked_wrong("Email").await && !visitor.is_marked_wrong("Password").await);
    visitor.fill("Email", "ann@example").await;
    visitor.fill("Password", "short").await;
    visitor.press("Sign up").await;

    assert_eq!((visitor.path().await.as_str(), visitor.status().await), ("/signup", 422));
    assert_eq!(visitor.title().await, "Error: Sign up · Frontdesk");
    assert_eq!(visitor.focus().await, "error-summary");
    assert_eq!(visitor.attribute("#error-summary", "role").await.as_deref(), Some("alert"));
    let (email, password) = ("Enter an email address like name@example.com.", "Use at least 8 characters.");
    assert_eq!(visitor.texts("#error-summary li").await, [email, password]);
    assert!(visitor.is_marked_wrong("Email").await && visitor.is_marked_wrong("Password").await);
    assert_eq!(visitor.description("Email").await, email);
    assert_eq!(visitor.description("Password").await, format!("{hint} {password}"));
    assert_eq!(visitor.value("Email").await, "ann@example", "what was typed is kept");
    assert_eq!(visitor.value("Password").await, "", "but never a password");

    visitor.jump(password).await;
    visitor.wait_until("the link leads to its field", async || visitor.focus().await == "password").await;
    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.path().await, "/account");
}

async fn a_mistake_is_told_when_the_field_is_left(house: &House) {
    let has_script = house.javascript == JavaScript::On;
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", "ann").await;
    visitor.fill("Password", "short").await;
    visitor.click_here("h1").await;
    if has_script {
        // The script looks when the button of the mouse is up again.
        visitor
            .wait_until("the password is marked", async || visitor.is_marked_wrong("Password").await)
            .await;
    }
    assert_eq!(visitor.is_marked_wrong("Email").await, has_script);
    assert_eq!(visitor.is_marked_wrong("Password").await, has_script);
    if has_script {
        assert_eq!(visitor.description("Email").await, "Enter an email address like name@example.com.");
        assert!(visitor.description("Password").await.ends_with("Use at least 8 characters."));
    }
    visitor.fill("Email", "ann@gmial.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.click_here("h1").await;
    if has_script {
        visitor.wait_until("all is well", async || !visitor.is_marked_wrong("Password").await).await;
    }
    assert!(!visitor.is_marked_wrong("Email").await && !visitor.is_marked_wrong("Password").await);
    assert_eq!(visitor.shows("#email-suggestion").await, has_script);
    if has_script {
        visitor.click_here("#email-suggestion").await;
        assert_eq!(visitor.value("Email").await, "ann@gmail.com");
        assert_eq!(visitor.value("Password").await, PASSWORD, "nothing is lost");
    }
    visitor.follow("Log in").await;
    assert_eq!(visitor.value("Email").await, if has_script { "ann@gmail.com" } else { "" });
}

async fn a_duplicate_leads_to_the_log_in(house: &House) {
    house.frontdesk.welcome(["ann@example.com"]).await;
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", "Ann@Example.com").await;
    visitor.fill("Password", "another fine passphrase").await;
    visitor.press("Sign up").await;
    assert_eq!((visitor.path().await.as_str(), visitor.status().await), ("/signup", 409));
    assert_eq!(visitor.flash().await, Flash::new("error", "Email already registered"));
    assert!(visitor.is_marked_wrong("Email").await && !visitor.is_marked_wrong("Password").await);
    assert_eq!(visitor.description("Email").await, "There's already an account with this email.");
    assert_eq!(visitor.value("Email").await, "Ann@Example.com");
    assert_eq!(visitor.value("Password").await, "");
    visitor.follow("Log in instead").await;
    assert_eq!((visitor.path().await.as_str(), visitor.heading().await.as_str()), ("/login", "Log in"));
}

async fn tab_and_enter_are_enough(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/").await;
    visitor.tab_to("Sign up").await;
    visitor.press_enter().await;
    assert_eq!(visitor.focus().await, "email", "one can type at once");
    visitor.type_text("ann@example.com").await;
    visitor.tab_to("Password").await;
    visitor.type_text(PASSWORD).await;
    visitor.tab_to("Sign up").await;
    visitor.press_enter().await;
    assert_eq!(visitor.path().await, "/account");
    visitor.tab_to("Logged in as ann@example.com").await;
    visitor.toggle().await;
    visitor.tab_to("Log out").await;
    visitor.press_enter().await;
    assert_eq!(visitor.flash().await, Flash::new("notice", "You're logged out."));
}

async fn the_strength_of_a_password_is_told_while_it_is_typed(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    visitor.fill("Email", "rosalind.quill@example.com").await;
    let place = "#password-strength";
    for (password, expected) in [
        ("password1", "This password is too common. Try a few unrelated words."),
        ("rosalind.quill7", "Don't use your email address or the name of this site in your password."),
        (PASSWORD, "Strong. This password is very hard to guess."),
        ("short", ""),
    ] {
        visitor.fill("Password", password).await;
        if house.javascript == JavaScript::On {
            visitor.wait_until("it is judged", async || visitor.text(place).await == expected).await;
        }
    }
    assert_eq!(visitor.text(place).await, "");
    assert!(!visitor.is_marked_wrong("Password").await, "it is advice, not a mistake");
}

async fn a_strength_that_cannot_be_asked_for_is_not_missed(house: &House) {
    let visitor = house.visitor().await;
    visitor.open("/signup").await;
    if house.javascript == JavaScript::On {
        visitor.fill("Password", "password1").await;
        visitor
            .wait_until("it is judged", async || !visitor.text("#password-strength").await.is_empty())
            .await;
        visitor.run("window.fetch = () => Promise.reject(new Error('offline'))").await;
    }
    visitor.fill("Email", "ann@example.com").await;
    visitor.fill("Password", PASSWORD).await;
    visitor.wait_until("nothing is told", async || visitor.text("#password-strength").await.is_empty()).await;
    visitor.press("Sign up").await;
    assert_eq!(visitor.path().await, "/account");
}
