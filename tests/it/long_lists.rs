//! Lists that a user can make grow: each page has a bound and says that there are more rows, and the pages together
//! leave nothing out.

use serde_json::Value;
use time::OffsetDateTime;
use time::macros::format_description;

use crate::harness::{Answer, App, PASSWORD};

const EMAIL: &str = "alice@example.com";
const ROWS: usize = 10_000;
const MAX_OCTETS: usize = 200 * 1_024;

/// Inserts rows into a table. In the values `{i}` is the number of the row, `{digest}` a unique digest, and `{now}` the
/// time.
fn fill(app: &App, table: &str, columns: &str, values: &str) {
    let is_sqlite = app.database.is_sqlite();
    let now = OffsetDateTime::now_utc()
        .format(format_description!("'[year]-[month]-[day] [hour]:[minute]:[second]'"))
        .expect("a time");
    let values = values
        .replace("{i}", if is_sqlite { "printf('%05d', i)" } else { "lpad(i::text, 5, '0')" })
        .replace("{digest}", if is_sqlite { "randomblob(32)" } else { "sha256(i::text::bytea)" })
        .replace("{yes}", if is_sqlite { "1" } else { "TRUE" })
        .replace("{now}", &if is_sqlite { now } else { format!("TIMESTAMP {now}") })
        .replace("{agent}", &format!("'{}'", "x".repeat(400)));
    app.database.execute(&format!(
        "INSERT INTO {table} ({columns}) \
         WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS}) SELECT {values} FROM n"
    ));
}

fn add_sessions(app: &App, user: i64, refresh: &str) {
    fill(
        app,
        "sessions",
        "user_id, token_digest, refresh_digest, is_persistent, created_at, last_used_at, address, user_agent",
        &format!(
            "{user}, {{digest}}, {refresh}, {{yes}}, {{now}}, {{now}}, '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', {{agent}}"
        ),
    );
}

fn add_events(app: &App, user: i64) {
    fill(
        app,
        "events",
        "kind, actor_kind, subject_id, occurred_at, address, user_agent",
        &format!(
            "'log_in_failed', 'unknown', {user}, {{now}}, '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff', {{agent}}"
        ),
    );
}

fn add_mails(app: &App, user: i64) {
    fill(
        app,
        "mails",
        "kind, user_id, email, email_key, address, user_agent, created_at, queued_at, attempts, given_up_at, last_error",
        &format!(
            "'password_reset', {user}, '{EMAIL}', '{EMAIL}', '203.0.113.9', {{agent}}, {{now}}, {{now}}, 30, {{now}}, '{}'",
            "&lt; ".repeat(75)
        ),
    );
}

/// Asserts that the page is there, has a bound, and has the elements that say that there are more rows.
fn assert_bounded(answer: &Answer, more: &[&str]) {
    assert_eq!(answer.status, 200);
    assert!(answer.body.len() < MAX_OCTETS, "{} octets", answer.body.len());
    for selector in more {
        assert!(answer.has(selector), "{selector}");
    }
}

#[rocket::async_test]
async fn what_is_about_one_person_is_shown_in_part() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let mut alice = app.member(EMAIL).await;
    add_sessions(&app, 2, "NULL");
    add_events(&app, 2);
    add_mails(&app, 2);

    assert_bounded(&alice.get("/account").await, &["#more-sessions", "form[action$=end-others]"]);
    let activity = alice.get("/account/activity").await;
    assert_bounded(&activity, &["#older"]);
    let person = root.get("/admin/users/2").await;
    assert_bounded(&person, &["#more-sessions", "#more-mails", "#older"]);
    let older = person.attribute("#older", "href").expect("a link");
    let older = root.get(older.split('#').next().expect("a path")).await;
    assert_bounded(&older, &["#older", "#newest"]);
    assert_bounded(&root.get("/admin/mail").await, &["#older"]);

    app.database.execute("UPDATE users SET email_verified_at = created_at");
    let (access, _) = app.browser().ask_for_tokens("root@example.org", PASSWORD).await.tokens();
    let person = app.browser().bearing(&access).get("/admin/api/users/2").await;
    assert_bounded(&person, &[]);
    let json = person.json();
    assert_eq!((&json["has_more_sessions"], &json["has_more_events"]), (&true.into(), &true.into()));
    let bob = app.browser().bearing(&access).get("/admin/api/users/1").await.json();
    assert_eq!((&bob["has_more_sessions"], &bob["has_more_events"]), (&false.into(), &false.into()));
}

#[rocket::async_test]
async fn the_users_are_shown_page_by_page() {
    let app = App::new().await;
    let mut root = app.administrator("root@example.org").await;
    let address = format!("'{}' || {{i}} || '@{}.example'", "a".repeat(50), "b".repeat(60));
    fill(
        &app,
        "users",
        "email, email_key, search_text, hashed_password, is_admin, created_at",
        &format!("{address}, {address}, {address}, '', {{yes}}, {{now}}"),
    );
    assert_bounded(&root.get("/admin/users").await, &["#next-page"]);
    assert_bounded(&root.get("/admin/users?role=admin&sort=email").await, &["#next-page"]);
    let (access, _) = app.browser().ask_for_tokens("root@example.org", PASSWORD).await.tokens();
    let list = app.browser().bearing(&access).get("/admin/api/users?limit=200&role=admin").await;
    assert_bounded(&list, &[]);
    assert!(list.json()["next"].is_string());

    let (mut after, mut read) = (None, 0);
    loop {
        let some = app.accounts.administrators(after).await.expect("storage");
        assert!(some.len() <= 500, "what a command reads at once: {}", some.len());
        let Some(last) = some.last() else { break };
        after = Some(last.id);
        read += some.len();
    }
    assert_eq!(read, ROWS + 1, "no one is left out");
}

