//! Clients that hang up while they wait, and clients that cannot wait.

use std::time::{Duration, Instant};

use crate::harness::{Connection, PASSWORD, Program, Server};

const CLIENT: &str = "192.0.2.1";

/// Sends a sign-up and does not wait for the answer.
fn post(server: &Server, email: &str) -> Connection {
    let mut connection = Connection::open(&server.url).expect("connected");
    connection.send(CLIENT, "/signup", email, PASSWORD).expect("sent");
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
    // It has the worker before the others come.
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

/// The status, and how long it took.
fn sign_up(connection: &mut Connection, client: &str, email: &str) -> (Option<u16>, Duration) {
    let begin = Instant::now();
    (connection.post_for(client, "/signup", email, PASSWORD), begin.elapsed())
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
    let root = program.administrator();
    let server = program.serve();
    let mut busy = post(&server, "busy@example.com");
    server.wait_for_hashing(&root, 1, 0);
    let mut shared = Connection::open(&server.url).expect("connected");
    assert_eq!(sign_up(&mut shared, CLIENT, "alice@example.com").0, Some(503));
    let (told, others) = sign_up(&mut shared, "192.0.2.2", "bob@example.com");
    assert_eq!(told, Some(503));
    let (told, took) = sign_up(&mut shared, CLIENT, "not an address");
    assert!([Some(422), Some(503)].contains(&told), "{told:?}: it is answered as always");
    assert!(took >= Duration::from_millis(500), "{took:?}");
    assert!(others < took, "somebody else on the same connection waited {others:?}");
    assert_eq!(busy.status(), Some(303));
}
