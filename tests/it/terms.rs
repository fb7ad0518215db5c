//! The terms of the site: where pages link to them, and a sign-up that has to accept them.

use serde_json::json;

use crate::harness::{App, PASSWORD, Program};

const TERMS: &str = "https://example.com/terms?a=1&b=2";
const ACCEPTED: &str = "users WHERE terms_accepted_at IS NOT NULL";
const NOT_ACCEPTED: &str = "Accept the terms of use to sign up.";

async fn app(is_private: bool) -> App {
    App::with(|config| {
        config.site.terms_url = Some(TERMS.into());
        config.signup.require_terms = true;
        config.signup.private = is_private;
    })
    .await
}

fn new_account(accept_terms: Option<bool>) -> String {
    let mut body = json!({ "email": "bob@example.com", "password": PASSWORD });
    if let Some(accepts) = accept_terms {
        body["accept_terms"] = accepts.into();
    }
    body.to_string()
}

#[rocket::async_test]
async fn every_page_links_to_them_and_the_form_says_that_one_agrees() {
    let app = App::with(|config| {
        config.site.terms_url = Some(TERMS.into());
        config.site.privacy_url = Some("/static/own/privacy.html".into());
    })
    .await;
    let mut browser = app.browser();
    for path in ["/", "/login", "/nothing"] {
        let page = browser.get(path).await;
        assert_eq!(
            page.attribute(".site-footer p a:first-of-type", "href").as_deref(),
            Some(TERMS),
            "{path}"
        );
        assert!(page.has(".site-footer a[href='/static/own/privacy.html']"), "{path}");
    }
    let form = browser.get("/signup").await;
    let expected = [
        "By signing up you agree to the terms of use.",
        "The privacy policy says what happens with your data.",
    ];
    assert_eq!(form.texts(".small-print"), expected);
    assert!(!form.has("#accept_terms"));
    assert_eq!(browser.sign_up("ann@example.com", PASSWORD).await.status, 303);
    assert_eq!(app.database.count(ACCEPTED), 0, "nobody ticked anything");

    let plain = App::new().await;
    let form = plain.browser().get("/signup").await;
    assert!(!form.has(".small-print") && !form.has(".site-footer p a"));
}

#[rocket::async_test]
async fn without_the_tick_there_is_no_account_and_all_else_is_kept() {
    let app = app(false).await;
    let mut browser = app.browser();
    let form = browser.get("/signup").await;
    assert!(form.has("#accept_terms[type=checkbox][required]:not([checked])"));
    assert_eq!(form.text("label[for=accept_terms]").as_deref(), Some("I accept the terms of use."));
    assert!(!form.has(".small-print"));

    let refused =
        browser.post("/signup", &[("email", "ann"), ("password", "short"), ("next", "/admin")]).await;
    assert_eq!(refused.status, 422);
    let expected =
        ["Enter an email address like name@example.com.", "Use at least 8 characters.", NOT_ACCEPTED];
    assert_eq!(refused.texts("#error-summary li"), expected, "in the order of the form");
    assert_eq!(refused.attribute("#email", "value").as_deref(), Some("ann"));
    assert_eq!(refused.attribute("#next", "value").as_deref(), Some("/admin"));
    assert_eq!(refused.attribute("#accept_terms", "aria-describedby").as_deref(), Some("accept_terms-error"));

    let form = [("email", "ann@example.com"), ("password", PASSWORD), ("accept_terms", "no")];
    assert_eq!(browser.post("/signup", &form).await.texts("#error-summary li"), [NOT_ACCEPTED]);
    assert_eq!(app.users(), 0);

    let form = [("email", "ann@example.com"), ("password", "password"), ("accept_terms", "yes")];
    assert!(browser.post("/signup", &form).await.has("#accept_terms[checked]"), "the tick is kept");
    let form = [("email", "ann@example.com"), ("password", PASSWORD), ("accept_terms", "yes")];
    assert_eq!(browser.post("/signup", &form).await.location(), Some("/account"));
    assert_eq!(app.database.count(ACCEPTED), 1);
    let account = browser.post("/account/export", &[]).await.json()["account"].clone();
    assert_eq!(account["terms_accepted_at"], account["created_at"]);
    assert!(account["terms_accepted_at"].is_string());
}

