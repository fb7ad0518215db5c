//! Tokens: how programs get them, and how they end.

use rocket::http::{ContentType, Method};
use time::Duration;

use crate::harness::{Answer, App, PASSWORD};

const EMAIL: &str = "alice@example.com";

async fn log_in(app: &App) -> (String, String) {
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens()
}

async fn me(app: &App, access: &str) -> Answer {
    app.browser().bearing(access).get("/users/me").await
}

fn refused(answer: &Answer, error: &str) {
    assert_eq!(answer.status, 400, "{}", answer.body);
    let json = answer.json();
    assert_eq!(json["error"], error, "{json}");
    let description = json["error_description"].as_str().expect("a description");
    let is_allowed = |c: char| (' '..='~').contains(&c) && c != '"' && c != '\\';
    assert!(description.chars().all(is_allowed), "RFC 6749, section 5.2: {description}");
    assert_eq!(answer.header("Cache-Control"), Some("no-store"));
}

#[rocket::async_test]
async fn unknown_wrong_and_disabled_get_one_answer() {
    let app = App::new().await;
    app.administrator("root@example.org").await;
    app.member(EMAIL).await;
    app.member("bob@example.com").await;
    let mut root = app.browser();
    root.log_in("root@example.org", PASSWORD).await;
    root.post("/admin/users/3/disable", &[]).await;
    let answers = [
        app.browser().ask_for_tokens("nobody@example.com", PASSWORD).await,
        app.browser().ask_for_tokens(EMAIL, "a wrong guess").await,
        app.browser().ask_for_tokens("bob@example.com", PASSWORD).await,
        app.browser().ask_for_tokens("no address", PASSWORD).await,
    ];
    for answer in &answers {
        refused(answer, "invalid_grant");
        assert_eq!(answer.body, answers[0].body);
    }
}

#[rocket::async_test]
async fn what_is_wrong_with_a_request_is_told_in_the_words_of_oauth() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let ask = |fields: &'static [(&'static str, &'static str)]| {
        let mut browser = app.browser();
        async move { browser.post("/token", fields).await }
    };
    refused(&ask(&[]).await, "invalid_request");
    refused(&ask(&[("username", EMAIL), ("password", PASSWORD)]).await, "invalid_request");
    refused(&ask(&[("grant_type", "password"), ("username", EMAIL)]).await, "invalid_request");
    refused(
        &ask(&[("grant_type", "password"), ("username", ""), ("password", "x")]).await,
        "invalid_request",
    );
    refused(&ask(&[("grant_type", "client_credentials")]).await, "unsupported_grant_type");
    refused(&ask(&[("grant_type", "refresh_token")]).await, "invalid_request");
    refused(&ask(&[("grant_type", "refresh_token"), ("refresh_token", "nonsense")]).await, "invalid_grant");
    refused(
        &ask(&[
            ("grant_type", "password"),
            ("grant_type", "password"),
            ("username", EMAIL),
            ("password", PASSWORD),
        ])
        .await,
        "invalid_request",
    );
    let json = app.browser().post_json("/token", "{}").await;
    assert_eq!((json.status, json.json()["error"].clone()), (415, "invalid_request".into()));
    let large = vec![b'a'; 20_000];
    let large = app.browser().send(Method::Post, "/token", Some(ContentType::Form), large).await;
    assert_eq!((large.status, large.json()["error"].clone()), (413, "invalid_request".into()));
    let with_extras = [
        ("grant_type", "password"),
        ("username", EMAIL),
        ("password", PASSWORD),
        ("scope", ""),
        ("client_id", "shelf"),
        ("client_secret", ""),
    ];
    refused(
        &ask(&[("grant_type", "refresh_token"), ("scope", "a"), ("scope", "b")]).await,
        "invalid_request",
    );
    assert_eq!(app.browser().post("/token", &with_extras).await.status, 200, "as FastAPI's clients send it");
}

#[rocket::async_test]
async fn a_refresh_token_is_good_once() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (_, first) = log_in(&app).await;
    let (access, second) = app.browser().refresh(&first).await.tokens();
    assert_eq!(me(&app, &access).await.status, 200);
    let (access, third) = app.browser().refresh(&second).await.tokens();
    assert_ne!(second, third);

    refused(&app.browser().refresh(&first).await, "invalid_grant");
    refused(&app.browser().refresh(&third).await, "invalid_grant");
    assert_eq!(me(&app, &access).await.status, 401, "the session is over, for the thief and for the owner");
    assert_eq!(app.events(), ["signed_up", "logged_in", "refresh_token_reused"]);
}

#[rocket::async_test]
async fn a_reused_token_ends_its_own_session_only() {
    let app = App::new().await;
    let mut browser = app.member(EMAIL).await;
    let ((_, here), (_, elsewhere)) = (log_in(&app).await, log_in(&app).await);
    app.browser().refresh(&here).await;
    refused(&app.browser().refresh(&here).await, "invalid_grant");
    assert_eq!(app.browser().refresh(&elsewhere).await.status, 200);
    assert!(browser.is_logged_in().await);
}

#[rocket::async_test]
async fn eight_at_once_with_one_refresh_token_get_at_most_one_answer() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (_, refresh) = log_in(&app).await;
    let attempts = (0..8).map(|_| {
        let (mut browser, refresh) = (app.browser(), refresh.clone());
        async move { browser.refresh(&refresh).await.status }
    });
    let statuses = rocket::futures::future::join_all(attempts).await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| **status == 400).count(), 7, "{statuses:?}");
}

