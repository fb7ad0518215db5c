//! What an access token allows, and which tokens are refused.

use crate::harness::{Answer, App, PASSWORD};

const EMAIL: &str = "alice@example.com";

async fn log_in(app: &App) -> (String, String) {
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens()
}

async fn me(app: &App, access: &str) -> Answer {
    app.browser().bearing(access).get("/users/me").await
}

#[rocket::async_test]
async fn a_password_gets_tokens_and_a_token_says_who_one_is() {
    let app = App::new().await;
    app.member("Alice@Example.com").await;
    let answer = app.browser().header("User-Agent", "shelf/2.1").ask_for_tokens(EMAIL, PASSWORD).await;
    let json = answer.json();
    assert_eq!((&json["token_type"], &json["expires_in"]), (&"bearer".into(), &600.into()));
    assert_eq!(answer.header("Cache-Control"), Some("no-store"), "RFC 6749, section 5.1");
    assert_eq!(answer.cookies().count(), 0);
    let (access, _) = answer.tokens();
    let me = me(&app, &access).await;
    assert_eq!(me.status, 200);
    let json = me.json();
    assert_eq!(
        (&json["id"], &json["email"], &json["is_admin"]),
        (&1.into(), &"Alice@Example.com".into(), &false.into())
    );
    assert!(json["created_at"].as_str().is_some_and(|time| time.ends_with('Z')), "{json}");
    assert!(!me.body.contains("argon2"));
    assert_eq!(app.events(), ["signed_up", "logged_in"]);
}

#[rocket::async_test]
async fn who_brings_no_good_token_is_told_what_to_bring() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (access, refresh) = log_in(&app).await;
    let mut cookie = app.browser();
    cookie.log_in(EMAIL, PASSWORD).await;
    let nothing = cookie.get("/users/me").await;
    assert_eq!(
        (nothing.status, nothing.header("WWW-Authenticate")),
        (401, Some("Bearer realm=\"frontdesk\""))
    );
    let basic = app.browser().header("Authorization", "Basic YWxpY2U6eA==").get("/users/me").await;
    assert_eq!((basic.status, basic.header("WWW-Authenticate")), (401, Some("Bearer realm=\"frontdesk\"")));
    let (head, tail) = access.split_at(access.len() - 4);
    for wrong in ["", "nonsense", &refresh, head, &format!("{head}AAAA{tail}"), &format!("{access} {access}")]
    {
        let answer = me(&app, wrong).await;
        assert_eq!(answer.status, 401, "{wrong}");
        let challenge = answer.header("WWW-Authenticate").expect("a challenge");
        assert!(challenge.contains("error=\"invalid_token\""), "{challenge}");
    }
    let twice =
        app.browser().bearing(&access).also("Authorization", "Basic YWxpY2U6eA==").get("/users/me").await;
    assert_eq!(twice.status, 400);
    assert!(
        twice.header("WWW-Authenticate").is_some_and(|challenge| challenge.contains("\"invalid_request\""))
    );
    let lower_case =
        app.browser().header("Authorization", &format!("bearer {access}")).get("/users/me").await;
    assert_eq!(lower_case.status, 200, "the scheme's case does not matter");
    let in_the_address = app.browser().get(&format!("/users/me?access_token={access}")).await;
    assert_eq!(in_the_address.status, 401);
}

#[rocket::async_test]
async fn a_refresh_token_is_no_session_cookie() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (access, refresh) = log_in(&app).await;
    for value in
        [refresh.split('.').next().expect("a half"), refresh.split('.').nth(1).expect("a half"), &access]
    {
        let mut browser = app.browser();
        browser.cookies.insert("session".into(), value.into());
        assert!(!browser.is_logged_in().await, "{value}");
    }
}