#[rocket::async_test]
async fn the_newest_hundred_browsers_and_fifty_programs_stay_logged_in() {
    let app = App::new().await;
    let mut first = app.member(EMAIL).await;
    let mut recent = Vec::new();
    for _ in 0..99 {
        let mut browser = app.browser();
        browser.log_in(EMAIL, PASSWORD).await;
        recent.push(browser);
    }
    let (access, _) = app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    assert!(first.is_logged_in().await, "a hundred may be, and a program is not one of them");
    let mut last = app.browser();
    last.log_in(EMAIL, PASSWORD).await;
    assert!(!first.is_logged_in().await, "the oldest has ended");
    assert!(recent[0].is_logged_in().await && last.is_logged_in().await);
    let program = || app.browser().bearing(&access);
    assert_eq!(program().get("/users/me").await.status, 200);

    add_sessions(&app, 1, "{digest}");
    app.browser().ask_for_tokens(EMAIL, PASSWORD).await.tokens();
    assert_eq!(app.database.count("sessions"), 150);
    assert!(last.is_logged_in().await, "programs take no place of a browser's");
    let account = last.get("/account").await;
    assert_bounded(&account, &[]);
    assert!(!account.has("#more-sessions"), "all of them");
    assert_eq!(program().get("/users/me").await.status, 401);
}

#[rocket::async_test]
async fn after_an_upgrade_the_next_log_in_ends_the_rest() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    add_sessions(&app, 1, "NULL");
    fill(
        &app,
        "known_devices",
        "user_id, token_digest, created_at, last_used_at, failed_log_ins",
        "1, {digest}, {now}, {now}, 0",
    );
    alice.cookies.remove("device");
    alice.log_in(EMAIL, PASSWORD).await;
    assert_eq!((app.database.count("sessions"), app.database.count("known_devices")), (100, 50));
    assert!(alice.is_logged_in().await);
}

#[rocket::async_test]
async fn nothing_is_left_out_of_what_is_taken_along() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    add_sessions(&app, 1, "NULL");
    add_events(&app, 1);
    add_mails(&app, 1);
    fill(
        &app,
        "known_devices",
        "user_id, token_digest, created_at, last_used_at, failed_log_ins",
        "1, {digest}, {now}, {now}, 0",
    );
    let json = alice.post("/account/export", &[]).await.json();
    let count = |list: &str| json[list].as_array().map_or(0, Vec::len);
    assert_eq!(count("sessions"), ROWS + 1);
    assert_eq!(count("devices"), ROWS + 1);
    assert_eq!(count("mails"), ROWS + 1, "and the one to confirm the address");
    assert_eq!(count("events"), ROWS + 2, "signing up and this");
    let ids = |list: &str| {
        let mut ids: Vec<i64> =
            json[list].as_array().into_iter().flatten().filter_map(|item| item["id"].as_i64()).collect();
        ids.sort_unstable();
        ids.dedup();
        ids.len()
    };
    assert_eq!(ids("sessions"), ROWS + 1, "each once");
}

#[rocket::async_test]
async fn of_signing_keys_and_set_up_links_the_newest_count() {
    let app = App::new().await;
    // An Ed25519 private key, as release 0.1 stored it.
    let key =
        "302e020100300506032b657004220420805f258e9fa3dc8e5128b7d88cfc04123d24546c7cf2deb0c7708797f0b2639f";
    let octets = if app.database.is_sqlite() { format!("x'{key}'") } else { format!("'\\x{key}'::bytea") };
    fill(
        &app,
        "signing_keys",
        "key_id, algorithm, private_key, created_at",
        &format!("'key-' || {{i}}, 'EdDSA', {octets}, {{now}}"),
    );
    let published = app.browser().get("/.well-known/jwks.json").await;
    assert_bounded(&published, &[]);
    assert_eq!(published.json()["keys"].as_array().map(Vec::len), Some(50));
    let refused = app.accounts.tokens().rotate_keys(frontdesk::accounts::OldKeys::PhaseOut).await;
    assert!(
        refused.is_err_and(|error| error.to_string().starts_with("there are 50 keys already")),
        "a new key would take the place of one that is accepted"
    );

    let early = app.accounts.offer_set_up().await.expect("storage").expect("a token");
    fill(&app, "set_up_tokens", "token_digest, created_at", "{digest}, {now}");
    let late = app.accounts.offer_set_up().await.expect("storage").expect("a token");
    assert_eq!(app.database.count("set_up_tokens"), 50);
    assert!(!app.accounts.is_set_up_live(&early).await.expect("storage"));
    assert!(app.accounts.is_set_up_live(&late).await.expect("storage"));
}

/// An empty list is written with its brackets.
#[rocket::async_test]
async fn an_export_with_empty_lists_is_whole() {
    let app = App::new().await;
    let mut alice = app.member(EMAIL).await;
    for table in ["known_devices", "mails", "events"] {
        app.database.execute(&format!("DELETE FROM {table}"));
    }
    let json = alice.post("/account/export", &[]).await.json();
    for (list, length) in [("sessions", 1), ("devices", 0), ("mails", 0), ("events", 1)] {
        assert_eq!(json[list].as_array().map(Vec::len), Some(length), "{list}");
    }
    assert_eq!(json["account"]["email"], Value::from(EMAIL));
}
