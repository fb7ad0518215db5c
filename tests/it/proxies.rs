//! Which client a request is from behind proxies, and that no client can claim the address of another.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::Duration;

use crate::harness::{Connection, Program, Server, curl};

const GET: &str = "GET /users/me HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";

/// A server that limits each client to two attempts, so that a test can see whether two requests are of one client.
fn serve(settings: &[(&str, &str)]) -> Server {
    let program = Program::new()
        .with("FRONTDESK_RATE_LIMITS__CLIENT_BURST", "2")
        .with("FRONTDESK_RATE_LIMITS__CLIENT_PER_MINUTE", "1");
    settings.iter().fold(program, |program, (name, value)| program.with(name, value)).serve()
}

/// The address that the log has for the next request, which is answered with 401.
fn logged(server: &Server, request: impl FnOnce()) -> String {
    let before = server.output().len();
    request();
    let started = std::time::Instant::now();
    loop {
        let output = server.output();
        let line = output[before..].lines().find(|line| line.contains("GET /users/me 401"));
        if let Some((_, address)) = line.and_then(|line| line.split_once(" from ")) {
            return address.to_owned();
        }
        assert!(started.elapsed() < Duration::from_secs(30), "{output}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// The address of the client of a request with these headers.
fn client(server: &Server, headers: &[&str]) -> String {
    let url = format!("{}/users/me", server.url);
    let mut arguments = vec!["-4", url.as_str()];
    headers.iter().for_each(|header| arguments.extend(["-H", header]));
    logged(server, || drop(curl(&arguments)))
}

/// Sends these octets, and returns everything that the server answers.
fn raw(server: &Server, octets: &[u8]) -> String {
    let mut stream = TcpStream::connect(("127.0.0.1", server.port())).expect("connected");
    stream.set_read_timeout(Some(Duration::from_secs(30))).expect("a time-out");
    stream.write_all(octets).expect("sent");
    let mut answer = Vec::new();
    let _ = stream.read_to_end(&mut answer);
    String::from_utf8_lossy(&answer).into_owned()
}

fn log_in(server: &Server, before: &str, headers: &str) -> u16 {
    let body = "email=alice%40example.com&password=a+wrong+guess";
    let request = format!(
        "{before}POST /login HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{headers}\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    let answer = raw(server, request.as_bytes());
    answer.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_else(|| panic!("{answer}"))
}

#[test]
fn a_trusted_proxy_names_the_client() {
    let server = serve(&[("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1", "10.0.0.0/8"]"#)]);
    for (headers, address) in [
        (&["X-Forwarded-For: 203.0.113.9"][..], "203.0.113.9"),
        (&["X-Forwarded-For: 198.51.100.1, 203.0.113.9, 10.1.2.3"], "203.0.113.9"),
        (&["X-Forwarded-For: 198.51.100.1", "X-Forwarded-For: [2001:db8::1]:443 , 10.1.2.3"], "2001:db8::1"),
        (&["X-Forwarded-For: 203.0.113.9, nonsense"], "127.0.0.1"),
        (&["X-Real-IP: 203.0.113.9"], "127.0.0.1"),
        (&[], "127.0.0.1"),
    ] {
        assert_eq!(client(&server, headers), address, "{headers:?}");
    }
}

#[test]
fn a_client_that_is_no_proxy_cannot_name_itself() {
    let forged = ["X-Forwarded-For: 203.0.113.9", "X-Real-IP: 203.0.113.9", "Forwarded: for=203.0.113.9"];
    for settings in [
        &[][..],
        &[("FRONTDESK_TRUSTED_PROXIES", r#"["192.0.2.0/24"]"#)],
        &[("FRONTDESK_TRUSTED_PROXIES", r#"["192.0.2.0/24"]"#), ("ROCKET_IP_HEADER", "X-Real-IP")],
    ] {
        let server = serve(settings);
        assert_eq!(client(&server, &forged), "127.0.0.1", "{settings:?}");
        let forged =
            |number| format!("X-Forwarded-For: 203.0.113.{number}\r\nX-Real-IP: 203.0.113.{number}\r\n");
        let statuses: Vec<u16> = (1..4).map(|number| log_in(&server, "", &forged(number))).collect();
        assert_eq!(statuses, [422, 422, 429], "{settings:?}: each attempt counts for one client");
    }
}

#[test]
fn what_a_client_writes_before_its_proxy_does_not_count() {
    let server = serve(&[("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#)]);
    let forged = |number| format!("X-Forwarded-For: 198.51.100.{number}, 203.0.113.9\r\n");
    let statuses: Vec<u16> = (1..4).map(|number| log_in(&server, "", &forged(number))).collect();
    assert_eq!(statuses, [422, 422, 429]);
    assert_eq!(log_in(&server, "", "X-Forwarded-For: 203.0.113.10\r\n"), 422, "another client");
}

#[test]
fn a_header_of_its_own_counts_from_trusted_proxies_alone() {
    let own = ("ROCKET_IP_HEADER", "X-Real-IP");
    let server = serve(&[own, ("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#)]);
    let both = ["X-Real-IP: 203.0.113.9", "X-Forwarded-For: 198.51.100.1"];
    assert_eq!(client(&server, &both), "203.0.113.9");
    assert_eq!(client(&server, &both[1..]), "127.0.0.1");
}

#[test]
fn a_proxy_on_a_unix_socket_counts_as_this_machine() {
    let listen = ("FRONTDESK_LISTEN", r#"["unix:http.sock"]"#);
    for (proxies, address) in [(r#"["127.0.0.1"]"#, "203.0.113.9"), (r#"["192.0.2.1"]"#, "127.0.0.1")] {
        let program = Program::new().with(listen.0, listen.1).with("FRONTDESK_TRUSTED_PROXIES", proxies);
        let (socket, server) = (program.folder().join("http.sock"), program.serve());
        let socket = socket.to_str().expect("a path").to_owned();
        let header = "X-Forwarded-For: 203.0.113.9";
        let request = || drop(curl(&["--unix-socket", &socket, "-H", header, "http://localhost/users/me"]));
        assert_eq!(logged(&server, request), address);
    }
}

#[test]
fn the_proxy_protocol_names_the_client_of_a_connection() {
    let server = serve(&[
        ("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1", "10.0.0.0/8"]"#),
        ("FRONTDESK_PROXY_PROTOCOL", "true"),
    ]);
    let v2 = |address: [u8; 4]| {
        let fixed = b"\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c";
        [fixed, &address[..], &[127, 0, 0, 1, 0x12, 0x67, 0x1f, 0x40]].concat()
    };
    let local = b"\r\n\r\n\0\r\nQUIT\n\x20\0\0\0".to_vec();
    let unix = [&b"\r\n\r\n\0\r\nQUIT\n\x21\x31\0\xd8"[..], &[0; 216]].concat();
    for (header, more, address) in [
        (b"PROXY TCP4 203.0.113.9 127.0.0.1 4711 8000\r\n".to_vec(), "", "203.0.113.9"),
        (b"PROXY TCP6 2001:db8::7 ::1 4711 8000\r\n".to_vec(), "", "2001:db8::7"),
        (v2([203, 0, 113, 10]), "", "203.0.113.10"),
        (local.clone(), "", "127.0.0.1"),
        (b"PROXY UNKNOWN\r\n".to_vec(), "", "127.0.0.1"),
        // The balancer passes octets, so it has not written the header.
        (local, "X-Forwarded-For: 198.51.100.1\r\n", "127.0.0.1"),
        (b"PROXY UNKNOWN\r\n".to_vec(), "X-Forwarded-For: 198.51.100.1\r\n", "127.0.0.1"),
        (unix, "X-Forwarded-For: 198.51.100.1\r\n", "127.0.0.1"),
        // The client of the connection is no proxy, so its header is forged.
        (v2([203, 0, 113, 10]), "X-Forwarded-For: 198.51.100.1\r\n", "203.0.113.10"),
        // A second proxy.
        (v2([10, 0, 0, 7]), "X-Forwarded-For: 198.51.100.1\r\n", "198.51.100.1"),
    ] {
        let request = [&header[..], format!("{GET}{more}\r\n").as_bytes()].concat();
        assert_eq!(logged(&server, || drop(raw(&server, &request))), address);
    }
    let id = |header: &str| {
        let answer = raw(&server, format!("{header}{GET}X-Request-Id: of-the-client\r\n\r\n").as_bytes());
        answer.contains("of-the-client")
    };
    assert!(!id("PROXY UNKNOWN\r\n"), "the client names its request");
    assert!(id("PROXY TCP4 10.0.0.7 127.0.0.1 4711 8000\r\n"), "a second proxy names a request");
    let from = |address: &str| format!("PROXY TCP4 {address} 127.0.0.1 4711 8000\r\n");
    let statuses: Vec<u16> = (1..4)
        .map(|number| {
            log_in(&server, &from("203.0.113.20"), &format!("X-Forwarded-For: 198.51.100.{number}\r\n"))
        })
        .collect();
    assert_eq!(statuses, [422, 422, 429], "rate limits count the client of the connection");
    assert_eq!(log_in(&server, &from("203.0.113.21"), ""), 422);
}

#[test]
fn connections_through_a_proxy_are_limited_by_the_network_of_their_client() {
    let server = serve(&[
        ("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#),
        ("FRONTDESK_PROXY_PROTOCOL", "true"),
        ("FRONTDESK_CONNECTIONS__MOST_PER_NETWORK", "2"),
    ]);
    let page = "GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n";
    let open = |client: &str| {
        let mut connection = Connection::open(&server.url).expect("connected");
        let header = format!("PROXY TCP4 {client} 127.0.0.1 4711 8000\r\n");
        assert_eq!(connection.exchange(format!("{header}{page}").as_bytes()), Some(200), "{client}");
        connection
    };
    let mut first = open("203.0.113.9");
    let mut others: Vec<_> = ["203.0.113.9", "203.0.113.10", "203.0.113.11"].map(open).into();
    // The proxy may have any number of connections, and this client may not.
    others.push(open("203.0.113.9"));
    assert_eq!(first.get("/login"), None, "the one that was idle for longest is closed");
    assert!(others.iter_mut().all(|connection| connection.get("/login") == Some(200)));
}

#[test]
fn a_proxy_without_the_header_of_the_protocol_is_cut_off() {
    let server = serve(&[
        ("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#),
        ("FRONTDESK_PROXY_PROTOCOL", "true"),
        ("FRONTDESK_CONNECTIONS__HEAD_SECONDS", "2"),
    ]);
    for sent in
        [&format!("{GET}\r\n"), "PROXY TCP4 203.0.113.9\r\n\r\n", "PROXY", "\r\n\r\n\0\r\nQUIT\n\x21\x11", ""]
    {
        assert_eq!(raw(&server, sent.as_bytes()), "", "{sent:?}");
    }
}

#[test]
fn the_header_of_the_protocol_counts_from_trusted_proxies_alone() {
    let header = "PROXY TCP4 203.0.113.9 127.0.0.1 4711 8000\r\n";
    for settings in [
        &[("FRONTDESK_TRUSTED_PROXIES", r#"["127.0.0.1"]"#)][..],
        &[("FRONTDESK_TRUSTED_PROXIES", r#"["192.0.2.1"]"#), ("FRONTDESK_PROXY_PROTOCOL", "true")],
    ] {
        let server = serve(settings);
        let answer = raw(&server, format!("{header}{GET}\r\n").as_bytes());
        assert!(answer.starts_with("HTTP/1.1 400 Bad Request"), "{settings:?}: {answer}");
        assert_eq!(client(&server, &[]), "127.0.0.1");
    }
}
