//! What a database must fulfil before a command uses it, and which of its defaults must have no effect.

use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rocket::futures::future::join_all;

use crate::harness::{App, PASSWORD, Program, TestDatabase};

/// Every command that opens the database, with its arguments.
const COMMANDS: [&[&str]; 6] = [
    &["serve"],
    &["migrate"],
    &["admin", "list"],
    &["keys", "list"],
    &["user", "unlock", "alice@example.com"],
    &["mail", "test", "alice@example.com"],
];

/// Asserts that each command fails with one line that contains these words.
fn is_refused_by_all(program: &Program, words: &[&str]) {
    for command in COMMANDS {
        let output = program.run(command, "");
        let error = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{command:?}: {error}");
        assert!(error.starts_with("frontdesk: ") && error.lines().count() == 1, "{command:?}: {error}");
        for word in words {
            assert!(error.contains(word), "{command:?}: {error}");
        }
    }
}

#[test]
fn a_database_that_a_later_release_has_migrated_is_refused_by_every_command() {
    let program = Program::new();
    assert!(program.run(&["migrate"], "").status.success());
    let table = "__diesel_schema_migrations";
    let before = program.database.count(table);
    program.database.execute(&format!("INSERT INTO {table} (version) VALUES ('20991231235959')"));
    is_refused_by_all(&program, &["later release", "20991231235959", "restore the back-up"]);
    assert_eq!(program.database.count(table), before + 1, "nothing was migrated");

    program.database.execute(&format!("DELETE FROM {table} WHERE version = '20991231235959'"));
    assert!(program.run(&["migrate"], "").status.success());
}

#[test]
fn a_database_that_is_not_utf_8_is_refused_by_every_command() {
    let program = Program::on(Arc::new(TestDatabase::not_utf8()));
    let found = if program.database.is_sqlite() { "UTF-16le" } else { "LATIN1" };
    is_refused_by_all(&program, &[found, "needs UTF-8"]);
}

/// The operator may set defaults for other programs on the database server.
#[rocket::async_test]
async fn the_database_s_defaults_for_transactions_mean_nothing() {
    let database = Arc::new(TestDatabase::new());
    if database.is_sqlite() {
        return;
    }
    let name = database.url.rsplit('/').next().expect("a name").to_owned();
    for setting in ["isolation = 'serializable'", "deferrable = on", "read_only = on"] {
        database.execute(&format!("ALTER DATABASE {name} SET default_transaction_{setting}"));
    }
    let app = App::on(database, |_| {}).await;
    let attempts = (0..32).map(|number| {
        let mut browser = app.browser();
        async move {
            let email = format!("person{number}@example.com");
            let signed_up = browser.sign_up(&email, PASSWORD).await.status;
            (signed_up, browser.is_logged_in().await, browser.log_in(&email, PASSWORD).await.status)
        }
    });
    assert_eq!(join_all(attempts).await, [(303, true, 303); 32]);
}

#[test]
fn processes_that_start_at_the_same_instant_on_a_new_folder_all_start() {
    for _ in 0..3 {
        let program = Program::new().with("FRONTDESK_DATA_DIR", "deep/data");
        let program = match program.database.is_sqlite() {
            true => program.with("DATABASE_URL", "sqlite://deep/data/frontdesk.db"),
            false => program,
        };
        let outputs: Vec<_> = thread::scope(|scope| {
            let starts: Vec<_> = (0..6).map(|_| scope.spawn(|| program.run(&["migrate"], ""))).collect();
            starts.into_iter().map(|start| start.join().expect("an end")).collect()
        });
        let errors: Vec<_> = outputs.iter().map(|output| String::from_utf8_lossy(&output.stderr)).collect();
        assert!(outputs.iter().all(|output| output.status.success()), "{errors:?}");
    }
}

/// Another process may be creating the tables, which may take longer than a write.
#[test]
fn a_start_waits_for_a_process_that_has_the_database_for_itself() {
    let program = Program::new();
    if !program.database.is_sqlite() {
        return;
    }
    let lock = program.database.lock();
    thread::scope(|scope| {
        let start = scope.spawn(|| program.run(&["migrate"], ""));
        // SQLite itself waits only five seconds.
        thread::sleep(Duration::from_secs(6));
        assert!(!start.is_finished(), "it did not wait");
        drop(lock);
        let output = start.join().expect("an end");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    });
}
