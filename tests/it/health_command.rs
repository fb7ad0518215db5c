//! `frontdesk health`: what the health check of a container is told.

use std::io::{Read, Write};
use std::net::TcpListener;

use time::{Duration, OffsetDateTime};

use crate::harness::{Program, Server, with_tls};

/// The exit code and the line that the command prints, without the address.
fn health(program: &Program, arguments: &[&str]) -> (Option<i32>, String) {
    let output = program.run(&[&["health"], arguments].concat(), "");
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8_lossy(&text).trim_end().to_owned())
}

/// The settings that the server got on its command line.
fn with_port(program: Program, server: &Server) -> Program {
    program.with("ROCKET_PORT", &server.port().to_string())
}

fn ready(address: &str) -> (Option<i32>, String) {
    (Some(0), format!("The server at {address} is ready."))
}

#[test]
fn a_ready_server_is_found_at_the_address_of_the_settings() {
    for (address, shown) in [("127.0.0.1", "127.0.0.1"), ("0.0.0.0", "0.0.0.0"), ("::", "[::]")] {
        let program = Program::new().with("ROCKET_ADDRESS", address);
        let server = program.serve();
        assert_eq!(health(&with_port(program, &server), &[]), ready(&format!("{shown}:{}", server.port())));
    }
    let program = Program::new().with("FRONTDESK_LISTEN", r#"["unix:http.sock"]"#);
    let server = program.serve();
    assert_eq!(health(&program, &[]), ready("unix:http.sock"));
    assert!(server.terminate().success());
    let (code, told) = health(&program, &[]);
    assert_eq!(code, Some(1));
    assert!(
        told.starts_with("frontdesk: the server at unix:http.sock does not answer: No such file"),
        "{told}"
    );
}

#[test]
fn an_address_goes_before_the_settings() {
    let program = Program::new();
    let server = program.serve();
    let address = format!("127.0.0.1:{}", server.port());
    assert_eq!(health(&program, &[&address]), ready(&address));
    assert_eq!(health(&program, &["localhost"]).0, Some(2), "the command line is not valid");
}

#[test]
fn tls_is_asked_whatever_the_certificate_is() {
    let (program, authority) = with_tls();
    let now = OffsetDateTime::now_utc();
    let expired = authority.issue_for(&["id.example.com"], now - Duration::days(9), now - Duration::days(2));
    expired.write(&program.folder());
    let server = program.serve();
    assert_eq!(health(&with_port(program, &server), &[]), ready(&format!("127.0.0.1:{}", server.port())));
}

#[test]
fn a_server_that_expects_the_proxy_protocol_from_this_machine_is_asked_with_it() {
    for trusted in [r#"["127.0.0.1"]"#, r#"["10.0.0.0/8"]"#] {
        let program = Program::new()
            .with("FRONTDESK_PROXY_PROTOCOL", "true")
            .with("FRONTDESK_TRUSTED_PROXIES", trusted);
        let server = program.serve();
        let address = format!("127.0.0.1:{}", server.port());
        assert_eq!(health(&program, &[&address]), ready(&address), "{trusted}");
    }
}

#[test]
fn a_server_that_is_not_ready_is_told_with_its_reasons() {
    let program = Program::new().with("FRONTDESK_HEALTH__LEAST_FREE_MIB", "1000000");
    let server = program.serve();
    let address = format!("127.0.0.1:{}", server.port());
    assert_eq!(
        health(&program, &[&address]),
        (Some(1), format!("frontdesk: the server at {address} is not ready: disk"))
    );
}

#[test]
fn what_is_no_frontdesk_and_what_is_silent_are_told() {
    let program = Program::new();
    let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = listener.local_addr().expect("an address").to_string();
    let other = std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().expect("a client");
        let mut request = [0; 1_024];
        let read = stream.read(&mut request).expect("a request");
        stream.write_all(b"HTTP/1.1 404 Not Found\r\n\r\n").expect("an answer");
        drop(stream);
        // The second client gets no answer, and a connection that stays open.
        (listener.accept().expect("a client"), String::from_utf8_lossy(&request[..read]).into_owned())
    });
    assert_eq!(
        health(&program, &[&address]),
        (Some(1), format!("frontdesk: what answers at {address} is not Frontdesk"))
    );
    assert_eq!(
        health(&program, &[&address]),
        (Some(1), format!("frontdesk: the server at {address} does not answer: nothing came for 5s"))
    );
    let (_, request) = other.join().expect("a request");
    assert!(request.starts_with("GET /health/ready HTTP/1.1\r\n"), "{request}");
}
