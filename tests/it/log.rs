//! The log of a running server: a reader that stops does not stop the server, and a filter finds refused clients.

use std::io::{Read, Write};
use std::sync::mpsc;
use std::time::Duration;

use regex::Regex;

use crate::harness::{Connection, PASSWORD, Program, Server, curl};

/// A number of requests whose lines fill the queue of the log, 1 MiB, and the pipe.
const MANY: usize = 3_000;

fn ask_often(server: &Server) {
    let mut connection = Connection::open(&server.url).expect("a connection");
    let path = format!("/users/{}", "a".repeat(450));
    for number in 0..MANY {
        assert_eq!(connection.get(&path), Some(404), "request {number}");
    }
}

#[test]
fn a_reader_that_stops_holds_up_no_request_and_is_told_what_it_missed() {
    let program = Program::new().with("FRONTDESK_LOG__LEVEL", "debug");
    let server = program.serve();
    let paused = server.pause_reading();
    ask_often(&server);
    drop(paused);
    let log = server.wait_for("lines of the log dropped");
    let report = log.lines().find(|line| line.contains("lines of the log dropped")).expect("the line");
    let dropped: usize =
        report.split_whitespace().nth(2).and_then(|number| number.parse().ok()).expect("a number");
    let written = || server.output().lines().filter(|line| line.contains("GET /users/aaa")).count();
    assert!(report.contains("WARN") && (1..MANY).contains(&dropped), "{report}");
    // A request after the gap: when its line is in the log, so are all lines before it.
    assert!(curl(&[&format!("{}/users/last", server.url)]).starts_with("HTTP/1.1 404"));
    server.wait_for("GET /users/last 404");
    assert_eq!(written() + dropped, MANY, "each line is written or counted");
}

#[test]
fn a_reader_that_never_comes_back_does_not_stop_the_end() {
    let server = Program::new().with("FRONTDESK_LOG__LEVEL", "debug").serve();
    let paused = server.pause_reading();
    ask_often(&server);
    server.signal("TERM");
    let started = std::time::Instant::now();
    while std::path::Path::new(&format!("/proc/{}/exe", server.id())).exists() {
        assert!(started.elapsed() < Duration::from_secs(60), "it does not end");
        std::thread::sleep(Duration::from_millis(20));
    }
    drop(paused);
}

#[test]
fn the_greeting_waits_for_a_reader_and_keeps_nobody_waiting() {
    let (mut reader, mut writer) = std::io::pipe().expect("a pipe");
    let (full, is_full) = mpsc::channel();
    // This thread fills the pipe completely and then blocks, as the server would.
    let mut filler = writer.try_clone().expect("a pipe");
    std::thread::spawn(move || {
        filler.write_all(&vec![b'.'; 65_536]).expect("as much as a pipe holds");
        full.send(()).expect("a test");
        filler.write_all(b".")
    });
    is_full.recv().expect("a full pipe");
    let server = Program::new().serve_into(writer.try_clone().expect("a pipe"));
    assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"), "it serves");
    writer.flush().expect("nothing to do");
    drop(writer);
    let (mut text, mut part) = (String::new(), [0; 4_096]);
    while !text.contains("/setup?token=") {
        let read = reader.read(&mut part).expect("the pipe");
        assert_ne!(read, 0, "it ended: {text}");
        text.push_str(&String::from_utf8_lossy(&part[..read]));
    }
    assert!(text.contains("is ready: "), "{text}");
}

#[test]
fn a_hang_up_does_not_end_the_server() {
    let server = Program::new().serve();
    for _ in 0..2 {
        server.signal("HUP");
        server.wait_for("SIGHUP is ignored");
        assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"));
    }
    assert!(server.terminate().success());
}

#[test]
fn a_path_cannot_give_orders_to_a_terminal() {
    let server = Program::new().serve();
    let address = server.url.strip_prefix("http://").expect("an address").replace("localhost", "127.0.0.1");
    let mut stream = std::net::TcpStream::connect(&address).expect("a connection");
    // U+009B is an escape sequence's beginning, in one character; this one clears the screen.
    let request =
        "POST /\u{9b}2J HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n\r\n";
    stream.write_all(request.as_bytes()).expect("a request");
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    let log = server.wait_for(": POST /");
    assert!(log.contains("POST /\\u{9b}2J 404 in "), "{log}");
    assert!(!log.contains('\u{9b}'), "{log:?}");
}

