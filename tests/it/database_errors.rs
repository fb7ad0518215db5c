//! The code distinguishes the errors of PostgreSQL, whatever the language of their messages, and a broken connection is
//! not kept.

use std::sync::Arc;

use frontdesk::config::{Config, Secret};

use crate::harness::{App, PASSWORD, TestDatabase};

/// The application with one connection, which has a name in PostgreSQL. `None` on SQLite.
async fn with_one_connection() -> Option<App> {
    let database = Arc::new(TestDatabase::new());
    if database.is_sqlite() {
        return None;
    }
    let separator = if database.url.contains('?') { '&' } else { '?' };
    let url = format!("{}{separator}application_name=under_test", database.url);
    let change = |config: &mut Config| {
        config.database.connections = 1;
        config.database_url = Some(Secret(url));
    };
    Some(App::on(database, change).await)
}

/// Makes every sign-up run this statement, by a trigger.
fn at_each_sign_up(app: &App, statement: &str) {
    app.database.execute("DROP TRIGGER IF EXISTS at_sign_up ON users");
    app.database.execute(&format!(
        "CREATE OR REPLACE FUNCTION at_sign_up() RETURNS trigger LANGUAGE plpgsql
         AS $$ BEGIN {statement}; RETURN NEW; END $$"
    ));
    app.database.execute(
        "CREATE TRIGGER at_sign_up BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION at_sign_up()",
    );
}

/// The server's processes behind the application's connections.
fn connections(app: &App) -> Vec<Option<String>> {
    app.database.texts(
        "SELECT CAST(pid AS TEXT) AS value FROM pg_stat_activity WHERE application_name = 'under_test'
         AND datname = current_database()",
    )
}

#[rocket::async_test]
async fn a_server_that_cannot_now_is_503_and_a_wrong_statement_is_500() {
    let Some(app) = with_one_connection().await else { return };
    let mut browser = app.browser();
    // Serialization failure, deadlock, disk full, out of memory, lock, cancelled, I/O error, read-only.
    for code in ["40001", "40P01", "53100", "53200", "55P03", "57014", "58030", "25006"] {
        at_each_sign_up(&app, &format!("RAISE EXCEPTION 'Das geht nicht.' USING ERRCODE = '{code}'"));
        let answer = browser.sign_up("alice@example.com", PASSWORD).await;
        assert_eq!((answer.status, answer.header("Retry-After").is_some()), (503, true), "{code}");
    }
    at_each_sign_up(&app, "NULL");
    assert_eq!(browser.sign_up("alice@example.com", PASSWORD).await.status, 303);

    // A unique index that is not about addresses.
    app.database.execute("CREATE UNIQUE INDEX one_of_a_kind ON users (is_admin)");
    let answer = app.browser().sign_up("bob@example.com", PASSWORD).await;
    assert_eq!(answer.status, 500, "no address is taken: {:?}", answer.flash());
    app.database.execute("ALTER TABLE users RENAME COLUMN search_text TO others_text");
    assert_eq!(app.browser().sign_up("bob@example.com", PASSWORD).await.status, 500);
    assert_eq!(app.users(), 1);
}

#[rocket::async_test]
async fn a_connection_to_a_server_that_only_reads_or_ends_is_not_kept() {
    let Some(app) = with_one_connection().await else { return };
    let mut browser = app.browser();
    let read_only = "RAISE EXCEPTION 'Das geht nicht.' USING ERRCODE = '25006'";
    let ends = "PERFORM pg_terminate_backend(pg_backend_pid())";
    for (statement, is_kept) in
        [("RAISE EXCEPTION 'Das geht nicht.'", true), (read_only, false), (ends, false)]
    {
        at_each_sign_up(&app, statement);
        let before = connections(&app);
        assert_eq!(before.len(), 1, "{before:?}");
        assert_eq!(browser.sign_up("alice@example.com", PASSWORD).await.status, 503, "{statement}");
        at_each_sign_up(&app, "NULL");
        // Whatever the error is, the next request gets a connection.
        assert_eq!(browser.get("/password-reset").await.status, 200);
        assert_eq!(browser.log_in("alice@example.com", PASSWORD).await.status, 422);
        assert_eq!(connections(&app) == before, is_kept, "{statement}");
    }
}

#[rocket::async_test]
async fn connections_that_the_server_has_ended_meanwhile_are_not_noticed_by_people() {
    let Some(app) = with_one_connection().await else { return };
    let mut browser = app.member("alice@example.com").await;
    app.database.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'under_test'
         AND datname = current_database()",
    );
    assert!(browser.is_logged_in().await);
}