#[rocket::async_test]
async fn in_private_mode_the_acceptance_waits_for_the_link() {
    let app = app(true).await;
    let mut browser = app.browser();
    let form = [("email", "ann@example.com"), ("password", PASSWORD), ("accept_terms", "yes")];
    assert_eq!(browser.post("/signup", &form[..2]).await.texts("#error-summary li"), [NOT_ACCEPTED]);
    assert_eq!(browser.post("/signup", &form).await.location(), Some("/check-mail"));
    let link = app.last_mail_to("ann@example.com", "Finish signing up").await;
    let ticked = app.database.texts("SELECT CAST(terms_accepted_at AS TEXT) AS value FROM pending_sign_ups");
    app.later(time::Duration::HOUR);
    assert_eq!(browser.post("/confirm", &[("token", &link.token())]).await.status, 303);
    let accepted = app.database.texts("SELECT CAST(terms_accepted_at AS TEXT) AS value FROM users");
    assert!(accepted[0].is_some());
    assert_eq!(accepted, ticked, "the time of the tick, not of the link");
}

#[rocket::async_test]
async fn programs_accept_them_too() {
    let app = app(false).await;
    for accepts in [None, Some(false)] {
        let answer = app.browser().post_json("/users/signup", &new_account(accepts)).await;
        assert_eq!(answer.status, 422);
        let expected = json!({ "accept_terms": [{ "code": "terms_not_accepted", "message": NOT_ACCEPTED }] });
        assert_eq!(answer.json()["errors"], expected);
    }
    assert_eq!(app.browser().post_json("/users/signup", &new_account(Some(true))).await.status, 201);
    assert_eq!(app.database.count(ACCEPTED), 1);

    let example = |page: crate::harness::Answer| {
        page.body.contains("accept_terms&quot;: true") || page.body.contains("\"accept_terms\": true")
    };
    assert!(example(app.browser().get("/docs").await), "the examples can be copied");

    let plain = App::new().await;
    assert!(!example(plain.browser().get("/docs").await));
    assert_eq!(plain.browser().post_json("/users/signup", &new_account(None)).await.status, 201);
    assert_eq!(plain.database.count(ACCEPTED), 0);
}

#[test]
fn addresses_that_no_page_should_link_to_stop_the_start() {
    let start = |name: &str, value: &str| {
        let program = Program::new().with(name, value);
        String::from_utf8_lossy(&program.run(&["migrate"], "").stderr).into_owned()
    };
    let error = start("FRONTDESK_SITE__TERMS_URL", "javascript:alert(1)");
    assert!(error.starts_with("frontdesk: site.terms_url: must be a URL"), "{error}");
    let error = start("FRONTDESK_SITE__PRIVACY_URL", "//example.com");
    assert!(error.starts_with("frontdesk: site.privacy_url: must be a URL"), "{error}");
    let error = start("FRONTDESK_SIGNUP__REQUIRE_TERMS", "true");
    assert!(error.starts_with("frontdesk: signup.require_terms: needs site.terms_url"), "{error}");
}

#[rocket::async_test]
async fn the_first_administrator_needs_no_tick() {
    let app = app(false).await;
    let token = app.accounts.offer_set_up().await.expect("storage").expect("no administrator").expose();
    let fields = [("token", token.as_str()), ("email", "root@example.org"), ("password", PASSWORD)];
    assert_eq!(app.browser().post("/setup", &fields).await.location(), Some("/admin"));
    assert_eq!(app.database.count(ACCEPTED), 0);
}
