//! `frontdesk database copy`: every row arrives as it is, an interrupted copy goes on, and nothing that changes is copied.

use std::process::Output;
use std::sync::Arc;
use std::time::Duration;

use crate::backup::{back_up, ok, refused};
use crate::harness::{PASSWORD, Program, TestDatabase, curl, session_of};
use crate::upgrade::with_every_table;

const TABLES: [&str; 11] = [
    "users",
    "address_holds",
    "pending_sign_ups",
    "mails",
    "mail_tokens",
    "sessions",
    "known_devices",
    "idempotency_keys",
    "signing_keys",
    "set_up_tokens",
    "events",
];

fn copy(from: &TestDatabase, to: &TestDatabase) -> Output {
    Program::new().run(&["database", "copy", "--from", &from.url, "--to", &to.url], "")
}

/// The digests that a copy prints.
fn digests(output: &Output) -> Vec<String> {
    let told = ok(output);
    let lines = told.lines().skip(1).take(TABLES.len());
    let digests: Vec<String> =
        lines.map(|line| line.rsplit(' ').next().expect("a digest").to_owned()).collect();
    assert_eq!(digests.len(), TABLES.len(), "{told}");
    digests
}

#[test]
fn every_row_of_every_table_arrives_and_comes_back_the_same() {
    let [file, other] = TestDatabase::pair();
    let back = TestDatabase::sqlite_file();
    let file = with_every_table(file);
    file.execute(
        "INSERT INTO set_up_tokens (token_digest, created_at) VALUES (x'00ff27', '2026-11-27 04:30:00.5')",
    );
    for table in TABLES {
        assert!(file.count(table) > 0, "{table} has rows");
    }
    let there = digests(&copy(&file, &other));
    for table in TABLES {
        assert_eq!(file.count(table), other.count(table), "{table}");
    }
    assert_eq!(digests(&copy(&other, &back)), there, "the way back");
    let rows = |database: &TestDatabase| {
        database.texts(
            "SELECT id || email || hashed_password || created_at || is_admin || coalesce(locked_at, '') AS value
             FROM users ORDER BY id",
        )
    };
    assert_eq!(rows(&file), rows(&back), "octet by octet");
}

#[test]
fn people_and_programs_go_on_with_the_copy() {
    let [file, other] = TestDatabase::pair();
    let source = Program::on(Arc::new(file));
    let server = source.serve();
    let sign_up = |server: &crate::harness::Server, email: &str| {
        curl(&[&format!("{}/signup", server.url), "-d", &format!("email={email}&password={PASSWORD}")])
    };
    let session = session_of(&sign_up(&server, "alice@example.com")).to_owned();
    sign_up(&server, "bob@example.com");
    server.terminate();
    // The ids of deleted rows are not given out again: events refer to them.
    source.database.execute("DELETE FROM users WHERE email = 'bob@example.com'");
    let target = Program::on(Arc::new(other));
    let arguments = ["database", "copy", "--from", &source.database.url];
    let told = ok(&target.run(&arguments, ""));
    assert!(told.contains("start the server, with the same secrets file"), "{told}");

    let secrets = source.folder().join("data/secrets.key").display().to_string();
    let target = target.with("FRONTDESK_SECRETS__KEY_FILE", &secrets);
    let server = target.serve();
    let account = curl(&[&format!("{}/account", server.url), "-b", &format!("session={session}")]);
    assert!(account.starts_with("HTTP/1.1 200"), "alice is still logged in: {account}");
    assert!(sign_up(&server, "carol@example.com").starts_with("HTTP/1.1 303"));
    let id = target
        .database
        .texts("SELECT CAST(id AS TEXT) AS value FROM users WHERE email = 'carol@example.com'");
    assert_eq!(id, [Some("3".to_owned())]);
}

