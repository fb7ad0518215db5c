//! The sources of settings: the file, the environment, secrets in files; and names that look like settings but are not.

use std::fs;
use std::process::Output;

use frontdesk::config::{Config, is_secret};

use crate::harness::{PASSWORD, Program, Server, curl};

fn error(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stdout));
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(text.lines().count(), 1, "{text}");
    text
}

fn assert_migrates(program: &Program) {
    let output = program.run(&["migrate"], "");
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
}

/// This includes commands that need none of these files.
#[test]
fn a_file_that_a_setting_names_and_that_is_missing_is_an_error_of_every_command() {
    for key in ["templates_dir", "passwords.blocklist", "site.logo"] {
        let program = Program::new().with(&variable(key), "/nowhere/logo.svg");
        for command in [&["migrate"][..], &["hash", "verify", "x"]] {
            let told = error(&program.run(command, ""));
            assert!(told.starts_with(&format!("frontdesk: {key}: cannot read /nowhere")), "{told}");
        }
    }
}

/// The line of the log that contains this text.
fn line(server: &Server, text: &str) -> String {
    let log = server.wait_for(text);
    log.lines().find(|line| line.contains(text)).unwrap_or_default().to_owned()
}

#[test]
fn what_kubernetes_sets_for_services_of_these_names_is_ignored() {
    let mut program = Program::new();
    for (name, value) in [
        ("FRONTDESK_PORT", "tcp://10.96.14.7:8000"),
        ("FRONTDESK_SERVICE_HOST", "10.96.14.7"),
        ("FRONTDESK_SERVICE_PORT", "8000"),
        ("FRONTDESK_SERVICE_PORT_HTTP", "8000"),
        ("FRONTDESK_PORT_8000_TCP", "tcp://10.96.14.7:8000"),
        ("FRONTDESK_PORT_8000_TCP_PROTO", "tcp"),
        ("FRONTDESK_PORT_8000_TCP_PORT", "8000"),
        ("FRONTDESK_PORT_8000_TCP_ADDR", "10.96.14.7"),
        ("FRONTDESK_DB_PORT", "tcp://10.96.14.8:5432"),
        ("ROCKET_SERVICE_HOST", "10.96.14.9"),
        ("ROCKET_PORT_80_TCP", "tcp://10.96.14.9:80"),
    ] {
        program = program.with(name, value);
    }
    // The real ROCKET_PORT, which `serve` sets, still has an effect.
    let server = program.serve();
    assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"));
    let ignored = line(&server, "Kubernetes");
    assert!(ignored.contains("FRONTDESK_PORT, ") && ignored.contains("ROCKET_SERVICE_HOST"), "{ignored}");
    assert_migrates(&Program::new().with("ROCKET_PORT", "tcp://10.96.14.9:8000"));
    let slip = Program::new().with("FRONTDESK_PORT", "8000").run(&["migrate"], "");
    assert_eq!(error(&slip), "frontdesk: port: there is no such setting (from the environment)\n");
}

#[test]
fn a_file_above_the_working_directory_is_not_read_and_the_log_says_so() {
    let program = Program::new().inside("below");
    fs::write(program.folder().join("Rocket.toml"), "[default.site]\nname = \"From above\"\n")
        .expect("a file");
    let server = program.serve();
    assert!(!curl(&[&server.url]).contains("From above"));
    let told = line(&server, "settings are from the environment");
    assert!(told.contains("WARN") && told.contains("Rocket.toml is read only with --config"), "{told}");
    drop(server);

    fs::write(program.folder().join("below/Rocket.toml"), "[default.site]\nname = \"From here\"\n")
        .expect("a file");
    let server = program.serve();
    assert!(curl(&[&server.url]).contains("From here"));
    assert!(line(&server, "settings are from").contains("below/Rocket.toml and the environment"));
}

#[test]
fn a_file_that_is_named_takes_the_place_of_the_usual_one() {
    let program = Program::new();
    let write = |name: &str, text: &str| fs::write(program.folder().join(name), text).expect("a file");
    write("Rocket.toml", "nonsense = 1\n");
    write("good.toml", "[default.site]\nname = \"Good\"\n");
    write("bad.toml", "[default]\nnonsense = 1\n");
    for arguments in [["--config", "good.toml", "migrate"], ["migrate", "--config", "good.toml"]] {
        assert_eq!(program.run(&arguments, "").status.code(), Some(0), "{arguments:?}");
    }
    assert!(error(&program.run(&["migrate", "--config", "bad.toml"], "")).contains("nonsense: there is no"));
    let missing = error(&program.run(&["migrate", "--config", "none.toml"], ""));
    assert_eq!(missing, "frontdesk: --config: there is no file none.toml\n");
    let folder = error(&program.run(&["migrate", "--config", "."], ""));
    assert_eq!(folder, "frontdesk: --config: there is no file .\n");

    let by_variable = program.clone().with("ROCKET_CONFIG", "bad.toml");
    assert_eq!(by_variable.run(&["migrate", "--config", "good.toml"], "").status.code(), Some(0));
    assert!(error(&by_variable.run(&["migrate"], "")).contains("nonsense"));
    let server = by_variable.clone().with("ROCKET_CONFIG", "good.toml").serve();
    assert!(line(&server, "settings are from").contains("good.toml and the environment"));
}

