//! The command line.

use std::process::Output;

use crate::harness::{PASSWORD, Program};

const SUBCOMMANDS: [&str; 18] = [
    "serve",
    "migrate",
    "backup",
    "restore",
    "database",
    "health",
    "smoke",
    "doctor",
    "admin",
    "hash",
    "keys",
    "secrets",
    "mail",
    "password",
    "templates",
    "user",
    "completions",
    "man",
];

fn told(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).trim_end().to_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

fn ok(text: &str) -> (Option<i32>, String, String) {
    (Some(0), text.into(), String::new())
}

fn refused(text: &str) -> (Option<i32>, String, String) {
    (Some(1), String::new(), format!("frontdesk: {text}"))
}

#[test]
fn help_explains_every_subcommand() {
    let program = Program::new();
    let (code, help, _) = told(&program.run(&["--help"], ""));
    assert_eq!(code, Some(0));
    for subcommand in SUBCOMMANDS {
        assert!(help.contains(&format!("  {subcommand}")), "{subcommand}");
        assert_eq!(told(&program.run(&[subcommand, "--help"], "")).0, Some(0), "{subcommand}");
    }
    assert_eq!(told(&program.run(&["nonsense"], "")).0, Some(2));
    assert!(!program.folder().join("data").exists(), "asking for help makes nothing");
}

#[test]
fn administrators_are_created_listed_granted_and_revoked() {
    let program = Program::new();
    let run = |arguments: &[&str], input: &str| told(&program.run(arguments, input));
    let create = ["admin", "create", "Root@Example.org", "--password-stdin"];

    assert_eq!(
        run(&["admin", "list"], ""),
        (
            Some(0),
            String::new(),
            "There is no administrator yet. Make one with: frontdesk admin create EMAIL".into()
        )
    );
    assert_eq!(run(&create, "short\n"), refused("the password needs at least 8 characters"));
    assert_eq!(run(&create, &format!("{PASSWORD}\n")), ok("Root@Example.org is an administrator."));
    assert_eq!(
        run(&create, PASSWORD),
        refused(
            "Root@Example.org is registered already; \
             make it an administrator with: frontdesk admin grant Root@Example.org"
        )
    );
    assert_eq!(run(&["admin", "list"], ""), ok("Root@Example.org"));
    assert_eq!(
        run(&["admin", "revoke", "root@example.org"], ""),
        refused("this is the last administrator; make another one first (frontdesk admin grant EMAIL)")
    );
    assert_eq!(
        run(&["user", "disable", "root@example.org"], ""),
        refused("this is the last administrator; make another one first (frontdesk admin grant EMAIL)")
    );
    assert_eq!(
        run(&["admin", "grant", "nobody@example.org"], ""),
        refused("there is no account with the address nobody@example.org")
    );

    let two = ["admin", "create", "deputy@example.org", "--password-stdin"];
    assert_eq!(run(&two, PASSWORD), ok("deputy@example.org is an administrator."));
    assert_eq!(
        run(&["admin", "revoke", "ROOT@example.org"], ""),
        ok("Root@Example.org is no administrator.")
    );
    assert_eq!(run(&["user", "disable", "root@example.org"], ""), ok("Root@Example.org is disabled."));
    assert_eq!(run(&["user", "enable", "root@example.org"], ""), ok("Root@Example.org is enabled."));
    assert_eq!(
        run(&["admin", "grant", "root@example.org", "--unconfirmed"], ""),
        ok("Root@Example.org is an administrator, and has to log in again.")
    );
    assert_eq!(run(&["admin", "list"], ""), ok("Root@Example.org\ndeputy@example.org"));

    let actors = program.database.texts("SELECT DISTINCT actor_kind AS value FROM events");
    assert_eq!(actors, [Some("command_line".to_owned())], "the trail tells who");
}

#[test]
fn keys_are_listed_rotated_and_forgotten() {
    let program = Program::new();
    let run = |arguments: &[&str]| told(&program.run(arguments, ""));
    let none = "There is no key yet. The server makes one at its first start.";
    assert_eq!(run(&["keys", "list"]), (Some(0), String::new(), none.into()));
    let listed = |number: usize| {
        let (code, table, _) = run(&["keys", "list"]);
        assert_eq!(code, Some(0));
        let keys: Vec<Vec<String>> =
            table.lines().skip(1).map(|line| line.split_whitespace().map(str::to_owned).collect()).collect();
        assert_eq!(keys.len(), number, "{table}");
        keys
    };
    let (code, first, _) = run(&["keys", "rotate"]);
    assert_eq!(code, Some(0));
    assert!(first.ends_with("signs from now on, and no other key is accepted."), "{first}");
    let first = listed(1)[0].clone();
    assert_eq!((first[0].len(), &first[1], &first[3]), (43, &"EdDSA".to_owned(), &"yes".to_owned()));
    let (_, second, _) = run(&["keys", "rotate"]);
    assert!(second.contains("is published, and signs in ten minutes"), "{second}");
    let both = listed(2);
    assert_eq!((&both[0][3], &both[1][3]), (&"yes".to_owned(), &"no".to_owned()));
    let (_, third, _) = run(&["keys", "rotate", "--forget-old"]);
    let third = third.split(' ').next().unwrap_or_default();
    assert_eq!(listed(1)[0][0], third);
}

