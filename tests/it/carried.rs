//! What goes along from one form to the next: the typed address, and where the visitor was going.

use crate::harness::{Answer, App, Browser, PASSWORD};

const EMAIL: &str = "alice@example.com";
const NEW: &str = "copper meadow thistle";
const NEXT: &str = "/account/activity";
const NEXT_IN_A_QUERY: &str = "?next=%2Faccount%2Factivity";

fn typed(page: &Answer) -> Option<String> {
    page.attribute("#email", "value").filter(|value| !value.is_empty())
}

async fn everywhere(browser: &mut Browser<'_>) -> Vec<Option<String>> {
    let mut found = Vec::new();
    for path in ["/signup", "/login", "/password-reset"] {
        found.push(typed(&browser.get(path).await));
    }
    found
}

#[rocket::async_test]
async fn the_typed_address_is_in_the_other_forms_of_this_browser() {
    let app = App::new().await;
    app.member(EMAIL).await;
    for path in ["/signup", "/login", "/password-reset"] {
        let mut browser = app.browser();
        assert_eq!(everywhere(&mut browser).await, [None, None, None]);
        let fields = [("email", " Alice@Example.com"), ("password", "a wrong guess")];
        let answer = browser.post(path, &fields).await;
        let cookie = answer.cookie("carried").expect("a cookie");
        assert_eq!(
            (cookie.http_only(), cookie.same_site().map(|site| site.is_lax()), cookie.path()),
            (Some(true), Some(true), Some("/"))
        );
        assert_eq!(cookie.max_age(), Some(rocket::time::Duration::hours(1)));
        assert!(!answer.body.contains("email="), "{path}: no link has it");
        let expected = Some("Alice@Example.com".to_owned());
        assert_eq!(everywhere(&mut browser).await, [expected.clone(), expected.clone(), expected], "{path}");
        assert_eq!(everywhere(&mut app.browser()).await, [None, None, None], "and in no other browser");
        assert_eq!(browser.log_in(EMAIL, PASSWORD).await.status, 303);
        assert!(!browser.cookies.contains_key("carried"), "{path}: it has done its work");
    }
}

#[rocket::async_test]
async fn what_is_no_address_is_not_carried() {
    let app = App::new().await;
    let mut browser = app.browser();
    for email in ["", "alice", "<b>call us</b>", "alice@example.com\r\nSet-Cookie: a=b"] {
        browser.log_in(email, PASSWORD).await;
        assert_eq!(everywhere(&mut browser).await, [None, None, None], "{email:?}");
    }
    for cookie in ["nonsense", "eyJlbWFpbCI6Ijxicj4ifQ", &"A".repeat(4_000)] {
        browser.cookies.insert("carried".into(), cookie.into());
        assert_eq!(everywhere(&mut browser).await, [None, None, None], "{cookie}");
    }
}

#[rocket::async_test]
async fn signing_up_leads_to_where_the_visitor_was_going() {
    let app = App::new().await;
    let mut alice = app.browser();
    let to_log_in = alice.get(NEXT).await.location().expect("the log-in page").to_owned();
    let page = alice.get(&to_log_in).await;
    let to_sign_up = page.attribute(".aside a", "href").expect("a link");
    assert_eq!(to_sign_up, format!("/signup{NEXT_IN_A_QUERY}"));
    let page = alice.get(&to_sign_up).await;
    assert_eq!(page.attribute(".aside a", "href"), Some(format!("/login{NEXT_IN_A_QUERY}")), "and back");
    let next = page.attribute("#next", "value").expect("a field");
    let refused = alice.post("/signup", &[("email", EMAIL), ("password", "short"), ("next", &next)]).await;
    assert_eq!(refused.attribute("#next", "value").as_deref(), Some(NEXT));
    let done = alice.post("/signup", &[("email", EMAIL), ("password", PASSWORD), ("next", &next)]).await;
    assert_eq!((done.status, done.location()), (303, Some(NEXT)));
    assert_eq!(alice.get("/signup?next=/account/email").await.location(), Some("/account/email"));

    let fields = [("email", "bob@example.com"), ("password", PASSWORD), ("next", "//evil.example")];
    assert_eq!(app.browser().post("/signup", &fields).await.location(), Some("/account"), "only here");
}

