//! Hashes from before a change of the cost: whatever the cost is now, the owners can log in, or get 503.

use std::process::Command;

use crate::harness::{App, PASSWORD, Program, Server, curl};

fn status(answer: &str) -> &str {
    answer.split(' ').nth(1).unwrap_or_default()
}

fn send(server: &Server, path: &str, email: &str, password: &str) -> String {
    let url = format!("{}/{path}", server.url);
    curl(&[&url, "-d", &format!("email={email}"), "-d", &format!("password={password}")])
}

fn log_in(server: &Server) -> String {
    send(server, "login", "alice@example.com", PASSWORD)
}

/// A program whose memory for hashes is a small part of what the hash of this account needs.
fn with_alice_and_less_memory() -> Program {
    let program = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__LANES", "4")
        .with("FRONTDESK_HASHING__WORKERS", "2");
    let server = program.serve();
    assert_eq!(status(&send(&server, "signup", "alice@example.com", PASSWORD)), "303");
    server.terminate();
    program.with("FRONTDESK_HASHING__MEMORY_KIB", "8192").with("FRONTDESK_HASHING__WORKERS", "1")
}

#[test]
fn with_less_memory_and_fewer_workers_everybody_still_gets_in() {
    let program = with_alice_and_less_memory();
    let server = program.serve();
    assert_eq!(status(&send(&server, "login", "alice@example.com", "violet harbour cattle")), "422");
    assert_eq!(status(&log_in(&server)), "303");
    assert_eq!(status(&send(&server, "signup", "bob@example.com", PASSWORD)), "303");
    let hashes = program.database.texts("SELECT hashed_password AS value FROM users ORDER BY id");
    let has = |number: usize, cost: &str| hashes[number].as_ref().is_some_and(|hash| hash.contains(cost));
    assert!(has(0, "m=65536,") && has(1, "m=8192,"), "what costs more is not made weaker");
}

/// Limits the address space of a process, in octets.
#[cfg(target_os = "linux")]
fn limit_memory(server: &Server, limit: &str) {
    let limit = format!("--as={limit}:unlimited");
    let done = Command::new("prlimit").args(["--pid", &server.id().to_string(), &limit]).status();
    assert!(done.expect("prlimit, of util-linux").success());
}

/// The address space of the server, in octets.
#[cfg(target_os = "linux")]
fn address_space(server: &Server) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", server.id())).expect("its status");
    let kib = status.lines().find_map(|line| line.strip_prefix("VmSize:")).expect("its size");
    kib.trim().trim_end_matches(" kB").parse::<u64>().expect("a number") * 1_024
}

#[cfg(target_os = "linux")]
#[test]
fn without_memory_for_a_hash_the_answer_is_to_come_back() {
    let program = with_alice_and_less_memory();
    let server = program.serve();
    assert_eq!(status(&send(&server, "signup", "bob@example.com", PASSWORD)), "303");
    // The hash needs 56 MiB more than the worker has.
    limit_memory(&server, &(address_space(&server) + 40 * 1_024 * 1_024).to_string());
    let refused = log_in(&server);
    assert_eq!(status(&refused), "503", "{refused}");
    assert!(refused.to_ascii_lowercase().contains("\r\nretry-after: 5\r\n"), "{refused}");
    assert!(refused.contains("alice@example.com") && !refused.contains(PASSWORD), "the form is kept");
    let unknown = send(&server, "login", "nobody@example.com", PASSWORD);
    assert_eq!(status(&unknown), "422", "what has memory goes on");
    assert_eq!(status(&send(&server, "login", "bob@example.com", PASSWORD)), "303");
    assert!(server.output().contains("no memory for a hash of 65536 KiB"), "{}", server.output());
    limit_memory(&server, "unlimited");
    assert_eq!(status(&log_in(&server)), "303");
}

#[rocket::async_test]
async fn wherever_a_password_is_asked_for_a_hash_that_costs_more_is_checked() {
    let before = App::with(|config| config.hashing.memory_kib = 4_096).await;
    before.member("alice@example.com").await;
    let app = App::on(before.database.clone(), |config| config.hashing.workers = 1).await;
    let mut alice = app.browser();
    assert_eq!(alice.log_in("alice@example.com", PASSWORD).await.status, 303);
    assert_eq!(app.browser().ask_for_tokens("alice@example.com", PASSWORD).await.status, 200);
    let confirmed = alice.post("/account/confirm", &[("current_password", PASSWORD)]).await;
    assert_eq!(confirmed.status, 303, "{}", confirmed.body);
    let new = "copper lantern meadow";
    let changed = [("current_password", PASSWORD), ("new_password", new)];
    assert_eq!(alice.post("/account/password", &changed).await.status, 303);
    assert_eq!(app.browser().log_in("alice@example.com", new).await.status, 303);
}
