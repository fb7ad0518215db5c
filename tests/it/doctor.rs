//! `frontdesk doctor`: what is wrong with an installation, told in one line each; and nothing is changed.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;
use time::{Duration, OffsetDateTime};

use crate::backup::back_up;
use crate::harness::Program;

/// What the doctor has found.
pub struct Examined {
    pub code: Option<i32>,
    findings: Vec<Value>,
    /// All that it has printed.
    pub text: String,
}

impl Examined {
    fn of(mut command: Command) -> Self {
        let output = command.output().expect("an end");
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let findings = serde_json::from_str(&told).unwrap_or_else(|error| panic!("{error}: {told}"));
        let text = told + &String::from_utf8_lossy(&output.stderr);
        Self { code: output.status.code(), findings, text }
    }

    /// The findings of a check, each as its level, its message and its advice.
    pub fn of_check(&self, check: &str) -> Vec<(&str, &str, &str)> {
        let found = self.findings.iter().filter(|finding| finding["check"] == check);
        found
            .map(|finding| {
                let text = |key: &str| finding[key].as_str().unwrap_or_default();
                (text("level"), text("message"), text("advice"))
            })
            .collect()
    }

    /// Asserts that one finding of the check has this level and contains this text, and that what is wrong has advice.
    pub fn expect(&self, check: &str, level: &str, told: &str) {
        let found = self.of_check(check);
        let is_told = |(of, message, advice): &(&str, &str, &str)| {
            *of == level
                && (message.contains(told) || advice.contains(told))
                && (matches!(level, "ok" | "skipped") || !advice.is_empty())
        };
        assert!(found.iter().any(is_told), "{check}: no {level} with {told:?} in {found:?}");
        let is_error = self.findings.iter().any(|finding| finding["level"] == "error");
        assert_eq!(self.code, Some(i32::from(is_error)), "{}", self.text);
    }
}

pub fn examine(program: &Program) -> Examined {
    Examined::of(command(program, &["doctor", "--json"]))
}

/// Makes this check alone, and asserts as [`Examined::expect`] does.
pub fn expect(program: &Program, check: &str, level: &str, told: &str) {
    examine_only(program, &[check]).expect(check, level, told);
}

pub fn examine_only(program: &Program, checks: &[&str]) -> Examined {
    Examined::of(command(program, &[&["doctor", "--json"], checks].concat()))
}

/// The command with a port at which no other program listens, unless the test has one.
fn command(program: &Program, arguments: &[&str]) -> Command {
    let mut command = program.command(arguments);
    if !command.get_envs().any(|(name, _)| name == "ROCKET_PORT") {
        command.env("ROCKET_PORT", "1");
    }
    command
}

/// Every file below the folder, with its content and its mode.
fn contents(folder: &Path) -> BTreeMap<PathBuf, (u32, Vec<u8>)> {
    let (mut found, mut folders) = (BTreeMap::new(), vec![folder.to_owned()]);
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            let mode = path.metadata().expect("a file").mode();
            if path.is_dir() {
                folders.push(path.clone());
            }
            found.insert(path.clone(), (mode, fs::read(&path).unwrap_or_default()));
        }
    }
    found
}

#[test]
fn a_first_look_makes_nothing() {
    let program = Program::new();
    let examined = examine(&program);
    assert_eq!(examined.code, Some(0), "{}", examined.text);
    match program.database.is_sqlite() {
        true => examined.expect("database", "warning", "the first start makes it"),
        false => examined.expect("migrations", "warning", "has no tables of frontdesk"),
    }
    examined.expect("secret_keys", "skipped", "there is no key in data/secrets.key");
    examined.expect("indexes", "skipped", "");
    assert_eq!(contents(&program.folder()), BTreeMap::new());
    if !program.database.is_sqlite() {
        let tables = program
            .database
            .texts("SELECT tablename::text AS value FROM pg_tables WHERE schemaname = current_schema()");
        assert_eq!(tables, []);
    }
}