fn variable(key: &str) -> String {
    format!("FRONTDESK_{}", key.to_uppercase().replace('.', "__"))
}

#[test]
fn every_secret_may_be_in_a_file_and_nothing_else_may() {
    let keys = Config::settings().into_iter().map(|setting| setting.key);
    let secrets: Vec<String> = keys.filter(|key| is_secret(key)).collect();
    for known in ["database_url", "mail.smtp_url", "hashing.pepper", "hashing.previous_pepper", "secrets.key"]
    {
        assert!(secrets.iter().any(|key| key == known), "{known}: {secrets:?}");
    }
    for key in secrets {
        // This setting is an exception: the file is created if it is missing.
        if key == "secrets.key" {
            continue;
        }
        let missing = Program::new().with(&format!("{}_FILE", variable(&key)), "/nowhere/secret");
        let told = error(&missing.run(&["migrate"], ""));
        let expected = format!("frontdesk: {key}_file: cannot read /nowhere/secret: No such file");
        assert!(told.starts_with(&expected), "{told}");
        let both = missing.clone().with(&variable(&key), "a-secret-that-is-not-shown");
        let told = error(&both.run(&["migrate"], ""));
        let expected = format!("frontdesk: {key}_file: is set, and {key} is, too; set one of them");
        assert!(told.starts_with(&expected), "{told}");
        assert!(!told.contains("not-shown"), "{told}");
    }
    for key in ["site.name", "public_url", "mail.from"] {
        let program = Program::new().with(&format!("{}_FILE", variable(key)), "/nowhere/secret");
        assert!(!error(&program.run(&["migrate"], "")).contains("/nowhere"), "{key}");
    }
}

#[test]
fn a_secret_is_the_content_of_its_file_without_the_last_newline() {
    let pepper = " a pepper with spaces around, and 32+ ";
    let program = Program::new()
        .with("FRONTDESK_HASHING__PEPPER_FILE", "run/pepper")
        .with("ROCKET_CONFIG", "desk.toml");
    let write = |name: &str, text: &str| fs::write(program.folder().join(name), text).expect("a file");
    fs::create_dir(program.folder().join("run")).expect("a folder");
    write("run/pepper", &format!("{pepper}\r\n"));
    write("run/smtp", "smtp://localhost:25\n");
    // The file of the other profile does not exist, and nothing reads it.
    write(
        "desk.toml",
        "[default.mail]\ntransport = \"smtp\"\nsmtp_url_file = \"run/smtp\"\n\
         [staging.hashing]\nprevious_pepper_file = \"/nowhere\"\n",
    );
    let root = ["admin", "create", "root@example.org", "--password-stdin"];
    assert_eq!(program.run(&root, PASSWORD).status.code(), Some(0));
    let stored =
        program.database.texts("SELECT hashed_password AS value FROM users")[0].clone().expect("a hash");
    let verify = |pepper: &str| {
        let program = Program::new().with("FRONTDESK_HASHING__PEPPER", pepper);
        program.run(&["hash", "verify", &stored], PASSWORD).status.code()
    };
    assert_eq!(verify(pepper), Some(0));
    assert_eq!(verify(pepper.trim()), Some(1));

    write("run/pepper", "\n");
    assert!(
        error(&program.run(&root, PASSWORD))
            .starts_with("frontdesk: hashing.pepper_file: run/pepper is empty")
    );
    write("run/pepper", &"x".repeat(70_000));
    assert!(error(&program.run(&root, PASSWORD)).contains("hashing.pepper_file: run/pepper is longer than"));
    write("run/pepper", "short");
    let told = error(&program.run(&root, PASSWORD));
    assert!(told.starts_with("frontdesk: hashing.pepper: ") && !told.contains("short"), "{told}");
}

#[test]
fn the_database_may_be_named_in_a_file_and_a_later_layer_wins() {
    let program = Program::new();
    fs::write(program.folder().join("url"), format!("{}\n", program.database.url)).expect("a file");
    let by_file = program.clone().with("DATABASE_URL", "").with("DATABASE_URL_FILE", "url");
    assert_migrates(&by_file);
    assert_eq!(by_file.database.count("users"), 0);
    assert_migrates(
        &by_file.clone().with("DATABASE_URL_FILE", "").with("FRONTDESK_DATABASE_URL_FILE", "url"),
    );

    let program = Program::new().with("DATABASE_URL", "sqlite:///nowhere/at/all.db");
    fs::write(program.folder().join("url"), &program.database.url).expect("a file");
    assert_migrates(&program.with("FRONTDESK_DATABASE_URL_FILE", "url"));
}
