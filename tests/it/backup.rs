//! `frontdesk backup`: whole, as of one moment, for its owner alone, and never half under its name.

use std::collections::HashSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::harness::{Connection, PASSWORD, Program, TestDatabase};

fn text(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).into_owned()
}

/// The output of a command that succeeds.
pub fn ok(output: &Output) -> String {
    assert!(output.status.success(), "{}", text(&output.stderr));
    text(&output.stdout)
}

/// The one line of a command that fails.
pub fn refused(output: &Output) -> String {
    let error = text(&output.stderr);
    assert_eq!((output.status.code(), error.lines().count()), (Some(1), 1), "{error}");
    error.trim_start_matches("frontdesk: ").trim_end().to_owned()
}

/// Makes a back-up in a folder of its own, and returns its path.
pub fn back_up(program: &Program, name: &str) -> PathBuf {
    let folder = program.folder().join(name);
    fs::create_dir_all(&folder).expect("a folder");
    let told = ok(&program.run(&["backup", &folder.display().to_string(), "--json"], ""));
    let manifest: Value = serde_json::from_str(&told).expect("JSON");
    manifest["path"].as_str().expect("a path").into()
}

pub fn manifest_of(backup: &Path) -> Value {
    let path = format!("{}.json", backup.display());
    serde_json::from_str(&fs::read_to_string(path).expect("a manifest")).expect("JSON")
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// A database with so many users, that making a back-up takes a while.
fn with_many_users(program: &Program) {
    ok(&program.run(&["migrate"], ""));
    program.database.execute(
        "WITH RECURSIVE person (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM person WHERE n < 200000)
         INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at)
         SELECT 'p' || n || '@example.com', 'p' || n || '@example.com', 'p' || n, hex(zeroblob(60)), 0,
             '2026-01-01 00:00:00' FROM person",
    );
}

#[test]
fn a_back_up_under_sign_ups_is_one_moment_with_all_that_was_acknowledged_before() {
    let program = Program::new().with("FRONTDESK_RATE_LIMITS__ENABLED", "false");
    let server = program.serve();
    let stop = AtomicBool::new(false);
    let sign_up = |client: usize| {
        let mut connection = Connection::open(&server.url).expect("a connection");
        let mut acknowledged = Vec::new();
        for number in 0.. {
            if stop.load(Ordering::Relaxed) {
                break;
            }
            let email = format!("person{client}.{number}@example.com");
            assert_eq!(connection.post("/signup", &email, PASSWORD), Some(303), "{email}");
            acknowledged.push((Instant::now(), email));
        }
        acknowledged
    };
    let (began, acknowledged, backup) = thread::scope(|scope| {
        let clients: Vec<_> = (0..3).map(|client| scope.spawn(move || sign_up(client))).collect();
        while program.database.count("users") < 20 {
            thread::sleep(Duration::from_millis(5));
        }
        let began = Instant::now();
        let backup = back_up(&program, "backups");
        // Others sign up after it.
        let users = program.database.count("users");
        while program.database.count("users") < users + 5 {
            thread::sleep(Duration::from_millis(5));
        }
        stop.store(true, Ordering::Relaxed);
        let acknowledged: Vec<_> =
            clients.into_iter().flat_map(|client| client.join().expect("it")).collect();
        (began, acknowledged, backup)
    });
    drop(server);

    let other = Program::new();
    ok(&other.run(&["restore", &backup.display().to_string()], ""));
    let there: HashSet<String> =
        other.database.texts("SELECT email AS value FROM users").into_iter().flatten().collect();
    let before: Vec<_> = acknowledged.iter().filter(|(at, _)| *at < began).collect();
    assert!(before.len() >= 15 && there.len() < acknowledged.len(), "the test sees both kinds");
    for (_, email) in before {
        assert!(there.contains(email), "{email} was acknowledged before");
    }
    assert_eq!(manifest_of(&backup)["rows"]["users"], there.len(), "the manifest counts the same moment");
    let halfway = "users WHERE (SELECT count(*) FROM sessions WHERE user_id = users.id) <> 1
        OR (SELECT count(*) FROM events WHERE subject_id = users.id AND kind = 'signed_up') <> 1";
    assert_eq!(other.database.count(halfway), 0, "each with its session and its event");
}