#[rocket::async_test]
async fn disabling_or_a_new_password_ends_a_programs_session() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    let (access, refresh) = log_in(&app).await;
    let change = [("current_password", PASSWORD), ("new_password", "quiet lantern meadow")];
    assert_eq!(alice.post("/account/password", &change).await.status, 303);
    refused(&app.browser().refresh(&refresh).await, "invalid_grant");
    assert_eq!(me(&app, &access).await.status, 401);

    let (access, refresh) = app.browser().ask_for_tokens(EMAIL, "quiet lantern meadow").await.tokens();
    assert_eq!(me(&app, &access).await.status, 200);
    root.post("/admin/users/2/disable", &[]).await;
    refused(&app.browser().refresh(&refresh).await, "invalid_grant");
    assert_eq!(me(&app, &access).await.status, 401);
    root.post("/admin/users/2/enable", &[]).await;
    refused(&app.browser().refresh(&refresh).await, "invalid_grant");
}

#[rocket::async_test]
async fn a_programs_session_is_seen_and_ended_like_any_other() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let answer = app.browser().header("User-Agent", "shelf/2.1").ask_for_tokens(EMAIL, PASSWORD).await;
    let (access, refresh) = answer.tokens();
    let page = alice.get("/account").await;
    assert!(
        page.texts(".row-title").iter().any(|title| title == "shelf Program"),
        "{:?}",
        page.texts(".row-title")
    );
    assert_eq!(alice.post("/account/sessions/2/end", &[]).await.status, 303);
    assert_eq!(me(&app, &access).await.status, 401);
    refused(&app.browser().refresh(&refresh).await, "invalid_grant");
}

#[rocket::async_test]
async fn a_token_that_is_given_back_opens_nothing() {
    let app = App::new().await;
    app.member(EMAIL).await;
    for by_refresh_token in [true, false] {
        let (access, refresh) = log_in(&app).await;
        let token = if by_refresh_token { &refresh } else { &access };
        let answer = app.browser().post("/token/revoke", &[("token", token)]).await;
        assert_eq!((answer.status, answer.body.as_str()), (200, ""));
        assert_eq!(me(&app, &access).await.status, 401);
        refused(&app.browser().refresh(&refresh).await, "invalid_grant");
        assert_eq!(app.browser().post("/token/revoke", &[("token", token)]).await.status, 200, "again");
    }
    assert_eq!(app.browser().post("/token/revoke", &[("token", "nonsense")]).await.status, 200);
    refused(&app.browser().post("/token/revoke", &[]).await, "invalid_request");
    assert_eq!(app.events(), ["signed_up", "logged_in", "logged_out", "logged_in", "logged_out"]);
}

#[rocket::async_test]
async fn tokens_end_by_themselves() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let (access, refresh) = log_in(&app).await;
    app.later(Duration::minutes(9));
    assert_eq!(me(&app, &access).await.status, 200);
    app.later(Duration::minutes(2));
    let expired = me(&app, &access).await;
    assert_eq!(
        (expired.status, expired.json()["detail"].clone()),
        (401, "The access token has expired.".into())
    );
    let (_, refresh) = app.browser().refresh(&refresh).await.tokens();
    app.later(Duration::days(15));
    refused(&app.browser().refresh(&refresh).await, "invalid_grant");
}

#[rocket::async_test]
async fn a_program_that_only_uses_its_access_token_stays_logged_in() {
    let app = App::with(|config| {
        config.sessions.idle_hours = 1;
        config.tokens.access_minutes = 60;
    })
    .await;
    app.member(EMAIL).await;
    let (access, refresh) = log_in(&app).await;
    for _ in 0..3 {
        app.later(Duration::minutes(19));
        assert_eq!(me(&app, &access).await.status, 200);
    }
    app.later(Duration::minutes(5));
    assert_eq!(me(&app, &access).await.status, 401, "expired");
    assert_eq!(app.browser().refresh(&refresh).await.status, 200);
}

#[rocket::async_test]
async fn refreshing_without_pause_is_slowed_down() {
    let app = App::with_tight_limits().await;
    app.member(EMAIL).await;
    let (_, mut refresh) = log_in(&app).await;
    for _ in 0..3 {
        refresh = app.browser().refresh(&refresh).await.json_text("/refresh_token");
    }
    let limited = app.browser().refresh(&refresh).await;
    assert_eq!((limited.status, limited.json()["error"].clone()), (429, "temporarily_unavailable".into()));
}

#[rocket::async_test]
async fn the_limits_are_those_of_the_log_in_page() {
    let app = App::with_tight_limits().await;
    app.member(EMAIL).await;
    let stranger = || app.browser().from([203, 0, 113, 9]);
    for _ in 0..2 {
        refused(&stranger().ask_for_tokens(EMAIL, "a wrong guess").await, "invalid_grant");
    }
    assert_eq!(stranger().log_in(EMAIL, "a wrong guess").await.status, 422);
    let limited = stranger().ask_for_tokens(EMAIL, PASSWORD).await;
    assert_eq!((limited.status, limited.json()["error"].clone()), (429, "temporarily_unavailable".into()));
    assert!(limited.header("Retry-After").is_some());
    assert_eq!(app.browser().ask_for_tokens(EMAIL, PASSWORD).await.status, 200, "the owner gets in");
}

#[rocket::async_test]
async fn a_program_that_logs_in_each_time_anew_does_not_fill_the_list() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    let (_, first) = log_in(&app).await;
    for _ in 0..50 {
        log_in(&app).await;
    }
    assert_eq!(app.database.count("sessions"), 51, "the browser's and the fifty last");
    refused(&app.browser().refresh(&first).await, "invalid_grant");
    assert!(alice.is_logged_in().await);
}
