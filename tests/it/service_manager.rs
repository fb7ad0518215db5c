//! What the server tells a service manager, in place of which the test has a socket.

use std::os::unix::net::UnixDatagram;
use std::time::Duration;

use crate::harness::{Program, curl};

/// What systemd would receive.
struct Manager(UnixDatagram);

impl Manager {
    fn of(program: Program) -> (Self, Program) {
        let path = program.folder().join("notify");
        let socket = UnixDatagram::bind(&path).expect("a socket");
        socket.set_read_timeout(Some(Duration::from_secs(30))).expect("a time-out");
        (Self(socket), program.with("NOTIFY_SOCKET", path.to_str().expect("a path")))
    }

    /// The next message that contains this line. Others are skipped.
    fn wait_for(&self, line: &str) -> String {
        let mut buffer = [0; 4_096];
        loop {
            let length = self.0.recv(&mut buffer).unwrap_or_else(|error| panic!("no {line}: {error}"));
            let message = String::from_utf8_lossy(&buffer[..length]).into_owned();
            if message.lines().any(|told| told.starts_with(line)) {
                return message;
            }
        }
    }
}

#[test]
fn the_server_tells_when_it_is_ready_reloads_and_stops() {
    let (manager, program) = Manager::of(Program::new());
    let server = program.serve();
    let ready = manager.wait_for("READY=1");
    assert!(ready.contains(&format!("STATUS=Serving {}", server.url)), "{ready}");
    assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"));

    server.signal("HUP");
    let reloading = manager.wait_for("RELOADING=1");
    assert!(reloading.contains("MONOTONIC_USEC="), "{reloading}");
    manager.wait_for("READY=1");

    server.signal("TERM");
    let stopping = manager.wait_for("STOPPING=1");
    assert!(stopping.contains("EXTEND_TIMEOUT_USEC="), "{stopping}");
    assert!(server.terminate().success());
}

#[test]
fn a_server_that_drains_is_not_ready_again_and_a_second_signal_ends_the_wait() {
    let (manager, program) = Manager::of(Program::new().with("FRONTDESK_HEALTH__DRAIN_SECONDS", "300"));
    let server = program.serve();
    manager.wait_for("READY=1");
    server.signal("TERM");
    let stopping = manager.wait_for("STOPPING=1");
    // 300 s of the setting, and more for requests, mail and the log.
    let time = stopping.lines().find_map(|line| line.strip_prefix("EXTEND_TIMEOUT_USEC=")).expect("a time");
    assert!((360_000_000..420_000_000).contains(&time.parse().unwrap_or(0)), "{stopping}");
    server.wait_for("shutting down in 300s");
    server.signal("HUP");
    server.wait_for("SIGHUP is ignored");
    assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"), "it still answers");
    let started = std::time::Instant::now();
    assert!(server.terminate().success());
    assert!(started.elapsed() < Duration::from_secs(100), "the second signal did not end the wait");
    manager.0.set_nonblocking(true).expect("an option");
    let mut buffer = [0; 4_096];
    while let Ok(length) = manager.0.recv(&mut buffer) {
        let message = String::from_utf8_lossy(&buffer[..length]);
        assert!(!message.contains("READY=1") && !message.contains("RELOADING=1"), "{message}");
    }
}

#[test]
fn the_watchdog_hears_of_the_server_as_long_as_it_runs() {
    let (manager, program) = Manager::of(Program::new());
    let server = program.with("WATCHDOG_USEC", "100000").serve();
    for _ in 0..5 {
        manager.wait_for("WATCHDOG=1");
    }
    // A stopped process says nothing.
    server.signal("STOP");
    manager.0.set_read_timeout(Some(Duration::from_millis(500))).expect("a time-out");
    let mut buffer = [0; 64];
    let mut late = 0;
    while manager.0.recv(&mut buffer).is_ok() {
        late += 1;
        assert!(late < 20, "a stopped server is told to run");
    }
    server.signal("CONT");
    manager.wait_for("WATCHDOG=1");
}

#[test]
fn a_service_manager_that_is_gone_stops_nothing() {
    let program = Program::new().with("NOTIFY_SOCKET", "/nowhere/notify");
    let server = program.serve();
    server.wait_for("the service manager at NOTIFY_SOCKET could not be told: No such file");
    assert!(curl(&[&server.url]).starts_with("HTTP/1.1 200"));
}
