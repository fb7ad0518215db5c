//! `frontdesk restore`: the data of the back-up, with what was there kept, or nothing changed.

use std::fs;
use std::path::{Path, PathBuf};

use diesel::Connection as _;
use diesel::prelude::*;
use diesel::sql_types::Text;

use crate::backup::{back_up, manifest_of, ok, refused};
use crate::harness::{PASSWORD, Program, Server, curl};

fn sign_up(server: &Server, email: &str) {
    let answer = post(server, "signup", email);
    assert!(answer.starts_with("HTTP/1.1 303"), "{answer}");
}

fn post(server: &Server, path: &str, email: &str) -> String {
    let form = format!("email={email}&password={PASSWORD}");
    curl(&[&format!("{}/{path}", server.url), "-d", &form])
}

fn logs_in(server: &Server, email: &str) -> bool {
    post(server, "login", email).starts_with("HTTP/1.1 303")
}

fn restore(program: &Program, backup: &Path) -> std::process::Output {
    program.run(&["restore", &backup.display().to_string()], "")
}

/// The addresses in a SQLite file.
fn emails(path: &Path) -> Vec<String> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        email: String,
    }
    let mut connection = SqliteConnection::establish(&path.to_string_lossy()).expect("a database");
    let rows: Vec<Row> =
        diesel::sql_query("SELECT email FROM users ORDER BY id").load(&mut connection).expect("users");
    rows.into_iter().map(|row| row.email).collect()
}

/// A back-up with alice, after which bob has signed up. The server has stopped.
fn two_moments() -> (Program, PathBuf) {
    let program = Program::new();
    let server = program.serve();
    sign_up(&server, "alice@example.com");
    let backup = back_up(&program, "backups");
    sign_up(&server, "bob@example.com");
    server.terminate();
    (program, backup)
}

#[test]
fn a_restore_brings_back_the_moment_and_keeps_what_was_there() {
    let (program, backup) = two_moments();
    let told = ok(&restore(&program, &backup));
    assert!(told.contains("1 user, 1 session"), "{told}");
    let (_, rest) = told.split_once("is kept as ").expect("it says where");
    let kept = rest.split(". When").next().expect("a place");
    let users = match program.database.is_sqlite() {
        true => emails(Path::new(kept)),
        false => {
            let schema = kept.trim_start_matches("the schema ");
            let query = format!("SELECT email AS value FROM {schema}.users ORDER BY id");
            program.database.texts(&query).into_iter().flatten().collect()
        }
    };
    assert_eq!(users, ["alice@example.com", "bob@example.com"], "what is kept");

    let server = program.serve();
    assert!(logs_in(&server, "alice@example.com") && !logs_in(&server, "bob@example.com"));
    sign_up(&server, "carol@example.com");
    assert_eq!(program.database.count("users"), 2);
}

#[test]
fn a_restore_is_refused_while_a_server_has_the_database() {
    let (program, backup) = two_moments();
    let server = program.serve();
    let error = refused(&restore(&program, &backup));
    assert!(error.contains("is in use by ") && error.contains("stop every server"), "{error}");
    if program.database.is_sqlite() {
        assert!(error.contains(&format!("the process {}", server.id())), "{error}");
    }
    assert!(logs_in(&server, "bob@example.com"), "nothing has changed");
    drop(server);
}

#[test]
fn the_log_of_a_killed_server_is_kept_with_its_database_and_does_not_touch_the_back_up() {
    let (program, backup) = two_moments();
    if !program.database.is_sqlite() {
        return;
    }
    let server = program.serve();
    sign_up(&server, "carol@example.com");
    server.kill();
    let wal = program.folder().join("frontdesk.db-wal");
    assert!(wal.metadata().is_ok_and(|log| log.len() > 0), "the newest commits are in it");
    let told = ok(&restore(&program, &backup));
    assert!(!wal.exists() && !program.folder().join("frontdesk.db-restoring").exists());
    assert_eq!(emails(&program.folder().join("frontdesk.db")), ["alice@example.com"]);
    let (_, kept) = told.split_once("is kept as ").expect("it says where");
    let kept = emails(Path::new(kept.split(". When").next().expect("a path")));
    assert_eq!(kept, ["alice@example.com", "bob@example.com", "carol@example.com"], "with its log");
}

#[test]
fn a_damaged_back_up_is_refused_and_nothing_is_changed() {
    let (program, backup) = two_moments();
    let octets = fs::read(&backup).expect("a file");
    let mut flipped = octets.clone();
    *flipped.last_mut().expect("an octet") ^= 1;
    for (damaged, says) in [(&flipped[..], "its SHA-256 is "), (&octets[..octets.len() - 1], "it has ")] {
        fs::write(&backup, damaged).expect("a file");
        let error = refused(&restore(&program, &backup));
        assert!(error.contains("is damaged") && error.contains(says), "{error}");
    }
    fs::write(&backup, "a shopping list").expect("a file");
    assert!(refused(&restore(&program, &backup)).contains("is no back-up"));
    fs::write(&backup, &octets).expect("a file");

    let path = format!("{}.json", backup.display());
    let manifest = fs::read_to_string(&path).expect("a manifest");
    let migration = manifest_of(&backup)["migration"].as_str().expect("a version").to_owned();
    for (from, to, says) in [
        (migration.as_str(), "29991231000000", "later release of frontdesk (migration 29991231000000)"),
        ("\"format\": 1", "\"format\": 2", "later release of frontdesk (its manifest has the format 2)"),
        ("{", "[", "cannot be read"),
    ] {
        fs::write(&path, manifest.replacen(from, to, 1)).expect("a manifest");
        let error = refused(&restore(&program, &backup));
        assert!(error.contains(says), "{error}");
    }
    fs::remove_file(&path).expect("removed");
    assert!(refused(&restore(&program, &backup)).contains("there is no manifest"));
    let server = program.serve();
    assert!(logs_in(&server, "bob@example.com"), "nothing has changed");
    server.terminate();

    ok(&program.run(&["restore", &backup.display().to_string(), "--unverified"], ""));
    assert_eq!(program.database.count("users"), 1);
}

