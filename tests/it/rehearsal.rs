//! `frontdesk backup rehearse`, and the server that makes, rehearses and deletes back-ups by itself.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::backup::{back_up, manifest_of, ok, refused};
use crate::harness::{PASSWORD, Program, TestDatabase, curl};

pub fn rehearse(program: &Program, backup: &Path) -> std::process::Output {
    program.run(&["backup", "rehearse", &backup.display().to_string()], "")
}

/// A program with a member and a signing key, and a back-up of it.
pub fn scene() -> (Program, PathBuf) {
    let program = Program::new();
    let server = program.serve();
    let form = format!("email=alice@example.com&password={PASSWORD}");
    assert!(curl(&[&format!("{}/signup", server.url), "-d", &form]).starts_with("HTTP/1.1 303"));
    server.terminate();
    let backup = back_up(&program, "backups");
    (program, backup)
}

/// Databases of rehearsals that were not dropped; those of other tests may be there for a moment.
fn left_over(program: &Program) -> usize {
    if program.database.is_sqlite() {
        return 0;
    }
    let pid = std::process::id();
    program.database.count(&format!("pg_database WHERE datname LIKE 'frontdesk\\_rehearsal\\_%\\_{pid}'"))
}

#[test]
fn a_good_back_up_passes_every_check_and_touches_nothing() {
    let (program, backup) = scene();
    let mails = || fs::read_dir(program.folder().join("data/mail")).map_or(0, Iterator::count);
    let before = (program.database.count("mails"), mails());
    let told = ok(&rehearse(&program, &backup));
    let checks: Vec<&str> =
        told.lines().filter_map(|line| line.strip_prefix("ok  ")?.split(' ').next()).collect();
    assert_eq!(checks, ["digest", "integrity", "migrations", "secrets", "pages", "log-in"], "{told}");
    assert!(told.contains("1 signing key") && told.ends_with("can be restored.\n"), "{told}");
    assert!(manifest_of(&backup)["rehearsed_at"].is_string());
    assert_eq!(program.database.count("users"), 1);
    assert_eq!((program.database.count("mails"), mails()), before);
    assert!(!program.folder().join("data/rehearsal").exists());
    assert_eq!(left_over(&program), 0);

    let output = program.run(&["backup", "rehearse", &backup.display().to_string(), "--json"], "");
    let result: Value = serde_json::from_str(&ok(&output)).expect("JSON");
    assert_eq!(
        (&result["is_good"], result["passed"].as_array().map(Vec::len)),
        (&Value::Bool(true), Some(6))
    );
}

#[test]
fn a_rehearsal_passes_under_strict_settings() {
    let (program, backup) = scene();
    let strict = program
        .with("FRONTDESK_PUBLIC_URL", "https://id.example.com")
        .with("FRONTDESK_SIGNUP__PRIVATE", "true")
        .with("FRONTDESK_VERIFICATION__REQUIRED", "true")
        .with("FRONTDESK_VERIFICATION__GRACE_HOURS", "0")
        .with("FRONTDESK_PROFILE__NAME", "off")
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", "smtp://127.0.0.1:1")
        .with("FRONTDESK_HASHING__PEPPER", "a pepper that is long enough for the rule of 32 characters");
    ok(&rehearse(&strict, &backup));
}

#[test]
fn a_back_up_without_its_secrets_file_is_found_out() {
    let (program, backup) = scene();
    let keys = program.folder().join("data/secrets.key");
    let key = fs::read_to_string(&keys).expect("keys");
    fs::remove_file(&keys).expect("removed");
    let output = rehearse(&program, &backup);
    assert_eq!(output.status.code(), Some(1));
    let error = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(error.contains("failed at secrets: ") && error.contains("secrets.key has none"), "{error}");
    assert!(!keys.exists(), "and no other key is made");
    fs::write(&keys, "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=").expect("another key");
    assert_eq!(rehearse(&program, &backup).status.code(), Some(1));
    assert_eq!(manifest_of(&backup)["rehearsed_at"], Value::Null);
    fs::write(&keys, key).expect("the key");
    ok(&rehearse(&program, &backup));
}

