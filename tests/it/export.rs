//! The export of all data about the owner of an account.

use std::io::{ErrorKind, Read, Write};
use std::net::TcpStream;

use crate::harness::{App, PASSWORD, Program, curl, session_of};

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

#[test]
fn a_file_that_cannot_be_completed_breaks_the_connection() {
    let program = Program::new();
    let server = program.serve();
    let fields = format!("email=alice@example.com&password={}", PASSWORD.replace(' ', "+"));
    let signed_up = curl(&["-d", &fields, &format!("{}/signup", server.url)]);
    let ask = |version: &str| {
        let address = server.url.replace("http://localhost", "127.0.0.1");
        let mut connection = TcpStream::connect(address).expect("connected");
        let request = format!(
            "POST /account/export HTTP/{version}\r\nHost: localhost\r\nCookie: session={}\r\n\
             Connection: close\r\nContent-Length: 0\r\n\r\n",
            session_of(&signed_up)
        );
        connection.write_all(request.as_bytes()).expect("sent");
        let mut answer = Vec::new();
        let end = connection.read_to_end(&mut answer).map_err(|error| error.kind());
        (String::from_utf8_lossy(&answer).into_owned(), end)
    };
    let (whole, end) = ask("1.0");
    assert!(whole.contains(" 200 ") && whole.ends_with("\n}\n") && end.is_ok(), "{end:?}: {whole}");

    // The export writes the account and its sessions before the table that is missing.
    program.database.execute("ALTER TABLE mails RENAME TO gone");
    for version in ["1.1", "1.0"] {
        let (part, end) = ask(version);
        assert_eq!(end, Err(ErrorKind::ConnectionReset), "HTTP/{version}: {part}");
        assert!(!part.contains("\"events\""), "{part}");
    }
    program.database.execute("ALTER TABLE gone RENAME TO mails");
    server.wait_for("}: unexpected: ");
}