#[test]
fn half_a_back_up_changes_nothing_even_without_a_manifest() {
    let (program, backup) = two_moments();
    let half = program.folder().join("half");
    let octets = fs::read(&backup).expect("a file");
    fs::write(&half, &octets[..octets.len() / 2]).expect("a file");
    let output = program.run(&["restore", &half.display().to_string(), "--unverified"], "");
    refused(&output);
    assert_eq!(program.database.count("users"), 2);
    assert!(logs_in(&program.serve(), "bob@example.com"), "nothing has changed");
}

#[test]
fn a_back_up_of_the_other_database_is_refused_with_what_to_do() {
    let program = Program::new();
    let is_sqlite = program.database.is_sqlite();
    let path = program.folder().join("other");
    fs::write(&path, if is_sqlite { "PGDMP and more" } else { "SQLite format 3\0 and more" })
        .expect("a file");
    let output = program.run(&["restore", &path.display().to_string(), "--unverified"], "");
    assert!(refused(&output).contains("frontdesk database copy"));
    let folder = program.folder().display().to_string();
    assert!(refused(&program.run(&["restore", &folder, "--unverified"], "")).contains("it is a folder"));
}

#[test]
fn a_database_that_cannot_be_opened_any_more_can_be_replaced() {
    let (program, backup) = two_moments();
    if !program.database.is_sqlite() {
        return;
    }
    fs::write(program.folder().join("frontdesk.db"), "x".repeat(10_000)).expect("a file");
    assert_eq!(program.run(&["migrate"], "").status.code(), Some(1), "it is damaged");
    ok(&restore(&program, &backup));
    assert_eq!(program.database.count("users"), 1);
}

#[test]
fn an_interrupted_restore_is_finished_before_a_server_starts() {
    let (program, backup) = two_moments();
    if !program.database.is_sqlite() {
        return;
    }
    // As if the machine had stopped after the first rename.
    let at = |name: &str| program.folder().join(name);
    fs::write(at("frontdesk.db-restoring"), "").expect("a file");
    fs::rename(at("frontdesk.db"), at("frontdesk.db.replaced-2026-11-27T04-30-00Z")).expect("renamed");
    let error = refused(&program.run(&["migrate"], ""));
    assert!(error.contains("was interrupted") && error.contains("run `frontdesk restore` again"), "{error}");
    assert!(!at("frontdesk.db").exists(), "no empty database takes its place");
    ok(&restore(&program, &backup));
    assert!(logs_in(&program.serve(), "alice@example.com"));
}

/// `exec` of Linux can mount a file system of its own only as root: `/dev/shm` is one that is there.
#[cfg(target_os = "linux")]
#[test]
fn a_back_up_may_be_on_another_file_system() {
    use std::os::unix::fs::MetadataExt;

    let (program, backup) = two_moments();
    let Ok(elsewhere) = tempfile::TempDir::new_in("/dev/shm") else { return };
    let device = |path: &Path| path.metadata().expect("a folder").dev();
    if device(elsewhere.path()) == device(&program.folder()) {
        return;
    }
    let moved = elsewhere.path().join("b");
    fs::copy(&backup, &moved).expect("a copy");
    fs::copy(format!("{}.json", backup.display()), elsewhere.path().join("b.json")).expect("a copy");
    ok(&restore(&program, &moved));
    assert_eq!(program.database.count("users"), 1);
}

#[test]
fn a_new_machine_needs_the_secrets_file_too() {
    let program = Program::new();
    let server = program.serve();
    sign_up(&server, "alice@example.com");
    server.terminate();
    let folder = program.folder().join("backups");
    fs::create_dir(&folder).expect("a folder");
    let named = folder.join("b").display().to_string();
    ok(&program.run(&["backup", &named, "--with-secrets"], ""));

    let without = Program::new();
    let output = without.run(&["restore", &named], "");
    ok(&output);
    let notes = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(notes.contains("does not have") && notes.contains("--forget-old"), "{notes}");

    let other = Program::new();
    ok(&other.run(&["restore", &named, "--with-secrets"], ""));
    assert!(logs_in(&other.serve(), "alice@example.com"));

    let third = Program::new();
    fs::create_dir_all(third.folder().join("data")).expect("a folder");
    fs::write(third.folder().join("data/secrets.key"), "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=")
        .expect("keys");
    let error = refused(&third.run(&["restore", &named, "--with-secrets"], ""));
    assert!(error.contains("has other keys"), "{error}");
}