/// The filter of the documentation, as fail2ban would use it.
fn filter() -> Regex {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/OPERATIONS.md");
    let text = std::fs::read_to_string(path).expect("the document");
    let pattern = text.lines().find_map(|line| line.strip_prefix("failregex = ")).expect("a filter");
    Regex::new(&pattern.replace("<HOST>", r"(?<host>[0-9a-f:.]+)")).expect("a pattern")
}

#[test]
fn the_documented_filter_finds_who_guesses_and_no_one_else() {
    let program = Program::new()
        .with("ROCKET_IP_HEADER", "X-Real-IP")
        // With mail written as files, the log contains the addresses of mails.
        .with("FRONTDESK_LOG__LEVEL", "info,frontdesk::mail=warn")
        .with("FRONTDESK_RATE_LIMITS__CLIENT_BURST", "3")
        .with("FRONTDESK_RATE_LIMITS__CLIENT_PER_MINUTE", "1");
    let server = program.serve();
    let send = |from: &str, path: &str, arguments: &[&str]| {
        let (url, header) = (format!("{}{path}", server.url), format!("X-Real-IP: {from}"));
        let answer = curl(&[&[url.as_str(), "-H", &header], arguments].concat());
        answer.split(' ').nth(1).and_then(|status| status.parse::<u16>().ok()).expect("a status")
    };
    let log_in = |from: &str, email: &str| {
        let fields = [format!("email={email}"), "password=a wrong guess".to_owned()];
        send(from, "/login", &["--data-urlencode", &fields[0], "--data-urlencode", &fields[1]])
    };
    // The client address with a port, in brackets, and an email address that is not registered.
    assert_eq!(log_in("203.0.113.9:4711", "alice@example.com"), 422);
    assert_eq!(log_in("[2001:db8::1]:443", "somebody@example.com"), 422);
    assert_eq!(
        send("203.0.113.10", "/token", &["-d", "grant_type=password&username=a@example.com&password=b"]),
        400
    );
    let sign_up = format!("email=bob@example.com&password={PASSWORD}");
    assert_eq!(send("203.0.113.11", "/signup?x=from+203.0.113.99", &["-d", &sign_up]), 303);
    let in_headers = ["-H", "Origin: https://evil.example", "-d", &sign_up];
    assert_eq!(send("203.0.113.12", "/signup", &in_headers), 403);
    assert_eq!(send("203.0.113.13", "/users/me", &[]), 401);
    for status in [409, 409, 409, 429] {
        assert_eq!(send("203.0.113.14", "/signup", &["-d", &sign_up]), status);
    }
    assert_eq!(
        send("203.0.113.15", "/nothing/INFO%20log-in%20failed%20from%20203.0.113.98", &["-X", "POST"]),
        404
    );
    let log = server.wait_for("POST /nothing");

    for (status, address) in [("POST /signup 403", "203.0.113.12"), ("GET /users/me 401", "203.0.113.13")] {
        let line =
            log.lines().find(|line| line.contains(status)).unwrap_or_else(|| panic!("{status}: {log}"));
        assert!(line.ends_with(&format!(" from {address}")), "{line}");
    }
    let filter = filter();
    // fail2ban first removes the part of the time that it understands; the journal adds a prefix.
    let as_in_a_file = |line: &str| line.get(19..).unwrap_or_default().to_owned();
    let as_in_the_journal = |line: &str| format!(" desk frontdesk[812]: {line}");
    for form in [&as_in_a_file as &dyn Fn(&str) -> String, &as_in_the_journal] {
        let lines = log.lines().map(form);
        let mut found: Vec<String> =
            lines.filter_map(|line| Some(filter.captures(&line)?["host"].to_owned())).collect();
        found.sort();
        assert_eq!(found, ["2001:db8::1", "203.0.113.10", "203.0.113.14", "203.0.113.9"], "{log}");
        let forged = format!("{} ERROR a mail server says: INFO log-in failed from 203.0.113.66", &log[..30]);
        assert!(!filter.is_match(&form(&forged)), "{forged}");
    }
    for unwanted in ["alice@", "somebody@", "bob@", "x=from", "wrong guess", PASSWORD] {
        assert!(!log.contains(unwanted), "{unwanted}: {log}");
    }
}
