//! A restart under load, with a socket that stays open: no request fails.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::fd::OwnedFd;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use crate::harness::{PASSWORD, Program};

const CLIENTS: usize = 24;
const RESTARTS: usize = 10;

/// How many of the clients sign up, again and again.
const SIGNING_UP: usize = 4;

/// What all clients have seen.
#[derive(Default)]
struct Seen {
    answers: AtomicUsize,
    sign_ups: AtomicUsize,
    /// Answers with `Connection: close`.
    last_answers: AtomicUsize,
    /// Connections that the server closed between two requests.
    closed_while_idle: AtomicUsize,
}

/// A client that keeps its connection as long as the server does. It tries nothing twice.
struct Client {
    server: SocketAddr,
    connection: Option<BufReader<TcpStream>>,
}

const PAGE: &str = "GET /login HTTP/1.1\r\nHost: localhost\r\n\r\n";

/// A request that must not be sent twice, so that no client tries it again.
fn sign_up(name: &str) -> String {
    let body = format!("email={name}%40example.com&password={}", PASSWORD.replace(' ', "+"));
    format!(
        "POST /signup HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
         Content-Length: {}\r\n\r\n{body}",
        body.len()
    )
}

impl Client {
    /// Sends a request, and reads the whole answer.
    fn request(&mut self, request: &str, seen: &Seen) -> Result<(), String> {
        let mut connection = match self.connection.take().filter(|open| !is_closed(open, seen)) {
            Some(open) => open,
            None => self.connect()?,
        };
        connection.get_mut().write_all(request.as_bytes()).map_err(|error| format!("sending: {error}"))?;
        let (mut head, mut length) = (String::new(), 0);
        while !head.ends_with("\r\n\r\n") {
            let read = connection.read_line(&mut head).map_err(|error| format!("{error} after {head:?}"))?;
            if read == 0 {
                return Err(format!("the end after {head:?}"));
            }
        }
        let is_expected = match request.starts_with("GET") {
            true => head.starts_with("HTTP/1.1 200 "),
            false => head.starts_with("HTTP/1.1 303 "),
        };
        if !is_expected {
            return Err(head);
        }
        if let Some(line) = head.lines().find_map(|line| line.strip_prefix("content-length: ")) {
            length = line.parse().map_err(|_| head.clone())?;
        }
        connection.read_exact(&mut vec![0; length]).map_err(|error| format!("the body: {error}"))?;
        seen.answers.fetch_add(1, Ordering::Relaxed);
        match head.contains("connection: close\r\n") {
            true => drop(seen.last_answers.fetch_add(1, Ordering::Relaxed)),
            false => self.connection = Some(connection),
        }
        Ok(())
    }

    fn connect(&self) -> Result<BufReader<TcpStream>, String> {
        let stream = TcpStream::connect(self.server).map_err(|error| format!("connecting: {error}"))?;
        stream.set_read_timeout(Some(Duration::from_secs(30))).map_err(|error| error.to_string())?;
        Ok(BufReader::new(stream))
    }
}

/// Whether the server has closed the connection since the last answer, as a client sees before it sends a request.
fn is_closed(connection: &BufReader<TcpStream>, seen: &Seen) -> bool {
    let stream = connection.get_ref();
    stream.set_nonblocking(true).expect("an option");
    let is_open = stream.peek(&mut [0]).is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock);
    stream.set_nonblocking(false).expect("an option");
    if !is_open {
        seen.closed_while_idle.fetch_add(1, Ordering::Relaxed);
    }
    !is_open
}

#[test]
fn ten_restarts_under_load_fail_no_request() {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let server = socket.local_addr().expect("an address");
    let url = format!("http://{server}");
    let program = Program::new().with("FRONTDESK_RATE_LIMITS__ENABLED", "false");
    let start = || program.serve_on(OwnedFd::from(socket.try_clone().expect("a descriptor")), &url);
    let (seen, is_over) = (Seen::default(), AtomicBool::new(false));
    let mut running = start();
    let failures: Vec<String> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|number| {
                let (seen, is_over) = (&seen, &is_over);
                scope.spawn(move || {
                    let mut client = Client { server, connection: None };
                    let mut failures = Vec::new();
                    for turn in 0.. {
                        if is_over.load(Ordering::Relaxed) {
                            break;
                        }
                        let request = match number < SIGNING_UP {
                            true => sign_up(&format!("person-{number}-{turn}")),
                            false => PAGE.to_owned(),
                        };
                        match client.request(&request, seen) {
                            Err(failure) => failures.push(failure),
                            Ok(()) if number < SIGNING_UP => {
                                seen.sign_ups.fetch_add(1, Ordering::Relaxed);
                            }
                            Ok(()) => {}
                        }
                        // Every other client connects anew for each request.
                        if number % 2 == 0 {
                            client.connection = None;
                        }
                    }
                    failures
                })
            })
            .collect();
        for number in 0..RESTARTS {
            let before = seen.answers.load(Ordering::Relaxed);
            // Half of the restarts begin the new process first, the others only when the old one has ended, as systemd
            // does it.
            running = match number % 2 {
                0 => {
                    let next = start();
                    assert!(running.terminate().success());
                    next
                }
                _ => {
                    assert!(running.terminate().success());
                    start()
                }
            };
            let started = std::time::Instant::now();
            while seen.answers.load(Ordering::Relaxed) < before + 10 * CLIENTS {
                assert!(started.elapsed() < Duration::from_secs(60), "the new process does not answer");
                std::thread::sleep(Duration::from_millis(5));
            }
        }
        is_over.store(true, Ordering::Relaxed);
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect()
    });
    let count = |number: &AtomicUsize| number.load(Ordering::Relaxed);
    let (answers, last) = (count(&seen.answers), count(&seen.last_answers));
    let sign_ups = count(&seen.sign_ups);
    println!(
        "{answers} answers, {sign_ups} of them to sign-ups, {last} of them the last of a connection, {:?}",
        seen.closed_while_idle
    );
    assert!(failures.is_empty(), "{} of {answers}: {failures:#?}", failures.len());
    assert_eq!(program.database.count("users"), sign_ups, "each is there once");
    assert!(last > 0, "no connection outlived its server, so the test shows nothing");
}

#[test]
fn a_request_on_its_way_when_the_server_stops_is_answered() {
    let socket = TcpListener::bind("127.0.0.1:0").expect("a port");
    let address = socket.local_addr().expect("an address");
    let program = Program::new();
    let server = program.serve_on(OwnedFd::from(socket.try_clone().expect("a descriptor")), "");
    let seen = Seen::default();
    let connected = || {
        let mut client = Client { server: address, connection: None };
        client.request(PAGE, &seen).expect("an answer");
        client
    };
    let (mut used, idle) = (connected(), connected());
    let fresh = TcpStream::connect(address).expect("connected");
    let mut fresh = Client { server: address, connection: Some(BufReader::new(fresh)) };
    // The server has accepted it when it answers one that came later.
    connected();
    server.signal("TERM");
    server.wait_for("shutting down");
    used.request(PAGE, &seen).expect("an answer over a connection that was idle");
    fresh.request(PAGE, &seen).expect("an answer over a connection that was new");
    assert_eq!(seen.last_answers.load(Ordering::Relaxed), 2);
    assert!(used.connection.is_none() && fresh.connection.is_none());
    // What is idle for longer is closed in order.
    let mut rest = Vec::new();
    let mut idle = idle.connection.expect("it is open");
    assert_eq!(idle.read_to_end(&mut rest).map_err(|error| error.kind()), Ok(0));
    assert!(server.terminate().success());
}
