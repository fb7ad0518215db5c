//! The server is killed with `kill -9` again and again during sign-ups: every acknowledged account exists once and can
//! log in, and the database is intact.

use std::collections::HashSet;
use std::os::unix::process::ExitStatusExt;
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Connection, Program, TestDatabase};

/// How many times the server is killed, if not `KILLS` times. Before a release it is killed 200 times:
/// `FRONTDESK_SOAK_KILLS=200 cargo test --test it soak -- --ignored --nocapture`
const SETTING: &str = "FRONTDESK_SOAK_KILLS";
const KILLS: usize = 20;

const CLIENTS: usize = 8;

/// How long the server runs before it is killed, in milliseconds.
const SHORTEST_LIFE: u64 = 50;
const LONGEST_LIFE: u64 = 400;

/// The longest time from a kill until the next server is ready. On an idle machine it takes a fraction of a second.
const LONGEST_START: Duration = Duration::from_secs(10);

/// The number of SIGKILL.
const KILLED: Option<i32> = Some(9);

#[derive(Debug)]
struct Person {
    email: String,
    password: String,
}

/// The sign-ups that one client tried, or all of them.
#[derive(Default)]
struct Tried {
    acknowledged: Vec<Person>,
    /// The server was killed before it answered.
    unanswered: Vec<Person>,
}

/// Signs up users one after another on one connection, until the server no longer answers.
fn sign_up_until_the_end(mut connection: Connection, life: usize, client: usize) -> Tried {
    let mut tried = Tried::default();
    for number in 0.. {
        let person = Person {
            email: format!("person{life}.{client}.{number}@example.com"),
            password: format!("violet {life} harbour {client} kettle {number}"),
        };
        match connection.post("/signup", &person.email, &person.password) {
            Some(303) => tried.acknowledged.push(person),
            Some(status) => panic!("{person:?} is answered with {status}"),
            None => {
                tried.unanswered.push(person);
                break;
            }
        }
    }
    tried
}

fn a_while() -> Duration {
    let random = u64::from(getrandom::u32().expect("randomness"));
    Duration::from_millis(SHORTEST_LIFE + random % (LONGEST_LIFE - SHORTEST_LIFE + 1))
}

fn emails(database: &TestDatabase, query: &str) -> Vec<String> {
    database.texts(query).into_iter().flatten().collect()
}

/// Asserts that every acknowledged sign-up is in the users table, that no account is there twice or incomplete, and
/// that there are no other accounts. Returns the members, and how many of them got no answer.
fn check_register(database: &TestDatabase, tried: Tried) -> (Vec<Person>, usize) {
    // Read the table, not the index: a broken index would hide duplicates.
    let register = emails(database, "SELECT email AS value FROM users");
    let there: HashSet<&str> = register.iter().map(String::as_str).collect();
    assert_eq!(there.len(), register.len(), "an address is in the register twice");
    let (mut members, lost): (Vec<Person>, Vec<Person>) =
        tried.acknowledged.into_iter().partition(|person| there.contains(person.email.as_str()));
    assert!(lost.is_empty(), "acknowledged, and not in the register: {lost:?}");
    let acknowledged = members.len();
    members.extend(tried.unanswered.into_iter().filter(|person| there.contains(person.email.as_str())));
    assert_eq!(members.len(), register.len(), "somebody is in the register whom nobody signed up");
    let halfway = emails(
        database,
        "SELECT email AS value FROM users WHERE
            (SELECT count(*) FROM sessions WHERE user_id = users.id) <> 1 OR
            (SELECT count(*) FROM events WHERE subject_id = users.id AND kind = 'signed_up') <> 1",
    );
    assert!(halfway.is_empty(), "signed up without session or event: {halfway:?}");
    let unanswered = members.len() - acknowledged;
    (members, unanswered)
}

fn check_log_ins(url: &str, members: &[Person]) {
    thread::scope(|scope| {
        for share in members.chunks(members.len().div_ceil(CLIENTS)) {
            scope.spawn(move || {
                let mut connection = Connection::open(url).expect("a connection");
                for person in share {
                    let status = connection.post("/login", &person.email, &person.password);
                    assert_eq!(status, Some(303), "{person:?} logs in");
                }
            });
        }
    });
}

fn check_database(database: &TestDatabase) {
    let orphans = "sessions LEFT JOIN users ON users.id = sessions.user_id WHERE users.id IS NULL";
    assert_eq!(database.count(orphans), 0, "sessions of nobody");
    // PostgreSQL has no such checks, and its files belong to its own server, which was not killed.
    if database.is_sqlite() {
        let faults = database.texts("SELECT integrity_check AS value FROM pragma_integrity_check");
        assert_eq!(faults, [Some("ok".to_owned())]);
        let orphans = database.texts("SELECT \"table\" AS value FROM pragma_foreign_key_check");
        assert!(orphans.is_empty(), "foreign keys that lead nowhere, in {orphans:?}");
    }
}

#[test]
#[ignore = "takes a minute: ask for it by its name"]
fn an_acknowledged_sign_up_outlives_every_kill() {
    let kills = std::env::var(SETTING)
        .map_or(KILLS, |text| text.parse().unwrap_or_else(|_| panic!("{SETTING}={text}")));
    let program = Program::new()
        .with("FRONTDESK_RATE_LIMITS__ENABLED", "false")
        .with("FRONTDESK_HASHING__LONGEST_WAIT_MS", "60000")
        .with("FRONTDESK_LOG__LEVEL", "warn");
    let mut tried = Tried::default();
    let mut longest_start = Duration::ZERO;
    let mut server = program.serve();
    for life in 0..kills {
        server = thread::scope(|scope| {
            let clients: Vec<_> = (0..CLIENTS)
                .map(|client| {
                    let connection = Connection::open(&server.url).expect("a connection");
                    scope.spawn(move || sign_up_until_the_end(connection, life, client))
                })
                .collect();
            thread::sleep(a_while());
            let output = server.output();
            let killed = Instant::now();
            let end = server.kill();
            assert_eq!(end.signal(), KILLED, "it ended by itself, {end}: {output}");
            let next = program.serve();
            longest_start = longest_start.max(killed.elapsed());
            for client in clients {
                let one = client.join().expect("a client");
                tried.acknowledged.extend(one.acknowledged);
                tried.unanswered.extend(one.unanswered);
            }
            next
        });
    }
    let acknowledged = tried.acknowledged.len();
    assert!(
        acknowledged >= kills.max(1),
        "{kills} kills met {acknowledged} sign-ups: too few to tell anything"
    );
    let (members, unanswered) = check_register(&program.database, tried);
    check_log_ins(&server.url, &members);
    assert!(server.terminate().success());
    check_database(&program.database);
    println!(
        "{kills} kills, {acknowledged} sign-ups acknowledged, {unanswered} unacknowledged that are there \
         nevertheless, longest start {:.2} s",
        longest_start.as_secs_f64()
    );
    assert!(longest_start < LONGEST_START, "a start after a kill took {longest_start:?}");
}
