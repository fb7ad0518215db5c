//! Sign-up.

use rocket::http::{ContentType, Method};

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn the_form_is_one_that_password_managers_understand() {
    let app = App::new().await;
    let page = app.browser().get("/signup").await;
    assert_eq!(page.status, 200);
    for (selector, attribute, expected) in [
        ("#sign-up-form", "method", "post"),
        ("#sign-up-form", "action", "/signup"),
        ("#email", "type", "email"),
        ("#email", "autocomplete", "email"),
        ("#email", "inputmode", "email"),
        ("#password", "type", "password"),
        ("#password", "autocomplete", "new-password"),
        ("#password", "aria-describedby", "password-hint password-strength"),
    ] {
        assert_eq!(page.attribute(selector, attribute).as_deref(), Some(expected), "{selector} {attribute}");
    }
    assert_eq!(page.texts("#sign-up-form label"), ["Email", "Password"]);
    assert!(page.attribute("#password", "value").is_none());
    assert!(page.attribute("#password", "maxlength").is_none(), "a password can be pasted whole");
    assert!(!page.has("#error-summary"));
}

/// Without a script a second click sends the form again, while the answer to the first one loads.
/// A script that signs up twice is told so, also with the session of the first time.
#[rocket::async_test]
async fn the_same_form_again_is_a_duplicate_for_whoever_sends_it() {
    let app = App::new().await;
    let mut browser = app.browser();
    assert_eq!(browser.sign_up("alice@example.com", PASSWORD).await.status, 303);
    for mut sender in [browser.clone(), app.browser()] {
        let answer = sender.sign_up("alice@example.com", PASSWORD).await;
        assert_eq!((answer.status, answer.flash().as_deref()), (409, Some("Email already registered")));
    }
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn a_mistyped_domain_is_asked_about_and_stops_nobody() {
    let app = App::new().await;
    let page = app.browser().sign_up("Alice@gmial.com", "short").await;
    assert_eq!(page.text("#email-suggestion").as_deref(), Some("Did you mean Alice@gmail.com?"));
    assert_eq!(page.texts("#error-summary li").len(), 1, "it is no mistake");
    assert!(!app.browser().sign_up("alice@gmail.com", "short").await.has("#email-suggestion"));
    assert_eq!(app.browser().sign_up("alice@gmial.com", PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn signing_up_logs_in_and_says_so_once() {
    let app = App::new().await;
    let mut browser = app.browser();
    let answer = browser.sign_up("Alice@Example.com", PASSWORD).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/account")));

    let account = browser.get("/account").await;
    assert_eq!(account.flash().as_deref(), Some("Welcome! Your account is ready."));
    assert!(account.texts("dd").contains(&"Alice@Example.com".to_owned()), "shown as typed");
    assert_eq!(browser.get("/account").await.flash(), None, "said once");
    assert_eq!(app.events(), ["signed_up"]);
}

#[rocket::async_test]
async fn all_mistakes_are_told_at_once_and_only_the_address_is_kept() {
    let app = App::new().await;
    let page = app.browser().sign_up("alice", "hunter2").await;
    assert_eq!(page.status, 422);
    assert_eq!(page.text("title").as_deref(), Some("Error: Sign up · Frontdesk"));
    assert_eq!(
        page.texts("#error-summary li"),
        ["Enter an email address like name@example.com.", "Use at least 8 characters."]
    );
    for field in ["email", "password"] {
        assert_eq!(page.attribute(&format!("#{field}"), "aria-invalid").as_deref(), Some("true"));
        let described = page.attribute(&format!("#{field}"), "aria-describedby").expect("a description");
        assert!(described.contains(&format!("{field}-error")), "{described}");
        assert!(page.has(&format!("#{field}-error")));
    }
    assert_eq!(page.attribute("#email", "value").as_deref(), Some("alice"));
    assert!(page.attribute("#password", "value").is_none());
    assert!(!page.body.contains("hunter2"));
    assert_eq!(page.cookies().count(), 0);
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn each_mistake_has_its_words() {
    let app = App::new().await;
    let mut browser = app.browser();
    let long_address = format!("{}@{}.example", "a".repeat(64), "b.".repeat(120));
    let too_long = "violet harbour kettle ".repeat(12);
    for (email, password, expected) in [
        ("", PASSWORD, "Enter your email address."),
        ("a@localhost", PASSWORD, "Enter an email address like name@example.com."),
        (&*long_address, PASSWORD, "That email address is too long."),
        ("a@example.com", "", "Enter a password."),
        ("a@example.com", "short77", "Use at least 8 characters."),
        ("a@example.com", &*too_long, "Use at most 256 characters."),
        ("a@example.com", "password1", "This password is too common. Try a few unrelated words."),
        ("a@example.com", "abcdefghij", "This password is easy to guess. Add a few unrelated words."),
        (
            "wilhelmina@example.com",
            "wilhelmina1",
            "Don't use your email address or the name of this site in your password.",
        ),
    ] {
        let page = browser.sign_up(email, password).await;
        assert_eq!(page.status, 422, "{email:?} {password:?}");
        assert_eq!(page.texts("#error-summary li"), [expected], "{email:?} {password:?}");
    }
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn a_taken_address_is_a_duplicate_in_every_spelling() {
    let app = App::new().await;
    app.member("Zo\u{eb}@B\u{fc}cher.example").await;
    for spelling in [
        "zo\u{eb}@b\u{fc}cher.example",
        "ZOE\u{308}@BU\u{308}CHER.EXAMPLE",
        " zo\u{eb}@xn--bcher-kva.example ",
    ] {
        let page = app.browser().sign_up(spelling, "another fine passphrase").await;
        assert_eq!(page.status, 409, "{spelling}");
        assert_eq!(page.flash().as_deref(), Some("Email already registered"));
        assert_eq!(page.attribute("#flash", "role").as_deref(), Some("alert"));
        assert_eq!(page.attribute("#email", "aria-invalid").as_deref(), Some("true"));
        assert_eq!(page.attribute("#email", "value").as_deref(), Some(spelling));
        assert!(page.has("#sign-up-form a[href='/login']"), "a way to log in");
        assert!(!page.body.contains("another fine passphrase"));
        assert!(page.cookies().all(|cookie| cookie.name() == "carried"), "no session");
    }
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn a_duplicate_is_told_before_the_password_is_judged() {
    let app = App::new().await;
    app.member("alice@example.com").await;
    let page = app.browser().sign_up("alice@example.com", "x").await;
    assert_eq!(page.status, 409);
    assert_eq!(page.texts("#error-summary li"), ["There's already an account with this email."]);
}

#[rocket::async_test]
async fn fields_that_are_not_in_the_form_are_ignored() {
    let app = App::new().await;
    let mut browser = app.browser();
    let fields = [("email", "eve@example.com"), ("password", PASSWORD), ("is_admin", "1"), ("id", "77")];
    assert_eq!(browser.post("/signup", &fields).await.status, 303);
    assert_eq!(app.id_of("eve@example.com"), 1);
    assert_eq!(browser.get("/admin/users").await.status, 404);
}

#[rocket::async_test]
async fn passwords_of_every_kind_and_length_work() {
    let app = App::new().await;
    let sixty_four = "violet harbour kettle on an old stove ".repeat(2)[..64].to_owned();
    let longest: String =
        "k\u{e9}ttle \u{1f98a} h\u{e2}rbour viol\u{e8}t ".chars().cycle().take(256).collect();
    let passwords = [
        "correcthorsebattery",
        "                ",
        "  padded phrase  ",
        "zo\u{eb} na\u{ef}ve caf\u{e9}",
        &sixty_four,
        &longest,
    ];
    for (number, password) in passwords.into_iter().enumerate() {
        let email = format!("person{number}@example.com");
        let answer = app.browser().sign_up(&email, password).await;
        assert_eq!(answer.status, 303, "{password:?}: {:?}", answer.texts("#error-summary li"));
        assert_eq!(app.browser().log_in(&email, password).await.status, 303, "{password:?}");
        let almost = format!("{password} ");
        assert_eq!(
            app.browser().log_in(&email, &almost).await.status,
            422,
            "one space more than {password:?}"
        );
    }
    let decomposed = "zoe\u{308} nai\u{308}ve cafe\u{301}";
    assert_eq!(
        app.browser().log_in("person3@example.com", decomposed).await.status,
        303,
        "NFD of an NFC password"
    );
    let last_differs: String = longest.chars().take(255).chain(['!']).collect();
    assert_eq!(
        app.browser().log_in("person5@example.com", &last_differs).await.status,
        422,
        "every character counts"
    );
}

#[rocket::async_test]
async fn what_is_no_form_gets_a_clear_answer() {
    let app = App::new().await;
    let mut browser = app.browser();
    let large = format!("email=a%40example.com&password={}", "x".repeat(100_000)).into_bytes();
    for (content_type, body, expected) in [
        (Some(ContentType::Form), b"".to_vec(), 422),
        (Some(ContentType::Form), b"email".to_vec(), 422),
        (Some(ContentType::Form), b"email=%zz&password=%".to_vec(), 422),
        (Some(ContentType::Form), b"email=a%40example.com&password=%ff%fe%fd%fc%fb%fa%f9%f8".to_vec(), 422),
        (Some(ContentType::Form), b"\xff\xfe=\xfd".to_vec(), 400),
        (Some(ContentType::Form), large, 413),
        (Some(ContentType::JSON), br#"{"email":"a@example.com"}"#.to_vec(), 415),
        (None, b"email=a".to_vec(), 415),
    ] {
        let shown = String::from_utf8_lossy(&body[..body.len().min(60)]).into_owned();
        let answer = browser.send(Method::Post, "/signup", content_type, body).await;
        assert_eq!(answer.status, expected, "{shown}");
        assert!(answer.has("h1"), "{shown}: a page");
    }
    assert_eq!(app.users(), 0);
}

#[rocket::async_test]
async fn what_was_typed_is_escaped() {
    let app = App::new().await;
    let page = app.browser().sign_up("\"><script>alert(1)</script>@example.com", PASSWORD).await;
    assert_eq!(page.status, 422);
    assert_eq!(
        page.attribute("#email", "value").as_deref(),
        Some("\"><script>alert(1)</script>@example.com")
    );
    assert!(!page.body.contains("<script>alert"));
}

#[rocket::async_test]
async fn numbers_are_given_in_the_order_of_signing_up() {
    let app = App::new().await;
    for (number, email) in ["a@example.com", "b@example.com", "c@example.com"].into_iter().enumerate() {
        app.member(email).await;
        assert_eq!(app.browser().sign_up(email, PASSWORD).await.status, 409);
        assert_eq!(app.id_of(email), number as i64 + 1);
    }
}

#[rocket::async_test]
async fn the_stored_hash_is_argon2id_with_the_documented_cost_and_its_own_salt() {
    let app = App::with(|config| config.hashing = Default::default()).await;
    app.member("alice@example.com").await;
    app.member("bob@example.com").await;
    let hashes: Vec<String> = app
        .database
        .texts("SELECT hashed_password AS value FROM users ORDER BY id")
        .into_iter()
        .flatten()
        .collect();
    for hash in &hashes {
        assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=4$"), "{hash}");
        let salt = hash.split('$').nth(4).expect("a salt");
        assert_eq!(salt.len(), 22, "16 octets in base64");
    }
    assert_ne!(hashes[0], hashes[1], "one password, two salts");
    assert_eq!(app.browser().log_in("alice@example.com", PASSWORD).await.status, 303);
}

#[rocket::async_test]
async fn whoever_is_logged_in_is_sent_to_their_account() {
    let app = App::new().await;
    let mut browser = app.member("alice@example.com").await;
    assert_eq!(browser.get("/signup").await.location(), Some("/account"));
}
