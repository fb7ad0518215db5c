//! Private mode: the time of an answer does not reveal whether an address is registered.

use std::time::{Duration, Instant};

use crate::harness::{PASSWORD, Program};

/// How many pairs are compared for each path.
const PAIRS: usize = 500;

/// A larger difference would occur by chance once in ten thousand comparisons.
const MOST_SIGMAS: f64 = 3.9;

/// Compares the response times of 500 interleaved pairs of a registered and a free address by Wilcoxon's signed-rank
/// test, which detects even a small difference if it is there each time. Sign-up and password reset are compared with
/// cheap hashes, because the usual cost would hide a difference. Log-in is compared with its usual cost, because it
/// does look up the account and count its failures, which takes some microseconds more.
#[test]
#[ignore = "takes minutes: cargo test --test it private_mode_time -- --ignored --nocapture"]
fn the_time_tells_nothing() {
    println!(
        "{PAIRS} pairs for each door: median of a registered address and of a free one, and how far apart they are"
    );
    let cheap = Program::new();
    compare(
        cheap,
        &[("/signup", "password=violet+harbour+kettle", "other"), ("/password-reset", "", "owner")],
    );
    let full = Program::new()
        .with("FRONTDESK_HASHING__MEMORY_KIB", "65536")
        .with("FRONTDESK_HASHING__PASSES", "3")
        .with("FRONTDESK_HASHING__LANES", "4");
    compare(full, &[("/login", "password=a+wrong+guess", "guest")]);
}

/// Each of `doors` is a path, the other fields that are sent, and the prefix of the free addresses. Apart from the
/// prefix, free addresses look like the registered ones.
fn compare(program: Program, doors: &[(&str, &str, &str)]) {
    let program = program
        .with("FRONTDESK_SIGNUP__PRIVATE", "true")
        .with("FRONTDESK_RATE_LIMITS__ENABLED", "false")
        .with("FRONTDESK_LOG__LEVEL", "warn");
    let server = program.serve();
    let registered = register(&program);
    for (door, fields, stranger) in doors {
        let mut client = Client::open(&server.url);
        let mut pairs = Vec::new();
        for (number, taken) in registered.iter().enumerate() {
            let free = taken.replace("taken", stranger);
            // Each of the two is sent first in half of the pairs.
            let (first, second) = if number % 2 == 0 { (taken, &free) } else { (&free, taken) };
            let (one, other) = (client.time(door, first, fields), client.time(door, second, fields));
            pairs.push(if number % 2 == 0 { (one, other) } else { (other, one) });
        }
        let sigmas = signed_rank(&pairs);
        let (taken, free): (Vec<_>, Vec<_>) = pairs.into_iter().unzip();
        println!("{door:<16} {:>8.3} ms {:>8.3} ms {sigmas:>6.2} sigma", median(taken), median(free));
        assert!(sigmas.abs() < MOST_SIGMAS, "{door}: the time tells whether the address is registered");
    }
}

/// Inserts users as if they had signed up long ago, one for each pair. The test does not use their passwords.
fn register(program: &Program) -> Vec<String> {
    let root = program.run(&["admin", "create", "root@example.org", "--password-stdin"], PASSWORD);
    assert!(root.status.success(), "{root:?}");
    program.database.execute(&format!(
        "INSERT INTO users (email, email_key, search_text, hashed_password, is_admin, created_at) \
         WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < {PAIRS} - 1) \
         SELECT 'taken' || i || '@example.com', 'taken' || i || '@example.com', 'taken' || i || '@example.com', \
         hashed_password, 1 = 0, '2026-01-01 00:00:00' FROM n, users WHERE email = 'root@example.org'"
    ));
    (0..PAIRS).map(|number| format!("taken{number}@example.com")).collect()
}

/// One connection that is kept.
struct Client(crate::harness::Connection);

impl Client {
    fn open(url: &str) -> Self {
        Self(crate::harness::Connection::open(url).expect("a connection"))
    }

    /// The response time, in milliseconds.
    fn time(&mut self, path: &str, email: &str, fields: &str) -> f64 {
        let body = format!("email={email}&{fields}");
        let begin = Instant::now();
        self.0.send_body(path, &body).expect("a request");
        let status = self.0.status().expect("an answer");
        let took: Duration = begin.elapsed();
        assert!([303, 422].contains(&status), "{path} {email}: {status}");
        took.as_secs_f64() * 1e3
    }
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// How many standard deviations the sum of signed ranks is from the value expected by chance.
fn signed_rank(pairs: &[(f64, f64)]) -> f64 {
    let mut differences: Vec<f64> = pairs.iter().map(|(one, other)| one - other).collect();
    differences.retain(|difference| *difference != 0.0);
    differences.sort_by(|one, other| one.abs().total_cmp(&other.abs()));
    let ranked = differences.iter().zip(1_u32..);
    let sum: f64 = ranked.map(|(difference, rank)| difference.signum() * f64::from(rank)).sum();
    let n = differences.len() as f64;
    sum / (n * (n + 1.0) * (2.0 * n + 1.0) / 6.0).sqrt()
}

#[test]
fn a_difference_would_be_seen() {
    let noise = |number: usize| (number as f64 * 12.9898).sin() * 0.2;
    let same: Vec<(f64, f64)> = (0..PAIRS).map(|n| (1.0 + noise(n), 1.0 + noise(n + 7_919))).collect();
    let later: Vec<(f64, f64)> = same.iter().map(|(one, other)| (one + 0.05, *other)).collect();
    assert!(signed_rank(&same).abs() < MOST_SIGMAS, "{}", signed_rank(&same));
    assert!(signed_rank(&later) > MOST_SIGMAS, "{}", signed_rank(&later));
}
