//! `frontdesk hash`: check, measure, calibrate.

use std::process::Output;

use crate::harness::{PASSWORD, Program};

/// Made with the reference command line: `printf password | argon2 somesalt -id -t 2 -k 256 -p 1`.
const HASH: &str = "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4";

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).trim_end().to_owned()
}

fn told(output: &Output) -> (Option<i32>, String, String) {
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

#[test]
fn a_hash_is_checked_against_a_password_from_standard_input() {
    let program = Program::new();
    let verify = |arguments: &[&str], input: &str| {
        told(&program.run(&[&["hash", "verify"], arguments].concat(), input))
    };
    let fits = (Some(0), "The password fits.".to_owned(), String::new());
    assert_eq!(verify(&[HASH], "password"), fits);
    assert_eq!(verify(&[HASH], "password\r\n"), fits);
    assert_eq!(verify(&[], &format!("{HASH}\npassword\n")), fits, "both from standard input");
    let refused = |reason: &str| (Some(1), String::new(), format!("frontdesk: {reason}"));
    assert_eq!(verify(&[HASH], "Password"), refused("the password does not fit"));
    let (code, _, error) = verify(&["$2b$12$abcdefghijklmnopqrstuv"], "password");
    assert_eq!(code, Some(1));
    assert!(error.starts_with("frontdesk: the stored hash cannot be verified: "), "{error}");
    assert!(!program.folder().join("data").exists(), "no database is needed");
}

#[test]
fn a_hash_with_a_pepper_needs_the_pepper() {
    let pepper = "a secret that is long enough to be one";
    let program = Program::new().with("FRONTDESK_HASHING__PEPPER", pepper);
    let created = program.run(&["admin", "create", "root@example.org", "--password-stdin"], PASSWORD);
    assert!(created.status.success(), "{}", text(&created.stderr));
    let hash =
        program.database.texts("SELECT hashed_password AS value FROM users").remove(0).expect("a hash");
    assert_eq!(told(&program.run(&["hash", "verify", &hash], PASSWORD)).0, Some(0));
    let (code, _, error) = told(&Program::new().run(&["hash", "verify", &hash], PASSWORD));
    assert_eq!(code, Some(1));
    assert!(error.ends_with("it was made with a pepper that is not configured"), "{error}");
    let short =
        Program::new().with("FRONTDESK_HASHING__PEPPER", "too short").run(&["hash", "verify", &hash], "");
    let error = text(&short.stderr);
    assert!(error.starts_with("frontdesk: hashing.pepper: must be from 32"), "{error}");
    assert!(!error.contains("too short"), "{error}");
}

#[test]
fn a_pepper_that_cannot_be_read_is_not_told() {
    let number = Program::new().with("FRONTDESK_HASHING__PEPPER", "1234567890.1234567");
    let error = text(&number.run(&["migrate"], "").stderr);
    assert!(error.starts_with("frontdesk: hashing.pepper: must be ") && !error.contains("123456"), "{error}");
    let unquoted = Program::new();
    let file = "[default.hashing]\npepper = kX9vSECRETkX9vSECRETkX9vSECRETkX9v\n";
    std::fs::write(unquoted.folder().join("Rocket.toml"), file).expect("written");
    let error = text(&unquoted.run(&["migrate"], "").stderr);
    assert!(error.contains("line 2") && !error.contains("SECRET"), "{error}");
}

#[test]
fn every_engine_is_measured() {
    let program =
        Program::new().with("FRONTDESK_HASHING__MEMORY_KIB", "4096").with("FRONTDESK_HASHING__LANES", "2");
    let (code, table, error) = told(&program.run(&["hash", "bench", "--seconds", "1"], ""));
    assert_eq!(code, Some(0), "{error}");
    let lines = table.lines().skip(3).take_while(|line| !line.is_empty());
    let rows: Vec<Vec<&str>> = lines.map(|line| line.split_whitespace().collect()).collect();
    // One hash on one and on two threads, as far as there are cores, and as many at once as they have room for.
    let cores = std::thread::available_parallelism().expect("a number").get();
    let alone = (1..=cores.min(2)).map(|threads| (threads, 1));
    let several =
        (1..=cores.min(2)).map(|threads| (threads, cores / threads)).filter(|(_, at_once)| *at_once > 1);
    let shapes: Vec<_> = alone.chain(several).collect();
    let expected: Vec<Vec<String>> = ["argon2-rust", "argon2"]
        .into_iter()
        .flat_map(|engine| {
            let of_engine = move |(threads, at_once): &(usize, usize)| {
                vec![engine.to_owned(), threads.to_string(), at_once.to_string()]
            };
            shapes.iter().map(of_engine)
        })
        .collect();
    let shown: Vec<&[&str]> = rows.iter().map(|row| &row[..3]).collect();
    assert_eq!(shown, expected, "{table}");
    for row in &rows {
        let share: f64 =
            row.last().and_then(|share| share.parse().ok()).expect("a share of the memory's limit");
        assert!(share > 0.0, "{table}");
    }
    assert!(table.contains("The server computes "), "{table}");
}

#[test]
fn calibration_prints_lines_that_the_program_takes() {
    let program = Program::new().with("FRONTDESK_HASHING__WORKERS", "1");
    let calibrate = ["hash", "calibrate", "--target", "10000", "--memory", "20"];
    let (code, text, error) = told(&program.run(&calibrate, ""));
    assert_eq!(code, Some(0), "{error}");
    let (_, lines) = text.split_once("[default.hashing]\n").expect("the lines for Rocket.toml");
    assert_eq!(lines.lines().next(), Some("memory_kib = 19456"), "all that fits: {text}");
    std::fs::write(program.folder().join("Rocket.toml"), format!("[default.hashing]\n{lines}\n"))
        .expect("written");
    let (code, _, error) = told(&program.run(&["hash", "verify", HASH], "password"));
    assert_eq!((code, error.as_str()), (Some(0), ""));

    let (code, _, error) = told(&program.run(&["hash", "calibrate", "--memory", "1"], ""));
    assert_eq!(code, Some(1));
    assert!(error.contains("use fewer workers"), "{error}");
    assert_eq!(told(&program.run(&["hash", "calibrate", "--target", "0"], "")).0, Some(2));
}