#[test]
fn beside_a_server_and_after_its_crash_nothing_is_changed_and_all_is_seen() {
    let program = Program::new();
    let server = program.serve();
    let beside = program.clone().with("ROCKET_PORT", &server.port().to_string());
    let files = |program: &Program| contents(&program.folder()).into_keys().collect::<Vec<_>>();
    let before = files(&program);
    let examined = examine(&beside);
    assert_eq!(examined.code, Some(0), "{}", examined.text);
    for check in ["configuration", "database", "database_encoding", "migrations", "indexes", "clock"] {
        examined.expect(check, "ok", "");
    }
    examined.expect("signing_keys", "ok", "1, all of which can be decrypted");
    examined.expect("server", "ok", "is ready");
    assert_eq!(files(&program), before);
    server.kill();
    let before = contents(&program.folder());
    let examined = examine(&beside);
    assert_eq!(examined.code, Some(0), "{}", examined.text);
    examined.expect("signing_keys", "ok", "1, all of which can be decrypted");
    examined.expect("server", "skipped", "no server answers at 127.0.0.1:");
    assert!(contents(&program.folder()) == before, "nothing is changed");
    // After a proper end there is no log beside the database, and none is made.
    assert!(program.serve().terminate().success());
    let before = contents(&program.folder());
    expect(&program, "migrations", "ok", "up to date");
    assert!(contents(&program.folder()) == before, "nothing is changed");
}

#[test]
fn settings_that_cannot_be_read_are_the_only_finding_and_show_no_secret() {
    let program = Program::new().with("FRONTDESK_MAIL__SMTP_URL", "smtp://desk:hunter2@mail.example.com:x");
    let program = program.with("FRONTDESK_MAIL__TRANSPORT", "smtp");
    let examined = examine(&program);
    examined.expect("configuration", "error", "mail.smtp_url: must be smtp://USER:PASSWORD@HOST:PORT");
    assert_eq!(examined.findings.len(), 1);
    assert!(!examined.text.contains("hunter2"), "{}", examined.text);
    let named = program.run(&["--config", "nowhere.toml", "doctor"], "");
    let told = String::from_utf8_lossy(&named.stdout).into_owned();
    assert_eq!(named.status.code(), Some(1));
    assert!(
        told.starts_with("error    configuration      --config: there is no file nowhere.toml"),
        "{told}"
    );
}

#[test]
fn the_other_checks_go_on_when_a_file_of_the_settings_is_missing() {
    let examined = examine(&Program::new().with("FRONTDESK_SITE__LOGO", "/nowhere/logo.svg"));
    examined.expect("configuration", "error", "site.logo: cannot read /nowhere/logo.svg");
    examined.expect("templates", "skipped", "the configuration is not complete");
    examined.expect("disk", "ok", "are free for data_dir");
}

#[test]
fn the_text_has_a_line_for_each_finding_and_quiet_leaves_out_what_is_well() {
    let program = Program::new().with("FRONTDESK_LOG__LEVEL", "debg");
    let run = |arguments: &[&str]| {
        let output = command(&program, arguments).output().expect("an end");
        let text = |octets: Vec<u8>| String::from_utf8_lossy(&octets).into_owned();
        (output.status.code(), text(output.stdout), text(output.stderr))
    };
    let (code, all, summary) = run(&["doctor"]);
    assert_eq!((code, all.lines().count()), (Some(1), examine(&program).findings.len()));
    assert!(summary.starts_with("frontdesk: 1 error and "), "{summary}");
    let (_, wrong, _) = run(&["doctor", "--quiet"]);
    assert_eq!(run(&["doctor", "clocks"]).0, Some(2), "there is no such check");
    assert_eq!(run(&["doctor", "clock", "certificate"]).1.lines().count(), 2);
    assert!(wrong.contains("error    log                log.level: must be error, warn, info"), "{wrong}");
    let expected = all.lines().filter(|line| line.starts_with("error") || line.starts_with("warning"));
    // How long a hash takes differs.
    let names = |line: &str| line.split_whitespace().take(2).collect::<Vec<_>>().join(" ");
    assert_eq!(wrong.lines().map(names).collect::<Vec<_>>(), expected.map(names).collect::<Vec<_>>());
}

