//! The primary is killed during sign-ups, and the standby is promoted: sign-ups continue, and no acknowledged account
//! is lost.
//!
//! `cargo test --features postgres --test it fail_over -- --ignored --nocapture`

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crate::harness::{Connection, PASSWORD, PostgresServer, Program, TestDatabase};

const CLIENTS: usize = 4;

/// The longest time from the promotion to the first sign-up. It takes some seconds; the limit only ends a test that
/// hangs.
const LONGEST_GAP: Duration = Duration::from_secs(60);

/// Signs up users one after another, and returns the addresses that the server acknowledged, each with the time.
fn sign_up(url: &str, client: usize, stop: &AtomicBool) -> Vec<(String, Instant)> {
    let mut confirmed = Vec::new();
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let email = format!("person{client}.{number}@example.com");
        let status =
            Connection::open(url).ok().and_then(|mut server| server.post("/signup", &email, PASSWORD));
        match status {
            Some(303) => confirmed.push((email, Instant::now())),
            // No acknowledgement, so the account need not exist.
            Some(503) | None => std::thread::sleep(Duration::from_millis(20)),
            // Each address is tried once, so no other status can come from a lost answer to an earlier attempt.
            Some(status) => panic!("{email} is answered with {status}"),
        }
    }
    confirmed
}

fn wait_until(what: &str, mut is_true: impl FnMut() -> bool) -> Duration {
    let begin = Instant::now();
    while !is_true() {
        assert!(begin.elapsed() < LONGEST_GAP, "{what} has not come");
        std::thread::sleep(Duration::from_millis(100));
    }
    begin.elapsed()
}

#[test]
#[ignore = "needs PostgreSQL's programs, and half a minute"]
fn sign_ups_go_on_after_the_primary_has_died_and_none_is_lost() {
    let mut primary = PostgresServer::primary("second");
    let standby = primary.standby("second");
    wait_until("a synchronous standby", || {
        primary.query("SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == "1"
    });
    let url = format!("postgres://postgres@127.0.0.1:{},127.0.0.1:{}/postgres", primary.port, standby.port);
    // The test needs only the folder of this database.
    let program = Program::on(Arc::new(TestDatabase::new()))
        .with("DATABASE_URL", &url)
        .with("FRONTDESK_RATE_LIMITS__ENABLED", "false");
    let server = program.serve();
    let stop = Arc::new(AtomicBool::new(false));
    let clients: Vec<_> = (0..CLIENTS)
        .map(|client| {
            let (url, stop) = (server.url.clone(), stop.clone());
            std::thread::spawn(move || sign_up(&url, client, &stop))
        })
        .collect();
    let count = |server: &PostgresServer| -> usize {
        server.query("SELECT count(*) FROM users").parse().expect("a number")
    };
    wait_until("a hundred people", || count(&primary) > 100);

    let killed = Instant::now();
    primary.kill();
    std::thread::sleep(Duration::from_secs(2));
    let before = count(&standby);
    standby.promote();
    let gap = wait_until("a sign-up after the promotion", || count(&standby) > before);
    wait_until("another hundred people", || count(&standby) > before + 100);
    stop.store(true, Ordering::Relaxed);
    let confirmed: Vec<(String, Instant)> =
        clients.into_iter().flat_map(|client| client.join().expect("a client")).collect();

    let registered: HashSet<String> =
        standby.query("SELECT email FROM users").lines().map(str::to_owned).collect();
    let lost: Vec<_> = confirmed.iter().filter(|(email, _)| !registered.contains(email)).collect();
    let before_the_kill = confirmed.iter().filter(|(_, at)| *at < killed).count();
    println!(
        "{} sign-ups confirmed, {before_the_kill} of them before the kill; the first {gap:?} after the promotion",
        confirmed.len()
    );
    assert!(before_the_kill > 50 && confirmed.len() > before_the_kill + 50);
    assert!(lost.is_empty(), "lost: {lost:?}");
}
