//! Clients that are slow, and clients that take many slots, against the real program with short limits.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use crate::harness::{Program, Server};

const GET: &[u8] = b"GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n";

const POST: &[u8] = b"POST /login HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\
    Content-Type: application/x-www-form-urlencoded\r\n\r\nemail=";

/// Longer than each limit below; ends a test that hangs.
const LONG: Duration = Duration::from_secs(20);

fn serve(more: &[(&str, &str)]) -> Server {
    let program = [
        ("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "2"),
        ("FRONTDESK_CONNECTIONS__BODY_SECONDS", "2"),
        ("FRONTDESK_CONNECTIONS__IDLE_SECONDS", "8"),
        ("FRONTDESK_CONNECTIONS__STALLED_SECONDS", "2"),
    ]
    .iter()
    .chain(more)
    .fold(Program::new(), |program, (name, value)| program.with(name, value));
    program.serve()
}

fn connect(server: &Server) -> TcpStream {
    let stream = TcpStream::connect(("127.0.0.1", server.port())).expect("a connection");
    stream.set_read_timeout(Some(LONG)).expect("a time-out");
    stream
}

fn send(stream: &mut TcpStream, octets: &[u8]) {
    stream.write_all(octets).expect("sent");
}

/// What the server sends until it closes the connection, and how long that takes.
fn rest(mut stream: TcpStream) -> (String, Duration) {
    let begin = Instant::now();
    let mut answer = Vec::new();
    // A reset closes the connection, too.
    let _ = stream.read_to_end(&mut answer);
    let took = begin.elapsed();
    assert!(took < LONG, "it is still open");
    (String::from_utf8_lossy(&answer).into_owned(), took)
}

/// Reads one answer from a connection that stays open.
fn answer(stream: &mut TcpStream) -> String {
    let mut answer = Vec::new();
    let mut octet = [0];
    while !answer.ends_with(b"\r\n\r\n") {
        stream.read_exact(&mut octet).expect("an answer");
        answer.extend_from_slice(&octet);
    }
    let head = String::from_utf8(answer).expect("text");
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")).expect("a length");
    stream.read_exact(&mut vec![0; length.parse().expect("a number")]).expect("a body");
    head
}

#[test]
fn a_client_that_is_too_slow_gets_408_and_is_disconnected() {
    let server = serve(&[]);
    let mut half_a_head = connect(&server);
    send(&mut half_a_head, &GET[..20]);
    let mut half_a_body = connect(&server);
    send(&mut half_a_body, POST);
    let silent = connect(&server);
    let mut idle = connect(&server);
    send(&mut idle, GET);
    assert!(answer(&mut idle).starts_with("HTTP/1.1 200"));

    let (told, _) = rest(half_a_head);
    assert!(told.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{told}");
    let (told, _) = rest(half_a_body);
    assert!(told.starts_with("HTTP/1.1 408 Request Timeout\r\n") && told.contains("<h1"), "{told}");
    assert_eq!(rest(silent).0, "");
    // The limit for this connection is longer than the limit for the others.
    send(&mut idle, GET);
    assert!(answer(&mut idle).starts_with("HTTP/1.1 200"));
    assert_eq!(rest(idle).0, "");
}

#[test]
fn a_head_that_drips_has_an_end() {
    let server = serve(&[]);
    let mut drips = connect(&server);
    send(&mut drips, b"GET /login HTTP/1.1\r\n");
    let begin = Instant::now();
    while begin.elapsed() < LONG && drips.write_all(b"X-A: b\r\n").is_ok() {
        std::thread::sleep(Duration::from_millis(50));
    }
    assert!(begin.elapsed() < LONG / 2, "the head goes on for ever");
    let (told, _) = rest(drips);
    assert!(told.is_empty() || told.starts_with("HTTP/1.1 408 Request Timeout\r\n"), "{told}");
}

#[test]
fn a_client_that_reads_no_answer_is_disconnected() {
    let server = serve(&[]);
    let mut stream = connect(&server);
    stream.set_write_timeout(Some(LONG)).expect("a time-out");
    let begin = Instant::now();
    // Send more requests than have answers that fit into the buffers of both ends.
    let openapi = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50);
    while stream.write_all(&openapi).is_ok() {
        assert!(begin.elapsed() < LONG, "it goes on for ever");
    }
}

#[test]
fn a_request_that_takes_long_is_no_slow_client() {
    let server = serve(&[
        ("FRONTDESK_HASHING__MEMORY_KIB", "65536"),
        ("FRONTDESK_HASHING__PASSES", "16"),
        ("FRONTDESK_HASHING__WORKERS", "1"),
        ("FRONTDESK_HASHING__ENGINE", "reference"),
        ("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000"),
        ("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "1"),
        ("FRONTDESK_CONNECTIONS__IDLE_SECONDS", "1"),
        ("FRONTDESK_CONNECTIONS__STALLED_SECONDS", "1"),
    ]);
    let head = "POST /signup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded";
    let begin = Instant::now();
    let mut waiting: Vec<_> = (0..8)
        .map(|number| {
            let mut stream = connect(&server);
            let body = format!("email=person{number}@example.com&password=violet+harbour+kettle");
            send(&mut stream, format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len()).as_bytes());
            stream
        })
        .collect();
    for stream in &mut waiting {
        assert!(answer(stream).starts_with("HTTP/1.1 303"));
    }
    let took = begin.elapsed();
    assert!(took > Duration::from_secs(2), "the test is about long requests: {took:?}");
}

#[test]
fn when_all_places_are_taken_the_longest_idle_makes_room() {
    let server =
        serve(&[("FRONTDESK_CONNECTIONS__MOST", "20"), ("FRONTDESK_CONNECTIONS__IDLE_SECONDS", "600")]);
    let mut first = connect(&server);
    send(&mut first, GET);
    answer(&mut first);
    let mut others: Vec<_> = (0..19).map(|_| connect(&server)).collect();
    for stream in &mut others {
        send(stream, GET);
        answer(stream);
    }
    let mut newcomer = connect(&server);
    send(&mut newcomer, GET);
    assert!(answer(&mut newcomer).starts_with("HTTP/1.1 200"));
    assert_eq!(rest(first).0, "");
    for stream in &mut others {
        send(stream, GET);
        assert!(answer(stream).starts_with("HTTP/1.1 200"));
    }
}

#[test]
fn clients_that_send_nothing_keep_no_other_client_out() {
    let server = serve(&[
        ("FRONTDESK_CONNECTIONS__MOST", "50"),
        ("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "600"),
        ("FRONTDESK_CONNECTIONS__BODY_SECONDS", "600"),
    ]);
    let held: Vec<_> = (0..200)
        .map(|number| {
            let mut stream = connect(&server);
            // An evicted connection cannot be written to.
            let _ = stream.write_all([b"", &GET[..20], POST][number % 3]);
            stream
        })
        .collect();
    let mut newcomer = connect(&server);
    send(&mut newcomer, GET);
    assert!(answer(&mut newcomer).starts_with("HTTP/1.1 200"));
    drop(held);
}
