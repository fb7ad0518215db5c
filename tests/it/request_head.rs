//! Which heads of requests the real program accepts, and how much memory they may cost.

use crate::harness::{Connection, PASSWORD, Program, Server, curl, session_of};

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
fn octets_that_are_no_text_hide_no_other_cookie() {
    let program = Program::new();
    let server = program.serve();
    let answer = curl(&[
        &format!("{}/signup", server.url),
        "-d",
        "email=alice@example.com",
        "-d",
        &format!("password={PASSWORD}"),
    ]);
    let session = session_of(&answer);
    for theme in [&b"theme=gr\xf6sse"[..], b"theme=\xff\xfe", b"\x80"] {
        let cookies = [theme, b"; session=", session.as_bytes()].concat();
        let request =
            [b"GET /account HTTP/1.1\r\nHost: localhost\r\nCookie: ", &cookies[..], b"\r\n\r\n"].concat();
        assert_eq!(status(&server, &request), Some(200), "{}", String::from_utf8_lossy(theme));
    }
}

#[test]
fn an_old_client_need_not_name_the_host() {
    let program = Program::new();
    let server = program.serve();
    for (request, expected) in [
        ("GET /login HTTP/1.0\r\n\r\n", "200"),
        ("GET /login HTTP/1.0\r\nHost: localhost\r\n\r\n", "200"),
        ("GET /login HTTP/1.0\r\nHost: a b\r\n\r\n", "400"),
        ("GET /login HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", "400"),
        ("GET /users/nothing HTTP/1.0\r\n\r\n", "404"),
    ] {
        let answer = Connection::open(&server.url).expect("a connection").first_line(request);
        assert_eq!(answer.as_deref().map(|line| &line[9..12]), Some(expected), "{request} {answer:?}");
    }
}

#[test]
fn a_method_that_nobody_knows_is_told_which_there_are() {
    let program = Program::new();
    let server = program.serve();
    for method in ["BREW", "get", "Post", "GETT"] {
        let line = |path: &str| format!("{method} {path} HTTP/1.1\r\nHost: localhost\r\n\r\n").into_bytes();
        for path in ["/login", "/users/me"] {
            assert_eq!(status(&server, &line(path)), Some(405), "{method} {path}");
        }
        for path in ["/nothing", "/users/nothing"] {
            assert_eq!(status(&server, &line(path)), Some(404), "{method} {path}");
        }
    }
    let answer = curl(&["-X", "BREW", &format!("{}/login", server.url)]);
    assert!(answer.contains("\r\nallow: GET, HEAD, POST\r\n"), "{answer}");
}

/// Covers headers that Rocket itself parses, before any code of Frontdesk runs.
#[cfg(target_os = "linux")]
#[test]
fn headers_in_several_lines_take_no_memory() {
    const KIB: u64 = 1024;
    let program = Program::new();
    let server = program.serve();
    let several = |name: &str, value: &str, octets: usize, lines: usize| {
        let line = format!("{name}: {}\r\n", value.repeat(octets / lines / value.len()));
        get("/nothing", &format!("Host: localhost\r\n{}", line.repeat(lines)))
    };
    status(&server, &several("Accept", "a/b,", 1_000, 2));
    for (name, value, lines) in [
        ("Accept", "a/b,", 2),
        ("Content-Type", "a/b;a=b", 2),
        ("Content-Type", ";", 50),
        ("Cookie", "a=b;", 2),
    ] {
        for (octets, expected) in [(24_000, 404), (62_000, 431), (780_000, 431)] {
            let request = several(name, value, octets, lines);
            let took = server
                .memory_for(|| assert_eq!(status(&server, &request), Some(expected), "{name} {octets}"));
            assert!(took <= 4 * KIB, "{octets} octets of {name} took {took} KiB");
        }
    }
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