#[test]
fn a_password_is_read_whole() {
    let program = Program::new();
    let create = ["admin", "create", "root@example.org", "--password-stdin"];
    let spaced = "  violet harbour kettle  ";
    assert_eq!(program.run(&create, &format!("{spaced}\r\n")).status.code(), Some(0));
    let server = program.serve();
    let log_in = |password: &str| {
        let answer = crate::harness::curl(&[
            &format!("{}/login", server.url),
            "--data-urlencode",
            "email=root@example.org",
            "--data-urlencode",
            &format!("password={password}"),
        ]);
        answer.lines().next().unwrap_or_default().to_owned()
    };
    assert!(log_in(spaced.trim()).contains("422"));
    assert!(log_in(spaced).contains("303"));
}

#[test]
fn a_password_from_standard_input_is_one_line_without_a_byte_order_mark() {
    let program = Program::new();
    for (number, input) in [
        format!("{PASSWORD}\nand a second line\n"),
        format!("\u{feff}{PASSWORD}\r\n"),
        format!("\u{feff}{PASSWORD}"),
    ]
    .iter()
    .enumerate()
    {
        let email = format!("root{number}@example.org");
        let create = ["admin", "create", email.as_str(), "--password-stdin"];
        assert_eq!(program.run(&create, input).status.code(), Some(0), "{input:?}");
    }
    for hash in program.database.texts("SELECT hashed_password AS value FROM users").iter().flatten() {
        assert_eq!(told(&program.run(&["hash", "verify", hash], PASSWORD)), ok("The password fits."));
        let both = format!("\u{feff}{hash}\r\n{PASSWORD}\r\nand more");
        assert_eq!(told(&program.run(&["hash", "verify"], &both)), ok("The password fits."));
    }
    let create = ["admin", "create", "root@example.org", "--password-stdin"];
    assert_eq!(told(&program.run(&create, "\nsecond line\n")), refused("the password is empty"));
}

#[test]
fn migrate_makes_the_database_and_can_be_repeated() {
    let program = Program::new();
    for _ in 0..2 {
        let (code, told, _) = told(&program.run(&["migrate"], ""));
        assert_eq!(code, Some(0));
        assert!(told.ends_with("is up to date."), "{told}");
    }
    assert_eq!(program.database.count("users"), 0);
}