#[rocket::async_test]
async fn a_new_password_leads_there_too_and_the_log_in_form_has_the_address() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let mut alice = app.browser();
    let page = alice.get(&format!("/login{NEXT_IN_A_QUERY}")).await;
    let forgot = page.attribute(".after-field a", "href").expect("a link");
    assert_eq!(forgot, format!("/password-reset{NEXT_IN_A_QUERY}"));
    assert_eq!(alice.get(&forgot).await.attribute("#next", "value").as_deref(), Some(NEXT));
    alice.post("/password-reset", &[("email", EMAIL), ("next", NEXT)]).await;
    assert_eq!(
        alice.get("/check-mail").await.attribute(".aside a", "href"),
        Some(format!("/login{NEXT_IN_A_QUERY}"))
    );
    let mail = app.last_mail_to(EMAIL, "Set a new password").await;
    let done = alice.post("/password-reset/new", &[("token", &mail.token()), ("new_password", NEW)]).await;
    assert_eq!((done.status, done.location()), (303, Some(&*format!("/login{NEXT_IN_A_QUERY}"))));
    let page = alice.get(done.location().expect("a page")).await;
    assert_eq!(
        (typed(&page).as_deref(), page.attribute("#next", "value").as_deref()),
        (Some(EMAIL), Some(NEXT))
    );
    assert_eq!(
        alice.post("/login", &[("email", EMAIL), ("password", NEW), ("next", NEXT)]).await.status,
        303
    );
}

#[rocket::async_test]
async fn so_does_a_confirmation_in_whatever_browser() {
    let app = App::with(|config| config.verification.required = true).await;
    let mut alice = app.browser();
    alice.post("/signup", &[("email", EMAIL), ("password", PASSWORD), ("next", NEXT)]).await;
    let mail = app.last_mail_to(EMAIL, "Confirm").await;
    let mut other = app.browser();
    let done = other.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!(done.location(), Some("/login"), "another browser was going nowhere");
    assert_eq!(
        typed(&other.get("/login").await).as_deref(),
        Some(EMAIL),
        "but has shown whose address it is"
    );

    let mut bob = app.browser();
    bob.post("/signup", &[("email", "bob@example.com"), ("password", PASSWORD), ("next", NEXT)]).await;
    let mail = app.last_mail_to("bob@example.com", "Confirm").await;
    let done = bob.post("/confirm", &[("token", &mail.token())]).await;
    assert_eq!(done.location(), Some(&*format!("/login{NEXT_IN_A_QUERY}")));
    assert_eq!(typed(&bob.get("/login").await).as_deref(), Some("bob@example.com"));
}

#[rocket::async_test]
async fn a_form_whose_session_has_ended_keeps_the_new_address_and_no_password() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    app.database.execute("DELETE FROM sessions");
    let fields = [("current_password", PASSWORD), ("new_email", "new@example.com")];
    let answer = alice.post("/account/email", &fields).await;
    assert_eq!((answer.status, answer.location()), (303, Some("/login?next=%2Faccount%2Femail")));
    assert_eq!(alice.get("/login?next=/account/email").await.flash().as_deref(), Some("Log in to continue."));
    assert_eq!(alice.log_in(EMAIL, "a wrong guess").await.status, 422);
    let done =
        alice.post("/login", &[("email", EMAIL), ("password", PASSWORD), ("next", "/account/email")]).await;
    assert_eq!(done.location(), Some("/account/email"));
    let page = alice.get("/account/email").await;
    assert_eq!(page.attribute("#new_email", "value").as_deref(), Some("new@example.com"));
    assert!(page.attribute("#current_password", "value").is_none() && !page.body.contains(PASSWORD));
    let again = alice.get("/account/email").await;
    assert_eq!(again.attribute("#new_email", "value").as_deref(), Some(""), "once");
    assert!(!alice.cookies.contains_key("carried"));
}
