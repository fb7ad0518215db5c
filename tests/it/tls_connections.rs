//! Connections with TLS within the limits, and the redirect from http.

use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::time::{Duration, Instant};

use rustls::pki_types::ServerName;
use rustls::{ClientConnection, StreamOwned};

use crate::harness::{Authority, PASSWORD, Server, curl, with_tls};

const LONG: Duration = Duration::from_secs(20);

/// A client that has finished its handshake.
fn handshaken(server: &Server, authority: &Authority) -> StreamOwned<ClientConnection, TcpStream> {
    let name = ServerName::try_from("localhost").expect("a name");
    let session = ClientConnection::new(authority.client(), name).expect("a session");
    let socket = TcpStream::connect(("127.0.0.1", server.port())).expect("connected");
    socket.set_read_timeout(Some(LONG)).expect("a time-out");
    socket.set_write_timeout(Some(LONG)).expect("a time-out");
    let mut stream = StreamOwned::new(session, socket);
    stream.flush().expect("a handshake");
    stream
}

/// How long the server keeps a connection on which nothing more comes.
fn closed_after(mut stream: TcpStream) -> Duration {
    let begin = Instant::now();
    stream.set_read_timeout(Some(LONG)).expect("a time-out");
    let _ = stream.read_to_end(&mut Vec::new());
    begin.elapsed()
}