#[test]
fn a_back_up_is_a_file_with_a_manifest_for_its_owner_alone() {
    let program = Program::new();
    ok(&program.run(&["admin", "create", "root@example.org", "--password-stdin"], PASSWORD));
    ok(&program.run(&["keys", "rotate"], ""));
    let backup = back_up(&program, "backups");
    let folder = program.folder().join("backups");
    let name = backup.file_name().expect("a name").to_string_lossy().into_owned();
    assert!(name.starts_with("frontdesk-20") && name.contains("Z."), "{name}");
    assert_eq!(names(&folder), [name.clone(), format!("{name}.json")], "and nothing else");
    #[cfg(unix)]
    for path in [backup.clone(), folder.join(format!("{name}.json"))] {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600, "{path:?}");
    }
    let (manifest, octets) = (manifest_of(&backup), fs::read(&backup).expect("a file"));
    let digest: String = Sha256::digest(&octets).iter().map(|octet| format!("{octet:02x}")).collect();
    assert_eq!(manifest["sha256"], digest);
    assert_eq!(manifest["octets"], octets.len());
    assert_eq!(manifest["file"], name);
    assert_eq!(manifest["format"], 1);
    assert_eq!(manifest["rows"]["users"], 1);
    assert_eq!(manifest["rehearsed_at"], Value::Null);
    assert_eq!(manifest["secret_keys"].as_array().map(Vec::len), Some(1));
    let newest = TestDatabase::migrations().pop().expect("a migration");
    let version = newest.split('_').next().expect("a version").replace('-', "");
    assert_eq!(manifest["migration"], version);
    let kind = if program.database.is_sqlite() { "sqlite" } else { "postgresql" };
    assert_eq!(manifest["database"], kind);

    let named = program.folder().join("mine.copy").display().to_string();
    let told = program.run(&["backup", &named], "");
    assert!(ok(&told).contains("1 user, 0 sessions"), "{}", ok(&told));
    let notes = text(&told.stderr);
    assert!(
        notes.contains("secrets.key") && notes.contains("same disk") == program.database.is_sqlite(),
        "{notes}"
    );
    assert!(refused(&program.run(&["backup", &named], "")).contains("exists; choose another name"));
    let nowhere = program.folder().join("nowhere/b").display().to_string();
    assert!(refused(&program.run(&["backup", &nowhere], "")).contains("mkdir -m 700"));
    assert!(refused(&program.run(&["backup"], "")).contains("backup.folder"));
    let listed = ok(&program.run(&["backup", "list", &folder.display().to_string()], ""));
    assert!(listed.contains(&name) && listed.contains("never"), "{listed}");
}

#[test]
fn a_back_up_leaves_the_database_as_it_is_also_one_of_an_earlier_release() {
    let migrations = TestDatabase::migrations();
    let earlier = TestDatabase::before(migrations.last().expect("a migration"));
    let program = Program::on(Arc::new(earlier));
    let backup = back_up(&program, "backups");
    assert_eq!(program.database.count("__diesel_schema_migrations"), migrations.len() - 1);
    assert!(manifest_of(&backup)["migration"].as_str().is_some());
    assert!(!program.folder().join("data").exists(), "and makes no data folder");
}

#[test]
fn old_back_ups_are_deleted_and_the_setting_names_the_folder() {
    let program = Program::new().with("FRONTDESK_BACKUP__FOLDER", "kept").with("FRONTDESK_BACKUP__KEEP", "2");
    ok(&program.run(&["migrate"], ""));
    let folder = program.folder().join("kept");
    for _ in 0..2 {
        ok(&program.run(&["backup"], ""));
    }
    fs::write(folder.join("notes.txt"), "mine").expect("a file");
    let told = ok(&program.run(&["backup"], ""));
    assert!(told.contains("Deleted 1 older back-up: 2 stay."), "{told}");
    assert_eq!(names(&folder).len(), 5, "two, their manifests, and the notes");
    let told = program.run(&["backup", "--keep", "1"], "");
    assert_eq!(text(&told.stderr), "", "notes are made once for a folder");
    let told = ok(&told);
    assert!(told.contains("Deleted 2 older back-ups: 1 stay."), "{told}");
    let listed: Value =
        serde_json::from_str(&ok(&program.run(&["backup", "list", "--json"], ""))).expect("JSON");
    assert_eq!(listed.as_array().map(Vec::len), Some(1));
}

