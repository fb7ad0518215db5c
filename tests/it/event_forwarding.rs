//! Events that go to another system, as lines of JSON.

use std::fs;
use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::harness::{PASSWORD, Program, Server, curl};

fn sign_up(server: &Server, email: &str) {
    let fields = format!("email={email}&password={PASSWORD}");
    assert!(curl(&[&format!("{}/signup", server.url), "-d", &fields]).starts_with("HTTP/1.1 303"));
}

fn log_in_in_vain(server: &Server, email: &str) {
    let fields = format!("email={email}&password=a+wrong+guess");
    let answer = curl(&[&format!("{}/login", server.url), "-d", &fields, "-A", "a \"client\""]);
    assert!(answer.starts_with("HTTP/1.1 422"), "{answer}");
}

/// The lines of a file, once there are so many.
fn lines(path: &Path, count: usize) -> Vec<Value> {
    let begin = Instant::now();
    loop {
        let text = fs::read_to_string(path).unwrap_or_default();
        if text.lines().count() >= count {
            return text.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        }
        assert!(begin.elapsed() < Duration::from_secs(20), "{} has {text:?}", path.display());
        std::thread::sleep(Duration::from_millis(20));
    }
}

#[test]
fn a_file_gets_each_event_also_after_it_was_moved_away() {
    let program = Program::new().with("FRONTDESK_EVENTS__FORWARD", "events.jsonl");
    let server = program.serve();
    let path = program.folder().join("events.jsonl");
    assert_eq!(fs::metadata(&path).expect("a file").permissions().mode() & 0o777, 0o600);
    sign_up(&server, "alice@example.com");
    let first = lines(&path, 1).remove(0);
    assert_eq!((&first["kind"], &first["actor"]), (&"signed_up".into(), &"user".into()));
    assert!(first["user_id"].is_u64() && first["user_id"] == first["actor_id"], "{first}");
    assert_eq!(first["address"], "127.0.0.1");

    fs::rename(&path, program.folder().join("events.jsonl.1")).expect("as log rotation does");
    log_in_in_vain(&server, "alice@example.com");
    let event = lines(&path, 1).remove(0);
    assert_eq!((&event["kind"], &event["actor"]), (&"log_in_failed".into(), &"unknown".into()));
    assert_eq!(event["user_agent"], "a \"client\"");

    let disabled = program.run(&["user", "disable", "alice@example.com"], "");
    assert!(disabled.status.success(), "{disabled:?}");
    let event = lines(&path, 2).remove(1);
    assert_eq!((&event["kind"], &event["actor"]), (&"disabled".into(), &"command_line".into()));
}

#[test]
fn events_wait_for_a_reader_that_is_away() {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address");
    let server = Program::new().with("FRONTDESK_EVENTS__FORWARD", &format!("tcp://{address}")).serve();
    let next = |reader: &mut BufReader<std::net::TcpStream>| -> Value {
        let mut line = String::new();
        reader.read_line(&mut line).expect("a line");
        serde_json::from_str(&line).unwrap_or_else(|error| panic!("{error}: {line:?}"))
    };
    // Nothing has accepted the connection yet, and no request waits for that.
    sign_up(&server, "alice@example.com");
    let mut reader = BufReader::new(listener.accept().expect("a connection").0);
    assert_eq!(next(&mut reader)["kind"], "signed_up");
    drop(reader);
    // A connection that the reader has closed takes one write before it is found to be closed.
    for number in 0..5 {
        log_in_in_vain(&server, &format!("nobody{number}@example.com"));
        std::thread::sleep(Duration::from_millis(100));
    }
    let mut reader = BufReader::new(listener.accept().expect("a connection again").0);
    assert_eq!(next(&mut reader)["kind"], "log_in_failed");
    let status = server.terminate();
    assert!(status.success(), "{status}");
}

#[test]
fn a_target_that_cannot_be_is_refused_at_the_start() {
    for (target, told) in [("https://siem", "must be a file"), ("no/such/folder/events", "cannot open")] {
        let ran = Program::new().with("FRONTDESK_EVENTS__FORWARD", target).run(&["migrate"], "");
        let text = String::from_utf8_lossy(&ran.stderr).into_owned();
        assert!(!ran.status.success() && text.contains("events.forward") && text.contains(told), "{text}");
    }
}