#[test]
fn a_handshake_that_does_not_end_is_cut_off() {
    let (program, authority) = with_tls();
    let server = program
        .with("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "2")
        .with("FRONTDESK_CONNECTIONS__IDLE_SECONDS", "60")
        .serve();
    let connect = || TcpStream::connect(("127.0.0.1", server.port())).expect("connected");
    let silent = connect();
    let mut half = connect();
    half.write_all(b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03").expect("sent");
    let mut after = handshaken(&server, &authority);
    let begin = Instant::now();
    let mut rest = Vec::new();
    let _ = after.read_to_end(&mut rest);
    assert!(rest.is_empty(), "who sends nothing gets nothing: {}", String::from_utf8_lossy(&rest));
    assert!(begin.elapsed() < LONG / 2);
    assert!(closed_after(silent) < LONG / 2 && closed_after(half) < LONG / 2);

    let mut drips = handshaken(&server, &authority);
    drips.write_all(b"GET /login HTTP/1.1\r\nHost: localhost\r\n").expect("sent");
    let mut answer = Vec::new();
    let _ = drips.read_to_end(&mut answer);
    assert!(answer.starts_with(b"HTTP/1.1 408 "), "{}", String::from_utf8_lossy(&answer));
}

#[test]
fn connections_in_their_handshake_keep_no_client_out() {
    let (program, authority) = with_tls();
    let server = program
        .with("FRONTDESK_CONNECTIONS__MOST", "20")
        .with("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "600")
        .serve();
    let held: Vec<_> = (0..100)
        .map(|number| {
            let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("connected");
            let _ = stream.write_all([&b""[..], b"\x16\x03\x01\x02\x00\x01"][number % 2]);
            stream
        })
        .collect();
    assert!(authority.vouches_for(&server, &[]));
    drop(held);
}

#[test]
fn a_client_that_reads_no_answer_is_disconnected_under_tls_too() {
    let (program, authority) = with_tls();
    let server = program
        .with("FRONTDESK_CONNECTIONS__STALLED_SECONDS", "2")
        .with("FRONTDESK_CONNECTIONS__IDLE_SECONDS", "600")
        .serve();
    let mut stream = handshaken(&server, &authority);
    let begin = Instant::now();
    // Send more requests than have answers that fit into the buffers of both ends.
    let many = b"GET /openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n".repeat(50);
    while stream.write_all(&many).and_then(|()| stream.flush()).is_ok() {
        assert!(begin.elapsed() < LONG / 2, "it goes on for ever");
    }
    assert!(begin.elapsed() < LONG / 2, "the client gave up, and not the server");
}

#[test]
fn a_client_that_hangs_up_under_tls_is_noticed_while_it_waits() {
    let (program, authority) = with_tls();
    let program = program
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "16")
        .with("FRONTDESK_HASHING__ENGINE", "reference")
        .with("FRONTDESK_HASHING__WORKERS", "1")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000");
    let cookie = format!("__Host-session={}", program.administrator());
    let server = program.serve();
    let trusted = authority.file.to_str().expect("a path");
    let overview = format!("https://localhost:{}/admin", server.port());
    let sign_up = |name: &str| {
        let body = format!("email={name}%40example.com&password={}", PASSWORD.replace(' ', "+"));
        let head =
            "POST /signup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded";
        let mut stream = handshaken(&server, &authority);
        let request = format!("{head}\r\nContent-Length: {}\r\n\r\n{body}", body.len());
        stream.write_all(request.as_bytes()).and_then(|()| stream.flush()).expect("sent");
        stream
    };
    let (mut patient, gone) = (sign_up("patient"), sign_up("gone"));
    let begin = Instant::now();
    while !curl(&["--cacert", trusted, &overview, "-b", &cookie]).contains("id=\"hashing-waiting\">1 ") {
        assert!(begin.elapsed() < LONG, "no request waits");
    }
    drop(gone);
    server.wait_for("POST /signup 499");
    let mut status = [0; 12];
    patient.read_exact(&mut status).expect("an answer");
    assert_eq!(&status, b"HTTP/1.1 303");
}

#[test]
fn http_leads_to_the_same_path_over_https() {
    let (program, authority) = with_tls();
    let server = program
        .with("FRONTDESK_TLS__REDIRECT_FROM", r#"["127.0.0.1:0"]"#)
        .with("FRONTDESK_PUBLIC_URL", "https://id.example.com")
        .serve();
    let plain = server
        .addresses()
        .into_iter()
        .find_map(|address| address.strip_suffix(" (redirects)").map(str::to_owned));
    let plain = plain.expect("the address that redirects");
    let location = |arguments: &[&str]| {
        let answer = curl(&[&["--path-as-is", "-H", "Host: evil.example"], arguments].concat());
        assert!(answer.starts_with("HTTP/1.1 308 Permanent Redirect\r\n"), "{answer}");
        assert!(answer.contains("connection: close\r\n"), "{answer}");
        let line = answer.lines().find_map(|line| line.strip_prefix("location: ")).expect("a location");
        line.trim_end().to_owned()
    };
    let at = |path: &str| format!("http://{plain}{path}");
    for path in ["/", "/login?next=%2Faccount", "//evil.example/a", "/gr%C3%B6sse", "/../login?a=b&c"] {
        assert_eq!(location(&[&at(path)]), format!("https://id.example.com{path}"));
    }
    assert_eq!(location(&[&at("/signup"), "-d", "email=a"]), "https://id.example.com/signup");
    assert_eq!(location(&["-X", "OPTIONS", "--request-target", "*", &at("")]), "https://id.example.com/");
    let target = ["--request-target", "http://evil.example/login", &at("")];
    assert_eq!(location(&target), "https://id.example.com/login");
    let long = format!("X-Long: {}", "a".repeat(40_000));
    assert!(curl(&[&at("/"), "-H", &long]).starts_with("HTTP/1.1 431 "));
    assert!(authority.vouches_for(&server, &[]), "the other address is the site");
}

#[test]
fn a_passed_socket_at_a_port_that_redirects_redirects() {
    let (program, authority) = with_tls();
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let plain = socket.local_addr().expect("an address");
    let server = program
        .with("FRONTDESK_LISTEN", r#"["127.0.0.1:0"]"#)
        .with("FRONTDESK_TLS__REDIRECT_FROM", &format!(r#"["{plain}"]"#))
        .serve_on(OwnedFd::from(socket), "");
    assert!(curl(&[&format!("http://{plain}/login")]).starts_with("HTTP/1.1 308 "));
    let addresses = server.addresses();
    let site = addresses.iter().find(|address| !address.ends_with("(redirects)")).expect("the site");
    let url = format!("https://{}/login", site.replace("127.0.0.1", "localhost"));
    let trusted = authority.file.to_str().expect("a path");
    assert!(curl(&["--cacert", trusted, &url]).starts_with("HTTP/1.1 200"));
}