#[test]
fn a_kill_in_the_middle_leaves_no_half_file_and_the_next_back_up_cleans_up() {
    let program = Program::new();
    if !program.database.is_sqlite() {
        return;
    }
    with_many_users(&program);
    let folder = program.folder().join("backups");
    fs::create_dir(&folder).expect("a folder");
    let mut kills = 0;
    for _ in 0..10 {
        let mut child =
            program.command(&["backup", &folder.display().to_string()]).spawn().expect("the program");
        let has_begun = || {
            names(&folder).iter().any(|name| {
                name.ends_with(".frontdesk-part")
                    && folder.join(name).metadata().is_ok_and(|file| file.len() > 0)
            })
        };
        while !has_begun() && child.try_wait().expect("a status").is_none() {
            thread::sleep(Duration::from_millis(1));
        }
        child.kill().expect("a process");
        kills += usize::from(child.wait().expect("an end").code().is_none());
        if kills == 2 {
            break;
        }
    }
    assert_eq!(kills, 2, "the test kills it in the middle");
    assert!(names(&folder).iter().any(|name| name.ends_with(".frontdesk-part")), "{:?}", names(&folder));
    assert!(!names(&folder).iter().any(|name| name.starts_with("frontdesk-")), "{:?}", names(&folder));
    let backup = back_up(&program, "backups");
    assert_eq!(names(&folder).len(), 2, "{:?}", names(&folder));
    assert_eq!(manifest_of(&backup)["rows"]["users"], 200_000);
}

#[cfg(unix)]
#[test]
fn a_full_disk_leaves_nothing() {
    let program = Program::new();
    if !program.database.is_sqlite() {
        return;
    }
    with_many_users(&program);
    let folder = program.folder().join("backups");
    fs::create_dir(&folder).expect("a folder");
    // A limit on the size of files stands in for the end of the disk: a write beyond it fails.
    let backup = program.command(&["backup", &folder.display().to_string()]);
    let mut limited = std::process::Command::new("sh");
    limited.arg("-c").arg("trap '' XFSZ; ulimit -f 4096; exec \"$0\" \"$@\"").arg(backup.get_program());
    limited.args(backup.get_args()).current_dir(program.folder()).env_clear();
    limited.envs(backup.get_envs().filter_map(|(name, value)| Some((name, value?))));
    limited.env("PATH", "/usr/bin:/bin");
    let error = refused(&limited.output().expect("a shell"));
    assert!(error.contains("the back-up was not made"), "{error}");
    assert_eq!(names(&folder), Vec::<String>::new());
}

#[test]
fn the_secrets_file_comes_along_if_it_is_asked_for() {
    let program = Program::new();
    ok(&program.run(&["keys", "rotate"], ""));
    let folder = program.folder().join("backups");
    fs::create_dir(&folder).expect("a folder");
    let told = program.run(&["backup", &folder.display().to_string(), "--with-secrets"], "");
    assert!(ok(&told).contains(".secrets.key: the secrets file."), "{}", ok(&told));
    let copy = names(&folder).into_iter().find(|name| name.ends_with(".secrets.key")).expect("a copy");
    let read = |path: PathBuf| fs::read_to_string(path).expect("a file");
    assert_eq!(read(folder.join(copy)), read(program.folder().join("data/secrets.key")));

    let key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";
    let given = program.with("FRONTDESK_SECRETS__KEY", key);
    let output = given.run(&["backup", &folder.display().to_string(), "--with-secrets"], "");
    assert!(refused(&output).contains("secrets.key"));
}
