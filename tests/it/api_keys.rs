//! The keys that sign access tokens: published, replaced, deleted.

use frontdesk::accounts::OldKeys;
use frontdesk::config::Algorithm;
use time::Duration;

use crate::harness::{App, PASSWORD};

const EMAIL: &str = "alice@example.com";

async fn published(app: &App) -> Vec<String> {
    let answer = app.browser().get("/.well-known/jwks.json").await;
    assert_eq!((answer.status, answer.header("Cache-Control")), (200, Some("public, max-age=300")));
    assert!(!answer.body.contains("\"d\""), "no private part");
    let keys = answer.json()["keys"].as_array().cloned().expect("keys");
    keys.iter().map(|key| key["kid"].as_str().expect("a name").to_owned()).collect()
}

async fn access_token(app: &App) -> String {
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await.json_text("/access_token")
}

fn key_of(token: &str) -> String {
    use base64::Engine;
    let header = token.split('.').next().expect("a header");
    let header = base64::engine::general_purpose::URL_SAFE_NO_PAD.decode(header).expect("base64url");
    let header: serde_json::Value = serde_json::from_slice(&header).expect("JSON");
    header["kid"].as_str().expect("a name").to_owned()
}

async fn status(app: &App, token: &str) -> u16 {
    app.browser().bearing(token).get("/users/me").await.status
}

#[rocket::async_test]
async fn one_key_is_made_at_the_first_start_and_kept() {
    let first = App::new().await;
    first.member(EMAIL).await;
    let keys = published(&first).await;
    assert_eq!(keys.len(), 1);
    let token = access_token(&first).await;
    let second = App::on(first.database.clone(), |_| {}).await;
    assert_eq!(published(&second).await, keys);
    assert_eq!(status(&second, &token).await, 200, "another process accepts it");
}

#[rocket::async_test]
async fn processes_that_start_together_make_one_key() {
    let first = App::new().await;
    first.database.execute("DELETE FROM signing_keys");
    let starts = (0..4).map(|_| App::on(first.database.clone(), |_| {}));
    rocket::futures::future::join_all(starts).await;
    assert_eq!(published(&first).await.len(), 1);
}

#[rocket::async_test]
async fn a_new_key_is_known_before_it_signs_and_the_old_one_until_its_tokens_are_dead() {
    let app = App::with(|config| config.tokens.access_minutes = 60).await;
    app.member(EMAIL).await;
    let old = published(&app).await;
    app.later(Duration::hours(1));
    let new = app.accounts.tokens().rotate_keys(OldKeys::PhaseOut).await.expect("a key").id;
    assert_eq!(published(&app).await, [old[0].clone(), new.clone()]);
    assert_eq!(key_of(&access_token(&app).await), old[0], "nobody knows the new one yet");
    app.later(Duration::minutes(9));
    let last_of_the_old = access_token(&app).await;
    assert_eq!(key_of(&last_of_the_old), old[0]);
    app.later(Duration::minutes(1));
    assert_eq!(key_of(&access_token(&app).await), new);
    app.later(Duration::minutes(55));
    assert_eq!(status(&app, &last_of_the_old).await, 200);
    app.later(Duration::minutes(10));
    assert_eq!(status(&app, &last_of_the_old).await, 401);
    assert_eq!(published(&app).await, [new], "the old one is not published any more");
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("signing_keys"), 1, "nor kept");
}

#[rocket::async_test]
async fn a_new_key_is_the_newest_also_by_a_clock_that_is_behind() {
    let ahead = App::new().await;
    ahead.later(Duration::hours(1));
    ahead.accounts.tokens().rotate_keys(OldKeys::Forget).await.expect("a key");
    let behind = App::on(ahead.database.clone(), |_| {}).await;
    let new = behind.accounts.tokens().rotate_keys(OldKeys::PhaseOut).await.expect("a key").id;
    let keys = behind.accounts.tokens().signing_keys().await.expect("keys");
    assert_eq!(keys.last().map(|key| key.id.as_str()), Some(new.as_str()));
}

#[rocket::async_test]
async fn a_forgotten_key_is_worth_nothing_at_once() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let token = access_token(&app).await;
    let new = app.accounts.tokens().rotate_keys(OldKeys::Forget).await.expect("a key").id;
    assert_eq!(published(&app).await, std::slice::from_ref(&new));
    assert_eq!(status(&app, &token).await, 401);
    let token = access_token(&app).await;
    assert_eq!((key_of(&token), status(&app, &token).await), (new, 200));
}

#[rocket::async_test]
async fn another_algorithm_takes_over_like_any_new_key() {
    let app = App::new().await;
    app.member(EMAIL).await;
    let old = access_token(&app).await;
    let es256 = App::on(app.database.clone(), |config| config.tokens.algorithm = Algorithm::Es256).await;
    let answer = es256.browser().get("/.well-known/jwks.json").await.json();
    assert_eq!((&answer["keys"][1]["kty"], &answer["keys"][1]["crv"]), (&"EC".into(), &"P-256".into()));
    assert_eq!(status(&es256, &old).await, 200);
    es256.later(Duration::minutes(11));
    let new = access_token(&es256).await;
    assert_ne!(key_of(&new), key_of(&old));
    assert_eq!(status(&es256, &new).await, 200);
}

#[rocket::async_test]
async fn a_token_for_another_audience_is_refused() {
    let ours = App::new().await;
    ours.member(EMAIL).await;
    let theirs = App::on(ours.database.clone(), |config| {
        config.tokens.audience = Some("https://shelf.example".into())
    })
    .await;
    let token = access_token(&theirs).await;
    assert_eq!(status(&theirs, &token).await, 200);
    assert_eq!(status(&ours, &token).await, 401);
    let elsewhere = App::on(ours.database.clone(), |config| {
        config.public_url = Some("https://id.example.com".into());
        config.tokens.audience = Some("http://localhost:8000".into());
    })
    .await;
    assert_eq!(status(&ours, &access_token(&elsewhere).await).await, 401, "another issuer");
}