#[test]
fn a_bad_setting_stops_the_start_with_one_line_that_names_it() {
    for (name, value, expected) in [
        ("FRONTDESK_HASHING__MEMORY_KIB", "lots", "hashing.memory_kib: "),
        ("FRONTDESK_HASHING__MEMORY_KIB", "7", "hashing.memory_kib: must be at least 8 KiB for each lane"),
        ("FRONTDESK_HASHING__MEMORY_KIB", "99999999", "hashing.memory_kib: must be at least 8 KiB"),
        ("FRONTDESK_HASHING__PASSES", "0", "hashing.passes: must be at least 1"),
        ("FRONTDESK_HASHING__ENGINE", "fast", "hashing.engine: must be auto or reference"),
        ("FRONTDESK_HASHING__ENGINE", "3", "hashing.engine: must be a string"),
        ("FRONTDESK_HASHING__WORKERS", "1025", "hashing.workers: must be at most 1024"),
        ("FRONTDESK_HASHING__LANES", "0", "hashing.lanes: must be from 1 to 64"),
        ("FRONTDESK_DATABASE_URL", "mysql://localhost/x", "database_url: must be sqlite://"),
        ("FRONTDESK_DATABASE__CONNECTIONS", "0", "database.connections: must be from 1 to 1000"),
        ("FRONTDESK_PUBLIC_URL", "localhost", "public_url: must be http://HOST or https://HOST"),
        ("FRONTDESK_PUBLIC_URL", "https://xn--a", "public_url: must be http://HOST or https://HOST"),
        ("FRONTDESK_SITE__NAME", " ", "site.name: must not be empty"),
        ("FRONTDESK_SITE__SUPPORT_EMAIL", "help", "site.support_email: must be an email address"),
        ("FRONTDESK_SITE__LOGO", "/nowhere/logo.svg", "site.logo: cannot read /nowhere/logo.svg"),
        ("FRONTDESK_SITE__LOGO", "logo.exe", "site.logo: must be an .svg"),
        ("FRONTDESK_TEMPLATES_DIR", "/nowhere", "templates_dir: cannot read /nowhere"),
        ("FRONTDESK_PASSWORDS__MINIMUM_LENGTH", "4", "passwords.minimum_length: must be from 8 to 64"),
        ("FRONTDESK_SESSIONS__IDLE_HOURS", "0", "sessions.idle_hours: must be from 1 to 8784"),
        ("FRONTDESK_SESSIONS__ABSOLUTE_DAYS", "4294967295", "sessions.absolute_days: must be from 1 to 366"),
        ("FRONTDESK_SESSIONS__COOKIE_NAME", "my session", "sessions.cookie_name: must be 1 to 64"),
        ("FRONTDESK_SESSIONS__COOKIE_NAME", "__Host-session", "sessions.cookie_name: must not begin with __"),
        ("FRONTDESK_RATE_LIMITS__CLIENT_BURST", "0", "rate_limits.client_burst: must be at least 1"),
        ("FRONTDESK_RATE_LIMITS__ENABLED", "perhaps", "rate_limits.enabled: "),
        ("FRONTDESK_RATE_LIMIT__ENABLED", "false", "rate_limit: there is no such setting"),
        (
            "FRONTDESK_SITE_NAME",
            "x",
            "site_name: there is no such setting (from the environment): did you mean FRONTDESK_SITE__NAME?",
        ),
        (
            "FRONTDESK_TEMPLATE_DIR",
            "x",
            "template_dir: there is no such setting (from the environment): did you mean FRONTDESK_TEMPLATES_DIR?",
        ),
        ("FRONTDESK_SITE__NAM", "x", "site.nam: there is no such setting; there are name, "),
        ("FRONTDESK_LOG__LEVEL", "noisy=very", "log.level: "),
        ("FRONTDESK_LOG__LEVEL", "debg", "log.level: must be error, warn, info"),
        ("ROCKET_CONFIG", "/nowhere.toml", "ROCKET_CONFIG: there is no file /nowhere.toml"),
        (
            "ROCKET_TLS",
            "{certs=\"a\",key=\"b\"}",
            "tls.certs: there is no such setting; there are certificate, key",
        ),
        ("FRONTDESK_DATA_DIR", "/proc/nowhere", "data_dir: cannot make /proc/nowhere"),
        ("FRONTDESK_CLOSING__DELETED_AFTER_DAYS", "0", "closing.deleted_after_days: must be from 1 to 366"),
        ("FRONTDESK_EVENTS__KEPT_DAYS", "29", "events.kept_days: must be from 30 to 3660"),
        ("FRONTDESK_TOKENS__ALGORITHM", "HS256", "tokens.algorithm: must be EdDSA or ES256"),
        ("FRONTDESK_TOKENS__ACCESS_MINUTES", "61", "tokens.access_minutes: must be from 1 to 60"),
        ("FRONTDESK_TOKENS__AUDIENCE", " ", "tokens.audience: must not be empty"),
        (
            "FRONTDESK_API__ALLOWED_ORIGINS",
            "[\"shelf.example\"]",
            "api.allowed_origins: each must be \"*\", or http",
        ),
        ("FRONTDESK_API__ALLOWED_ORIGINS", "https://shelf.example", "api.allowed_origins: "),
        ("ROCKET_PORT", "eighty", "port: "),
    ] {
        let program = Program::new().with(name, value);
        let (code, out, error) = told(&program.run(&["serve"], ""));
        assert_eq!(code, Some(1), "{name}={value}: {out} {error}");
        assert!(error.starts_with(&format!("frontdesk: {expected}")), "{name}={value}: {error}");
        assert_eq!(error.lines().count(), 1, "{name}={value}: {error}");
    }
}

#[test]
fn a_full_disk_behind_standard_output_is_told() {
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").expect("/dev/full");
    let program = Program::new();
    let output = program.run_into(&["migrate"], full);
    let (code, _, error) = told(&output);
    assert_eq!(code, Some(1));
    assert!(error.starts_with("frontdesk: cannot write: ") && error.lines().count() == 1, "{error}");
}

#[test]
fn every_subcommand_wants_the_settings_right_and_an_empty_variable_is_none() {
    let program = Program::new().with("FRONTDESK_PUBLIC_URL", "localhost");
    let (code, _, error) = told(&program.run(&["migrate"], ""));
    assert_eq!((code, error.starts_with("frontdesk: public_url: ")), (Some(1), true), "{error}");
    let program = Program::new().with("FRONTDESK_PUBLIC_URL", "").with("FRONTDESK_SITE__SUPPORT_EMAIL", "");
    assert_eq!(program.run(&["migrate"], "").status.code(), Some(0));
}

#[test]
fn a_template_that_cannot_be_read_stops_the_start() {
    let program = Program::new().with("FRONTDESK_TEMPLATES_DIR", "mine");
    std::fs::create_dir_all(program.folder().join("mine/home")).expect("a folder");
    std::fs::write(program.folder().join("mine/home/index.html.tera"), "{% if %}").expect("a file");
    let (code, _, error) = told(&program.run(&["serve"], ""));
    assert_eq!(code, Some(1));
    assert!(error.starts_with("frontdesk: templates_dir: ") && error.contains("home/index.html"), "{error}");
    assert_eq!(error.lines().count(), 1, "{error}");
}
