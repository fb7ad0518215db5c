//! What an upgrade does with the data of an earlier release.

use std::sync::Arc;

use crate::harness::{App, TestDatabase};

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
