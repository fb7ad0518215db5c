//! How an upgrade changes the data of an earlier release.

use std::sync::Arc;

use frontdesk::domain::Token;

use crate::harness::{App, PASSWORD, TestDatabase};

/// Inserts rows into a table of an earlier release. In the values `{now}` is the time and `{hex:…}` are octets.
fn insert(database: &TestDatabase, table: &str, columns: &str, values: &str) {
    let now = if database.is_sqlite() {
        "strftime('%Y-%m-%d %H:%M:%S', 'now')"
    } else {
        "(now() AT TIME ZONE 'utc')"
    };
    let (octets, end) = if database.is_sqlite() { ("x'", "'") } else { ("decode('", "', 'hex')") };
    let values = values.replace("{now}", now).replace("{hex:", octets).replace("}", end);
    database.execute(&format!("INSERT INTO {table} ({columns}) VALUES ({values})"));
}

#[rocket::async_test]
async fn holds_and_pending_sign_ups_from_before_the_upgrade_stay_what_they_were() {
    let database = TestDatabase::before("2026-11-26-131000");
    let no = if database.is_sqlite() { "0" } else { "FALSE" };
    insert(
        &database,
        "users",
        "id, email, email_key, search_text, hashed_password, is_admin, created_at, email_verified_at",
        &format!("7, 'new@example.com', 'new@example.com', 'new@example.com', '', {no}, {{now}}, {{now}}"),
    );
    let mail = "id, kind, user_id, email, email_key, other_email, created_at, queued_at, attempts";
    insert(
        &database,
        "mails",
        &format!("{mail}, sent_at"),
        "40, 'email_changed', 7, 'Old@example.com', 'old@example.com', 'new@example.com', {now}, {now}, 1, {now}",
    );
    let way_back = Token::generate().expect("randomness");
    let hex: String = way_back.digest().as_slice().iter().map(|octet| format!("{octet:02x}")).collect();
    insert(
        &database,
        "mail_tokens",
        "mail_id, token_digest, created_at",
        &format!("40, {{hex:{hex}}}, {{now}}"),
    );
    for (id, address) in [(1, "carol@example.com"), (2, "dave@example.com")] {
        insert(
            &database,
            "mails",
            &format!("{mail}, next_attempt_at"),
            &format!(
                "{}, 'sign_up_confirmation', NULL, '{address}', '{address}', NULL, {{now}}, {{now}}, 0, {{now}}",
                50 + id
            ),
        );
        let columns = "id, email, email_key, hashed_password, created_at";
        insert(
            &database,
            "pending_sign_ups",
            columns,
            &format!("{id}, '{address}', '{address}', 'the hash of {address}', {{now}}"),
        );
    }
    // One mail was created at another time than its sign-up, so its link no longer finishes it.
    database.execute("UPDATE mails SET created_at = '2026-01-01 00:00:00' WHERE id = 52");
    database.execute(
        "UPDATE pending_sign_ups SET created_at = (SELECT created_at FROM mails WHERE id = 51) WHERE id = 1",
    );

    let app = App::on(Arc::new(database), |config| config.signup.private = true).await;
    let link = app.last_mail_to("carol@example.com", "Finish signing up").await;
    assert_eq!(app.mail_to("dave@example.com").await.len(), 0);
    assert_eq!(app.browser().post("/confirm", &[("token", &link.token())]).await.location(), Some("/login"));
    let hash =
        app.database.texts("SELECT hashed_password AS value FROM users WHERE email = 'carol@example.com'");
    assert_eq!(hash, [Some("the hash of carol@example.com".to_owned())]);

    let open = App::on(app.database.clone(), |_| {}).await;
    assert_eq!(open.browser().sign_up("old@example.com", PASSWORD).await.status, 409, "it is held");
    let undone = open.browser().post("/confirm", &[("token", &way_back.expose())]).await;
    assert_eq!((undone.status, open.id_of("Old@example.com")), (303, 7));
}

#[rocket::async_test]
async fn numbers_of_new_holds_follow_the_old_ones() {
    let database = TestDatabase::before("2026-11-26-131000");
    let no = if database.is_sqlite() { "0" } else { "FALSE" };
    insert(
        &database,
        "users",
        "id, email, email_key, search_text, hashed_password, is_admin, created_at",
        &format!("7, 'new@example.com', 'new@example.com', 'new@example.com', '', {no}, {{now}}"),
    );
    for id in 1..=3 {
        insert(
            &database,
            "mails",
            "kind, user_id, email, email_key, other_email, created_at, queued_at, attempts, sent_at",
            &format!(
                "'email_changed', 7, 'old{id}@example.com', 'old{id}@example.com', 'x@example.com', {{now}}, {{now}}, 1, {{now}}"
            ),
        );
    }
    let app = App::on(Arc::new(database), |_| {}).await;
    let mut alice = super::change_email::member(&app, "alice@example.com").await;
    super::change_email::ask(&mut alice, "alice@example.org").await;
    let link = app.last_mail_to("alice@example.org", "Confirm your new").await;
    assert_eq!(super::change_email::follow(&app, &link.token()).await.status, 303);
    assert_eq!(app.database.count("address_holds"), 4);
}

#[rocket::async_test]
async fn failures_from_before_the_upgrade_count() {
    let database = TestDatabase::before("2026-11-26-130000");
    for (id, name) in [(1, "alice"), (2, "bob"), (3, "carol")] {
        database.execute(&format!(
            "INSERT INTO users (id, email, email_key, search_text, hashed_password, is_admin, created_at) \
             VALUES ({id}, '{name}@example.com', '{name}@example.com', '{name}@example.com', '', {}, \
             '2026-01-01 00:00:00')",
            if database.is_sqlite() { "0" } else { "FALSE" },
        ));
    }
    let event = |kind: &str, user: i64| {
        database.execute(&format!(
            "INSERT INTO events (kind, actor_kind, subject_id, occurred_at) \
             VALUES ('{kind}', 'unknown', {user}, '2026-01-01 00:00:00')"
        ));
    };
    for user in [1, 2, 3] {
        event("signed_up", user);
        for _ in 0..4 {
            event("log_in_failed", user);
        }
    }
    event("account_unlocked", 2);
    database.execute("INSERT INTO events (kind, actor_kind, occurred_at) VALUES ('log_in_failed', 'unknown', '2026-01-01 00:00:00')");

    let app = App::on(Arc::new(database), |config| config.rate_limits.most_failures = 5).await;
    for name in ["alice", "bob"] {
        app.browser().log_in(&format!("{name}@example.com"), "a wrong guess").await;
    }
    let locked = app.database.texts("SELECT email AS value FROM users WHERE locked_at IS NOT NULL");
    assert_eq!(locked, [Some("alice@example.com".to_owned())]);
}