#[test]
fn a_copy_that_was_killed_goes_on_and_until_then_no_server_starts() {
    let [file, other] = TestDatabase::pair();
    let source = Program::on(Arc::new(file));
    ok(&source.run(&["migrate"], ""));
    source.database.execute(
        "WITH RECURSIVE person (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM person WHERE n < 100000)
         INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at)
         SELECT 'p' || n, 'p' || n, 'p' || n, 'x', n % 2, '2026-01-01 00:00:00.' || n FROM person",
    );
    let target = Program::on(Arc::new(other));
    let arguments = ["database", "copy", "--from", &source.database.url];
    // So that the tables are there to be counted.
    ok(&target.run(&["migrate"], ""));
    let mut child = target.command(&arguments).spawn().expect("the program");
    while target.database.count("users") < 2_000 && child.try_wait().expect("a status").is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    child.kill().expect("a process");
    assert!(child.wait().expect("an end").code().is_none(), "the test kills it in the middle");
    let half = target.database.count("users");
    assert!((2_000..100_000).contains(&half) && half.is_multiple_of(1_000), "whole batches: {half}");
    let error = refused(&target.run(&["serve"], ""));
    assert!(error.contains("is a copy that is not finished"), "{error}");

    let another = Program::on(Arc::new(TestDatabase::sqlite_file()));
    ok(&another.run(&["migrate"], ""));
    let error = refused(&target.run(&["database", "copy", "--from", &another.database.url], ""));
    assert!(error.contains("was begun from another database"), "{error}");

    ok(&target.run(&arguments, ""));
    assert_eq!(target.database.count("users"), 100_000);
    assert!(target.run(&["migrate"], "").status.success());
    let error = refused(&target.run(&arguments, ""));
    assert!(error.contains("is not empty (users has rows)"), "{error}");
}

#[test]
fn a_database_in_use_is_not_copied_but_its_back_up_is() {
    let program = Program::new();
    let server = program.serve();
    let to = TestDatabase::sqlite_file();
    let arguments = ["database", "copy", "--to", &to.url];
    let error = refused(&program.run(&arguments, ""));
    assert!(error.contains("is in use by ") && error.contains("copy from a back-up"), "{error}");
    if program.database.is_sqlite() {
        let backup = format!("sqlite://{}", back_up(&program, "backups").display());
        ok(&program.run(&["database", "copy", "--from", &backup, "--to", &to.url], ""));
    }
    drop(server);
    let error = refused(&program.run(&["database", "copy", "--to", &program.database.url], ""));
    assert_eq!(error, "--from and --to are the same database");
    assert_eq!(program.run(&["database", "copy"], "").status.code(), Some(2));
}

#[test]
fn what_postgresql_cannot_store_is_named() {
    let [file, other] = TestDatabase::pair();
    if other.is_sqlite() {
        return;
    }
    let file = with_every_table(file);
    file.execute(
        "UPDATE sessions SET user_agent = 'a' || char(0) || 'b' WHERE id = (SELECT max(id) FROM sessions)",
    );
    let id = file.texts("SELECT CAST(max(id) AS TEXT) AS value FROM sessions")[0].clone().expect("an id");
    let error = refused(&copy(&file, &other));
    assert!(error.starts_with(&format!("sessions has a NUL in user_agent of the row {id}")), "{error}");
    file.execute("UPDATE sessions SET user_agent = 'b' WHERE user_agent LIKE 'a%'");
    ok(&copy(&file, &other));
}

#[test]
fn a_database_of_another_release_is_not_copied() {
    let migrations = TestDatabase::migrations();
    let earlier = TestDatabase::before(migrations.last().expect("a migration"));
    let error = refused(&copy(&earlier, &TestDatabase::sqlite_file()));
    assert!(error.contains("bring it up to date first"), "{error}");
    let missing = TestDatabase::sqlite_file();
    assert!(refused(&copy(&missing, &TestDatabase::sqlite_file())).contains("unable to open"));
    assert!(!missing.folder.path().join("frontdesk.db").exists());
}

#[test]
fn a_target_of_another_release_is_refused_before_it_is_migrated() {
    let (from, to) = (
        Program::on(Arc::new(TestDatabase::sqlite_file())),
        Program::on(Arc::new(TestDatabase::sqlite_file())),
    );
    for program in [&from, &to] {
        ok(&program.run(&["migrate"], ""));
    }
    let version = "SELECT max(version) AS value FROM __diesel_schema_migrations";
    let newest = to.database.texts(version).remove(0).expect("a migration");
    to.database.execute(&format!("DELETE FROM __diesel_schema_migrations WHERE version = '{newest}'"));
    let before = to.database.texts(version);
    let error = refused(&copy(&from.database, &to.database));
    assert!(error.contains("has the tables of another release"), "{error}");
    assert_eq!(to.database.texts(version), before, "nothing was migrated");
}