#[test]
fn files_with_secrets_that_others_can_read_are_told_with_the_command_that_closes_them() {
    let program = Program::new();
    assert!(program.serve().terminate().success());
    let set = |name: &str, mode| {
        fs::set_permissions(program.folder().join(name), fs::Permissions::from_mode(mode)).expect("a mode");
    };
    expect(&program, "files", "ok", "");
    set("data/secrets.key", 0o640);
    expect(&program, "files", "warning", "data/secrets.key is open to its group (0640)");
    set("data/secrets.key", 0o644);
    set("data", 0o755);
    let examined = examine_only(&program, &["files"]);
    examined.expect("files", "error", "data/secrets.key is open to every user (0644)");
    examined.expect("files", "error", "chmod 600 data/secrets.key");
    examined.expect("files", "warning", "data is open to every user (0755)");
    set("data/secrets.key", 0o600);
    if program.database.is_sqlite() {
        set("", 0o700);
        set("frontdesk.db", 0o644);
        assert_eq!(examine_only(&program, &["files"]).code, Some(0), "its folder is closed");
        set("", 0o755);
        expect(&program, "files", "error", "frontdesk.db is open to every user (0644)");
    }
    let settings = program.folder().join("Rocket.toml");
    fs::write(&settings, "[default.metrics]\ntoken = \"kettle kettle kettle\"\n").expect("a file");
    set("Rocket.toml", 0o644);
    let examined = examine(&program);
    examined.expect("configuration", "error", "metrics.token: ");
    assert!(!examined.text.contains("kettle"), "{}", examined.text);
    fs::write(&settings, "[default.metrics]\ntoken = \"kettle-kettle-kettle\"\n").expect("a file");
    expect(&program, "files", "error", "Rocket.toml has secrets, and is open to every user (0644)");
    fs::write(&settings, "[default.site]\nname = \"Harbour\"\n").expect("a file");
    assert!(!examine_only(&program, &["files"]).text.contains("has secrets"));
}

#[test]
fn full_disks_few_descriptors_and_a_taken_port_are_told() {
    let program = Program::new().with("FRONTDESK_HEALTH__LEAST_FREE_MIB", "1000000");
    expect(&program, "disk", "error", "less than health.least_free_mib");
    let few = program.command(&["doctor", "--json"]);
    let mut shell = Command::new("sh");
    shell.args(["-c", "ulimit -n 200; exec \"$0\" doctor --json"]).arg(few.get_program());
    shell.env_clear().envs(few.get_envs().filter_map(|(name, value)| Some((name, value?))));
    shell.current_dir(few.get_current_dir().expect("a folder"));
    Examined::of(shell).expect("limits", "warning", "at most 180 connections at once, and not 4096");

    let other = TcpListener::bind("127.0.0.1:0").expect("a port");
    let port = other.local_addr().expect("an address").port();
    let answers = std::thread::spawn(move || {
        let (mut client, _) = other.accept().expect("a client");
        let read = client.read(&mut [0; 1_024]).expect("a request");
        client.write_all(b"HTTP/1.1 404 Not Found\r\n\r\n").map(|()| read).expect("an answer")
    });
    expect(&Program::new().with("ROCKET_PORT", &port.to_string()), "server", "error", "is not Frontdesk");
    assert!(answers.join().expect("an end") > 0);

    let server = program.serve();
    let beside = program.clone().with("ROCKET_PORT", &server.port().to_string());
    expect(&beside, "server", "error", "is not ready: disk");
}

#[test]
fn the_last_good_back_up_has_an_age_and_a_place() {
    let program = Program::new();
    expect(&program, "backups", "warning", "backup.folder is not set");
    let program = program.with("FRONTDESK_BACKUP__FOLDER", "backups");
    expect(&program, "backups", "warning", "the first back-up makes it");
    fs::create_dir(program.folder().join("backups")).expect("a folder");
    expect(&program, "backups", "warning", "there is no back-up in backups");
    assert!(program.run(&["migrate"], "").status.success());
    let backup = back_up(&program, "backups");
    expect(&program, "backups", "error", "no rehearsal of the 1 back-ups in backups has succeeded");
    let manifest = PathBuf::from(format!("{}.json", program.folder().join(backup).display()));
    let made = |hours: i64| {
        let text = fs::read_to_string(&manifest).expect("a manifest");
        let mut json: Value = serde_json::from_str(&text).expect("JSON");
        let at = OffsetDateTime::now_utc() - Duration::hours(hours);
        let at = at.format(&time::format_description::well_known::Rfc3339).expect("a time");
        (json["created_at"], json["rehearsed_at"]) = (at.clone().into(), at.into());
        fs::write(&manifest, json.to_string()).expect("a manifest");
    };
    made(7 * 24);
    expect(&program, "backups", "ok", "the last good back-up is of ");
    made(9 * 24);
    expect(&program, "backups", "warning", "9 days ago");
    let daily = program.with("FRONTDESK_BACKUP__EVERY_HOURS", "24");
    expect(&daily, "backups", "error", "backup.every_hours asks for one every 24 hours");
    made(47);
    expect(&daily, "backups", "ok", "the last good back-up is of ");
    if daily.database.is_sqlite() {
        expect(&daily, "backups", "warning", "is on the disk of the database");
    }
}
