//! Clients that hang up while they wait.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::harness::{PASSWORD, Program};

/// Sends a sign-up and does not wait for the answer.
fn post(url: &str, email: &str) -> TcpStream {
    let authority = url.trim_start_matches("http://");
    let mut stream = TcpStream::connect(authority).expect("connected");
    let body = format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
    let length = body.len();
    write!(
        stream,
        "POST /signup HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {length}\r\nConnection: close\r\n\r\n{body}"
    )
    .expect("sent");
    stream
}

fn status(mut stream: TcpStream) -> String {
    let mut answer = String::new();
    stream.read_to_string(&mut answer).expect("an answer");
    answer.split(' ').nth(1).unwrap_or_default().to_owned()
}

#[test]
fn whoever_hangs_up_while_waiting_costs_no_hash() {
    let program = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "16")
        .with("FRONTDESK_HASHING__WORKERS", "1")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000");
    let server = program.serve();
    let patient = post(&server.url, "patient@example.com");
    // It has the worker before the others come.
    std::thread::sleep(Duration::from_millis(100));
    let begin = Instant::now();
    let gone: Vec<_> = (0..6).map(|number| post(&server.url, &format!("gone{number}@example.com"))).collect();
    std::thread::sleep(Duration::from_millis(100));
    drop(gone);
    let last = post(&server.url, "last@example.com");
    assert_eq!((status(patient), status(last)), ("303".into(), "303".into()));
    let users = program.database.texts("SELECT email AS value FROM users ORDER BY id");
    let users: Vec<_> = users.into_iter().flatten().collect();
    assert_eq!(users, ["patient@example.com", "last@example.com"], "{:?}", begin.elapsed());
    let hung_up = server.output().matches("POST /signup 499").count();
    assert_eq!(hung_up, 6, "{}", server.output());
}
