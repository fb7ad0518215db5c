//! Clients that hang up while they wait, and clients that cannot wait.

use std::io::{BufRead, BufReader, Read, Write};
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
        .with("FRONTDESK_HASHING__ENGINE", "reference")
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
    assert!(server.output().contains("POST /signup 499"), "{}", server.output());
}

/// Keeps its connection, as a browser does.
struct Client {
    stream: BufReader<TcpStream>,
    authority: String,
}

impl Client {
    fn connect(url: &str) -> Self {
        let authority = url.trim_start_matches("http://").to_owned();
        Self { stream: BufReader::new(TcpStream::connect(&authority).expect("connected")), authority }
    }

    /// The status, and how long it took.
    fn sign_up(&mut self, email: &str) -> (String, Duration) {
        self.sign_up_from("192.0.2.1", email)
    }

    /// Through a proxy, which says who it is.
    fn sign_up_from(&mut self, address: &str, email: &str) -> (String, Duration) {
        let begin = Instant::now();
        let body = format!("email={email}&password={}", PASSWORD.replace(' ', "+"));
        let (authority, length) = (&self.authority, body.len());
        write!(
            self.stream.get_mut(),
            "POST /signup HTTP/1.1\r\nHost: {authority}\r\nContent-Type: application/x-www-form-urlencoded\r\n\
             X-Real-IP: {address}\r\nContent-Length: {length}\r\n\r\n{body}"
        )
        .expect("sent");
        let (mut line, mut status, mut length) = (String::new(), String::new(), 0);
        while line != "\r\n" {
            line.clear();
            self.stream.read_line(&mut line).expect("a line");
            if line.starts_with("HTTP/1.1") {
                status = line.split(' ').nth(1).unwrap_or_default().to_owned();
            }
            if let Some(octets) = line.to_ascii_lowercase().strip_prefix("content-length:") {
                length = octets.trim().parse().expect("a length");
            }
        }
        std::io::copy(&mut self.stream.by_ref().take(length), &mut std::io::sink()).expect("a body");
        (status, begin.elapsed())
    }
}

#[test]
fn whoever_comes_back_at_once_has_to_rest() {
    let program = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "16")
        .with("FRONTDESK_HASHING__ENGINE", "reference")
        .with("FRONTDESK_HASHING__WORKERS", "1")
        .with("FRONTDESK_HASHING__QUEUE_DEPTH", "0")
        .with("ROCKET_IP_HEADER", "X-Real-IP")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000");
    let server = program.serve();
    let busy = post(&server.url, "busy@example.com");
    std::thread::sleep(Duration::from_millis(100));
    let mut client = Client::connect(&server.url);
    assert_eq!(client.sign_up("alice@example.com").0, "503");
    let (told, others) = client.sign_up_from("192.0.2.2", "bob@example.com");
    assert_eq!(told, "503");
    let (told, took) = client.sign_up("not an address");
    assert!(["422", "503"].contains(&told.as_str()), "{told}: it is answered as always");
    assert!(took >= Duration::from_millis(500), "{took:?}");
    assert!(others < took, "somebody else on the same connection waited {others:?}");
    assert_eq!(status(busy), "303");
}