#[test]
fn a_damaged_back_up_is_found_out() {
    let (program, backup) = scene();
    let mut octets = fs::read(&backup).expect("a file");
    let middle = octets.len() / 2;
    octets[middle..middle + 64].iter_mut().for_each(|octet| *octet ^= 0xff);
    fs::write(&backup, &octets).expect("a file");
    assert!(refused(&rehearse(&program, &backup)).contains("is damaged"));

    // The same damage, before the digest was computed: the database's own checks find it.
    let path = format!("{}.json", backup.display());
    let digest: String = Sha256::digest(&octets).iter().map(|octet| format!("{octet:02x}")).collect();
    let old = manifest_of(&backup)["sha256"].as_str().expect("a digest").to_owned();
    fs::write(&path, fs::read_to_string(&path).expect("a manifest").replace(&old, &digest))
        .expect("a manifest");
    assert_eq!(rehearse(&program, &backup).status.code(), Some(1));
    assert_eq!(left_over(&program), 0);
}

#[test]
fn a_back_up_of_an_earlier_release_is_migrated_in_the_copy() {
    let migrations = TestDatabase::migrations();
    let earlier = TestDatabase::before(migrations.last().expect("a migration"));
    let program = Program::on(Arc::new(earlier));
    let backup = back_up(&program, "backups");
    ok(&rehearse(&program, &backup));
    assert_eq!(program.database.count("__diesel_schema_migrations"), migrations.len() - 1, "only there");
}

#[test]
fn the_server_makes_and_rehearses_back_ups_by_itself() {
    let program = Program::new()
        .with("FRONTDESK_BACKUP__FOLDER", "kept")
        .with("FRONTDESK_BACKUP__EVERY_HOURS", "24")
        .with("FRONTDESK_BACKUP__KEEP", "1")
        .with("FRONTDESK_METRICS__TOKEN", "a-token-of-the-tests");
    let server = program.serve();
    let output = server.wait_for("is made and rehearsed");
    let token = "Authorization: Bearer a-token-of-the-tests";
    let figures = curl(&[&format!("{}/metrics", server.url), "-H", token]);
    assert!(figures.contains("\nfrontdesk_last_backup_timestamp_seconds "), "{figures}");
    assert!(figures.contains("frontdesk_events_total{kind=\"signed_up\"} 0\n"), "a rehearsal is not counted");
    assert!(output.contains("every 24 hours: there is no good one yet"), "{output}");
    assert!(!output.contains("/login"), "the log has no requests of the rehearsal: {output}");
    assert_eq!(output.contains("same disk as the database"), program.database.is_sqlite(), "{output}");
    server.terminate();
    let list = || -> Vec<Value> {
        let listed = ok(&program.run(&["backup", "list", "--json"], ""));
        serde_json::from_str(&listed).expect("JSON")
    };
    let first = list();
    assert_eq!(first.len(), 1);
    assert!(first[0]["rehearsed_at"].is_string());

    // It is not due again; but one of yesterday is too old.
    let path = format!("{}.json", first[0]["path"].as_str().expect("a path"));
    let path = program.folder().join(path);
    let server = program.serve();
    server.wait_for("the last good one is of ");
    server.terminate();
    assert_eq!(list(), first);
    let manifest = fs::read_to_string(&path).expect("a manifest");
    let made = first[0]["created_at"].as_str().expect("a time");
    fs::write(&path, manifest.replace(made, "2026-01-01T00:00:00Z")).expect("a manifest");
    let server = program.serve();
    server.wait_for("is made and rehearsed");
    server.terminate();
    let second = list();
    assert_eq!(second.len(), 1, "the old one is deleted");
    assert_ne!(second[0]["created_at"], "2026-01-01T00:00:00Z");
}

#[test]
fn a_back_up_that_cannot_be_made_is_an_error_in_the_log() {
    let program = Program::new()
        .with("FRONTDESK_BACKUP__FOLDER", "/proc/nowhere")
        .with("FRONTDESK_BACKUP__EVERY_HOURS", "1");
    let server = program.serve();
    let output = server.wait_for("no back-up was made: ");
    assert!(output.contains("ERROR"), "{output}");
    drop(server);
    let program = Program::new().with("FRONTDESK_BACKUP__EVERY_HOURS", "1");
    assert!(refused(&program.run(&["serve"], "")).starts_with("backup.folder: is needed"));
}
