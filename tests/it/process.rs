//! The running program: what it creates at the first start, several processes at once, the shutdown, and the log.

use std::time::Duration;

use crate::harness::{PASSWORD, Program, curl, session_of};

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

fn sign_up(url: &str, email: &str) -> String {
    curl(&[&format!("{url}/signup"), "-d", &format!("email={email}"), "-d", &format!("password={PASSWORD}")])
}

/// The set-up link that the server printed.
fn set_up_link(output: &str) -> String {
    output.split_whitespace().find(|word| word.contains("/setup?token=")).expect("a set-up link").to_owned()
}

#[test]
fn the_first_start_makes_everything_for_its_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let program = Program::new().with("FRONTDESK_DATA_DIR", "deep/data");
    let is_sqlite = program.database.is_sqlite();
    let program = match is_sqlite {
        true => program.with("DATABASE_URL", "sqlite://deep/data/frontdesk.db"),
        false => program,
    };
    let server = program.serve();
    assert_eq!(status(&curl(&[&server.url])), "200");
    let mode = |path: &str| {
        let path = program.folder().join(path);
        path.metadata().unwrap_or_else(|error| panic!("{}: {error}", path.display())).permissions().mode()
            & 0o777
    };
    assert_eq!(mode("deep/data"), 0o700);
    if is_sqlite {
        assert_eq!(mode("deep/data/frontdesk.db"), 0o600);
    }
}

#[test]
fn the_printed_link_makes_the_first_administrator_and_is_not_printed_again() {
    let program = Program::new();
    let server = program.serve();
    let started = std::time::Instant::now();
    while !server.output().contains("/setup?token=") {
        assert!(started.elapsed() < Duration::from_secs(10), "{}", server.output());
        std::thread::yield_now();
    }
    let link = set_up_link(&server.output());
    let page = curl(&[&link]);
    assert_eq!(status(&page), "200", "{link}");
    let token = link.split('=').nth(1).expect("a token");
    let answer = curl(&[
        &format!("{}/setup", server.url),
        "-d",
        &format!("token={token}"),
        "-d",
        "email=root@example.org",
        "-d",
        &format!("password={PASSWORD}"),
    ]);
    assert_eq!(status(&answer), "303");
    assert_eq!(status(&curl(&[&link])), "410");
    assert!(server.terminate().success());

    let again = program.serve();
    assert_eq!(status(&curl(&[&again.url])), "200");
    assert!(!again.output().contains("/setup?token="), "{}", again.output());
}

#[test]
fn several_processes_start_at_once_on_one_database_and_serve_it_together() {
    let program = Program::new();
    let servers: Vec<_> = std::thread::scope(|scope| {
        let starts: Vec<_> = (0..4).map(|_| scope.spawn(|| program.serve())).collect();
        starts.into_iter().map(|start| start.join().expect("a server")).collect()
    });
    let statuses: Vec<String> = std::thread::scope(|scope| {
        let attempts: Vec<_> = (0..16)
            .map(|number| {
                let url = &servers[number % servers.len()].url;
                scope.spawn(move || status(&sign_up(url, "alice@example.com")).to_owned())
            })
            .collect();
        attempts.into_iter().map(|attempt| attempt.join().expect("an answer")).collect()
    });
    assert_eq!(statuses.iter().filter(|status| *status == "303").count(), 1, "{statuses:?}");
    assert_eq!(statuses.iter().filter(|status| *status == "409").count(), 15, "{statuses:?}");
    assert_eq!(program.database.count("users"), 1);
}

#[test]
fn what_was_accepted_is_answered_before_the_end() {
    let program = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "8")
        .with("FRONTDESK_HASHING__ENGINE", "reference")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "4000")
        .with("FRONTDESK_HASHING__WORKERS", "1");
    let root = program.administrator();
    let server = program.serve();
    let answers: Vec<_> = (0..6)
        .map(|number| {
            let url = server.url.clone();
            std::thread::spawn(move || sign_up(&url, &format!("person{number}@example.com")))
        })
        .collect();
    // Each request has been answered, has a worker, or waits for one.
    let started = std::time::Instant::now();
    loop {
        let answered = answers.iter().filter(|answer| answer.is_finished()).count();
        let (busy, waiting) = server.hashing(&root);
        if answered + busy + waiting == answers.len() {
            break;
        }
        assert!(started.elapsed() < Duration::from_secs(30), "{answered}, {busy}, {waiting}");
    }
    assert!(server.terminate().success());
    let answers: Vec<String> = answers.into_iter().map(|answer| answer.join().expect("an answer")).collect();
    let statuses: Vec<&str> = answers.iter().map(|answer| status(answer)).collect();
    assert!(statuses.iter().all(|status| ["303", "503"].contains(status)), "{statuses:?}");
    let accepted = statuses.iter().filter(|status| **status == "303").count();
    assert!(accepted > 1, "{statuses:?}");
    assert_eq!(program.database.count("users"), accepted + 1, "and the administrator");
}

#[test]
fn the_log_tells_what_happened_and_no_secret() {
    let program = Program::new().with("FRONTDESK_LOG__LEVEL", "trace");
    let server = program.serve();
    let secret = "a-very-secret-passphrase";
    let answer = curl(&[
        &format!("{}/signup", server.url),
        "-d",
        "email=alice@example.com",
        "-d",
        &format!("password={secret}"),
    ]);
    let session = session_of(&answer);
    for path in ["/login?token=query-secret", "/nothing?token=query-secret", "/setup?token=query-secret"] {
        curl(&[&format!("{}{path}", server.url), "-H", &format!("Cookie: session={session}")]);
    }
    let started = std::time::Instant::now();
    while !server.output().contains("GET /setup 410") {
        assert!(started.elapsed() < Duration::from_secs(10), "{}", server.output());
        std::thread::yield_now();
    }
    let log = server.output();
    assert!(log.contains("POST /signup 303"), "{log}");
    for secret in [secret, session, "query-secret"] {
        assert!(!log.contains(secret), "{secret}: {log}");
    }
}

#[test]
fn a_port_that_is_taken_is_told_in_one_line() {
    let program = Program::new();
    let server = program.serve();
    let port = server.port().to_string();
    for (variable, arguments) in [
        (port.as_str(), &["serve"][..]),
        ("", &["serve", "--port", &port]),
        ("1", &["serve", "--port", &port, "--address", "127.0.0.1"]),
    ] {
        let second = Program::new().with("ROCKET_PORT", variable).run(arguments, "");
        assert_eq!(second.status.code(), Some(1));
        let error = String::from_utf8_lossy(&second.stderr).into_owned();
        assert!(
            error.starts_with("frontdesk: cannot listen on 127.0.0.1:") && error.lines().count() == 1,
            "{error}"
        );
        assert!(error.contains("in use"), "{arguments:?}: {error}");
    }
}
