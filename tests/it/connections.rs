//! Clients that disconnect while they wait.

use std::time::Instant;

use crate::harness::{Connection, PASSWORD, Program, Server};

/// Sends a sign-up and does not wait for the answer.
fn post(server: &Server, email: &str) -> Connection {
    let mut connection = Connection::open(&server.url).expect("connected");
    connection.send("/signup", email, PASSWORD).expect("sent");
    connection
}

#[test]
fn whoever_hangs_up_while_waiting_costs_no_hash() {
    let program = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "16")
        .with("FRONTDESK_HASHING__ENGINE", "reference")
        .with("FRONTDESK_HASHING__WORKERS", "1")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000");
    let root = program.administrator();
    let server = program.serve();
    let mut patient = post(&server, "patient@example.com");
    // This request has the worker before the others arrive.
    server.wait_for_hashing(&root, 1, 0);
    let begin = Instant::now();
    let gone: Vec<_> = (0..6).map(|number| post(&server, &format!("gone{number}@example.com"))).collect();
    server.wait_for_hashing(&root, 1, 6);
    drop(gone);
    server.wait_for_hashing(&root, 1, 0);
    let mut last = post(&server, "last@example.com");
    assert_eq!((patient.status(), last.status()), (Some(303), Some(303)));
    let users = program.database.texts("SELECT email AS value FROM users WHERE NOT is_admin ORDER BY id");
    let users: Vec<_> = users.into_iter().flatten().collect();
    assert_eq!(users, ["patient@example.com", "last@example.com"], "{:?}", begin.elapsed());
    assert!(server.output().contains("POST /signup 499"), "{}", server.output());
}
