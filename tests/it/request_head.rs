//! What the head of a request may be like, and what it may cost, against the real program.

use crate::harness::{Connection, Program, Server};

fn status(server: &Server, request: &[u8]) -> Option<u16> {
    Connection::open(&server.url).expect("a connection").exchange(request)
}

fn get(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\n{headers}\r\n").into_bytes()
}

#[test]
fn a_request_is_for_one_host() {
    let program = Program::new();
    let server = program.serve();
    for (headers, expected) in [
        ("Host: localhost\r\n", 200),
        ("host: localhost:8000\r\n", 200),
        ("Host: [::1]:8000\r\n", 200),
        ("Host: front_desk.lan\r\n", 200),
        ("", 400),
        ("Host: localhost\r\nHost: localhost\r\n", 400),
        ("Host: localhost\r\nHost: evil.example\r\n", 400),
        ("Host:\r\n", 400),
        ("Host: :8000\r\n", 400),
        ("Host: a b\r\n", 400),
        ("Host: a/b\r\n", 400),
        ("Host: localhost, localhost\r\n", 400),
    ] {
        for (path, found) in
            [("/login", 200), ("/nothing", 404), ("/openapi.json", 200), ("/users/nothing", 404)]
        {
            let expected = if expected == 200 { found } else { expected };
            assert_eq!(status(&server, &get(path, headers)), Some(expected), "{path} {headers:?}");
        }
    }
    let not_utf8 = [b"GET /login HTTP/1.1\r\nHost: gr", &[0xf6][..], b"sse.example\r\n\r\n"].concat();
    assert_eq!(status(&server, &not_utf8), Some(400));
}

#[test]
fn a_head_has_room_for_all_that_browsers_send_and_no_more() {
    let program = Program::new();
    let server = program.serve();
    let cookies = |octets: usize| format!("Host: localhost\r\nCookie: a={}\r\n", "b".repeat(octets));
    let lines = |count: usize| {
        format!("Host: localhost\r\n{}", format!("X-A: {}\r\n", "b".repeat(500)).repeat(count))
    };
    for (path, headers, expected) in [
        ("/login", cookies(30_000), 200),
        ("/login", cookies(33_000), 431),
        ("/login", cookies(380_000), 431),
        ("/login", lines(60), 200),
        ("/login", lines(70), 431),
        ("/nothing", lines(70), 431),
        ("/users/nothing", lines(70), 431),
        (&format!("/login?next=/{}", "a".repeat(8_000)), cookies(0), 200),
        (&format!("/login?next=/{}", "a".repeat(9_000)), cookies(0), 414),
        (&format!("/{}", "a".repeat(60_000)), cookies(0), 414),
        (&format!("/users/{}", "a".repeat(60_000)), cookies(0), 414),
    ] {
        assert_eq!(status(&server, &get(path, &headers)), Some(expected), "{}", &path[..path.len().min(40)]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn an_accept_of_62_kib_takes_no_memory() {
    const KIB: usize = 1024;
    let program = Program::new();
    let server = program.serve();
    let ask = |octets: usize| {
        let accept = "a/b,".repeat(octets / 4);
        let headers = format!("Host: localhost\r\nAccept: {accept}a/b\r\n");
        let expected = if octets < 30 * KIB { 404 } else { 431 };
        assert_eq!(status(&server, &get("/nothing", &headers)), Some(expected), "{octets}");
    };
    ask(KIB);
    for octets in [24 * KIB, 62 * KIB, 380 * KIB] {
        let took = server.memory_for(|| ask(octets));
        let allowed = 4 * KIB + octets / KIB;
        assert!(took <= allowed as u64, "{octets} bytes of Accept took {took} KiB");
    }
}
