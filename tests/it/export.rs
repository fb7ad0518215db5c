//! Taking along everything that is held about one.

use crate::harness::{App, PASSWORD};

#[rocket::async_test]
async fn it_is_one_file_with_everything_and_no_secret() {
    let app = App::new().await;
    let mut alice = app.member("Alice@Example.com").await;
    app.member("bob@example.com").await;
    app.browser().header("User-Agent", "shelf/2.1").ask_for_tokens("alice@example.com", PASSWORD).await;
    app.browser().from([203, 0, 113, 9]).log_in("alice@example.com", "a wrong guess").await;
    // Bob logs in over her session in a shared browser.
    let mut shared = app.browser();
    shared.log_in("alice@example.com", PASSWORD).await;
    shared.from([198, 51, 100, 7]).log_in("bob@example.com", PASSWORD).await;
    assert!(alice.get("/account").await.has("a[href='/account/export']"));
    assert!(alice.get("/account/export").await.has("form[action='/account/export'] button"));

    let file = alice.post("/account/export", &[]).await;
    assert_eq!(file.status, 200);
    assert_eq!(file.header("Content-Disposition"), Some("attachment; filename=\"account.json\""));
    assert_eq!(file.header("Cache-Control"), Some("no-store"));
    let json = file.json();
    assert_eq!((&json["account"]["id"], &json["account"]["email"]), (&1.into(), &"Alice@Example.com".into()));
    let sessions = json["sessions"].as_array().expect("sessions");
    assert_eq!(sessions.iter().filter(|session| session["is_program"] == true).count(), 1);
    let events = json["events"].as_array().expect("events");
    let kinds: Vec<&str> = events.iter().filter_map(|event| event["kind"].as_str()).collect();
    assert_eq!(
        kinds,
        ["data_exported", "session_ended", "logged_in", "log_in_failed", "logged_in", "signed_up"]
    );
    assert_eq!((&events[1]["actor"], &events[1]["actor_id"]), (&"unknown".into(), &serde_json::Value::Null));
    assert_eq!(events[3]["address"], "203.0.113.9");
    for secret in ["argon2", "digest", "bob@example.com", "198.51.100.7", &alice.cookies["session"]] {
        assert!(!file.body.contains(secret), "{secret}");
    }
}

#[rocket::async_test]
async fn nothing_is_left_out_however_much_happened() {
    let app = App::new().await;
    let mut alice = app.member("alice@example.com").await;
    app.database.execute(
        "INSERT INTO events (kind, actor_kind, subject_id, occurred_at) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) \
         SELECT 'log_in_failed', 'unknown', 1, '2026-01-01 00:00:00' FROM n",
    );
    let json = alice.post("/account/export", &[]).await.json();
    let events = json["events"].as_array().expect("events");
    assert_eq!(events.len(), 1_202);
}

#[rocket::async_test]
async fn what_one_did_to_others_is_in_it_and_not_who_they_are() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    app.member("alice@example.com").await;
    root.post("/admin/users/2/disable", &[]).await;
    let file = root.post("/account/export", &[]).await;
    let events = file.json()["events"].as_array().cloned().expect("events");
    let done = events.iter().find(|event| event["kind"] == "disabled").expect("what was done");
    assert_eq!((&done["own_account"], &done["actor_id"]), (&false.into(), &1.into()));
    assert!(!file.body.contains("alice@example.com"));
}

#[rocket::async_test]
async fn another_site_cannot_ask_for_it() {
    let app = App::new().await;
    let alice = app.member("alice@example.com").await;
    let answer = alice.clone().header("Sec-Fetch-Site", "cross-site").post("/account/export", &[]).await;
    assert_eq!(answer.status, 403);
    assert_eq!(
        app.browser().post("/account/export", &[]).await.location(),
        Some("/login?next=%2Faccount%2Fexport")
    );
}
