//! Three processes on one database behind a balancer. One after the other is killed under load and replaced: sessions
//! continue, no acknowledged account is lost, each mail arrives, and the rate limits hold for all together.

use std::collections::HashMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use crate::harness::{Balancer, Connection, PASSWORD, Program, SmtpServer, curl, session_of};

const NODES: usize = 3;

/// Attempts of one client, of which one comes back each minute.
const BURST: usize = 20;

/// How long the load lasts before each kill, and after the last.
const BETWEEN_KILLS: Duration = Duration::from_secs(1);

/// Posts a form as the client with this address, on a connection of its own. `None` if there is no answer.
fn post(url: &str, client: &str, path: &str, email: &str, password: &str) -> Option<u16> {
    let fields = [("email", email), ("password", password)];
    let body: String = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
    let request = format!(
        "POST {path} HTTP/1.1\r\nHost: localhost\r\nX-Forwarded-For: {client}\r\nConnection: close\r\n\
         Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    );
    Connection::open(url).ok()?.exchange(request.as_bytes())
}

/// Signs up people, each from a network of their own, and returns the addresses that were acknowledged.
fn sign_up(url: &str, thread: usize, stop: &AtomicBool) -> Vec<String> {
    let mut acknowledged = Vec::new();
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let email = format!("person{thread}.{number}@example.com");
        let client = format!("10.{thread}.{}.{}", number / 250, number % 250 + 1);
        match post(url, &client, "/signup", &email, PASSWORD) {
            Some(303) => acknowledged.push(email),
            // The node was killed before it answered.
            None => {}
            Some(status) => panic!("{email} is answered with {status}"),
        }
    }
    acknowledged
}

/// Guesses passwords from one client until the end, and returns how many were not refused.
fn guess(url: &str, stop: &AtomicBool) -> usize {
    let mut checked = 0;
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let unknown = format!("unknown{number}@example.com");
        match post(url, "203.0.113.9", "/login", &unknown, "a wrong guess") {
            Some(422) => checked += 1,
            Some(429) | None => {}
            Some(status) => panic!("a guess is answered with {status}"),
        }
        thread::sleep(Duration::from_millis(10));
    }
    checked
}

#[test]
#[ignore = "starts six servers, and takes a quarter of a minute"]
fn three_processes_behave_as_one_while_each_is_killed() {
    let mail = SmtpServer::start();
    let program = Program::new()
        .with("FRONTDESK_MAIL__TRANSPORT", "smtp")
        .with("FRONTDESK_MAIL__SMTP_URL", &mail.url)
        .with("FRONTDESK_MAIL__FROM", "frontdesk@example.org")
        .with("FRONTDESK_TRUSTED_PROXIES", "[\"127.0.0.1\"]")
        .with("FRONTDESK_RATE_LIMITS__CLIENT_BURST", &BURST.to_string())
        .with("FRONTDESK_RATE_LIMITS__CLIENT_PER_MINUTE", "1");
    let mut nodes: Vec<_> = (0..NODES).map(|_| program.serve()).collect();
    let balancer = Balancer::start(&nodes.iter().map(|node| node.port()).collect::<Vec<_>>());

    let alice = format!("email=alice@example.com&password={PASSWORD}");
    let answer = curl(&[&format!("{}/signup", balancer.url), "-d", &alice]);
    let cookie = format!("session={}", session_of(&answer));
    let is_logged_in = |url: &str| {
        let page = curl(&[&format!("{url}/account"), "-b", &cookie]);
        page.starts_with("HTTP/1.1 200") && page.contains("alice@example.com")
    };

    let (stop, began) = (Arc::new(AtomicBool::new(false)), Instant::now());
    let clients: Vec<_> = (0..2)
        .map(|number| {
            let (url, stop) = (balancer.url.clone(), stop.clone());
            thread::spawn(move || sign_up(&url, number, &stop))
        })
        .collect();
    let guesser = {
        let (url, stop) = (balancer.url.clone(), stop.clone());
        thread::spawn(move || guess(&url, &stop))
    };
    for number in 0..NODES {
        thread::sleep(BETWEEN_KILLS);
        let old = nodes.remove(0);
        let port = old.port();
        old.kill();
        for _ in 0..NODES {
            assert!(is_logged_in(&balancer.url), "after kill {number}");
        }
        nodes.push(program.serve());
        balancer.replace(port, nodes[NODES - 1].port());
    }
    thread::sleep(BETWEEN_KILLS);
    stop.store(true, Ordering::Relaxed);
    let acknowledged: Vec<String> =
        clients.into_iter().flat_map(|client| client.join().expect("sign-ups")).collect();
    let checked = guesser.join().expect("guesses");
    println!("{} sign-ups, {checked} guesses, {:.1} s", acknowledged.len(), began.elapsed().as_secs_f64());

    for node in &nodes {
        assert!(is_logged_in(&node.url), "at each node");
    }
    let database = &program.database;
    let there = database.texts("SELECT email AS value FROM users");
    for email in &acknowledged {
        assert!(there.contains(&Some(email.clone())), "{email} is lost");
    }
    assert!(acknowledged.len() > 2 * NODES, "{acknowledged:?}");
    // Each kill may lose the answer to one guess. On SQLite each process has limits of its own.
    let came_back = usize::try_from(began.elapsed().as_secs()).expect("few") / 60;
    let most = if database.is_sqlite() { 2 * NODES * (BURST + came_back) } else { BURST + came_back };
    assert!((BURST - NODES..=most).contains(&checked), "{checked} guesses were checked, of at most {most}");

    // As if the leases of the killed processes were over.
    database.execute(
        "UPDATE mails SET next_attempt_at = '2020-01-01 00:00:00' WHERE next_attempt_at IS NOT NULL",
    );
    let waiting = "SELECT count(*) AS value FROM mails WHERE next_attempt_at IS NOT NULL";
    let waiting = waiting
        .replace("count(*)", if database.is_sqlite() { "CAST(count(*) AS TEXT)" } else { "count(*)::text" });
    let begin = Instant::now();
    while database.texts(&waiting) != [Some("0".to_owned())] {
        assert!(begin.elapsed() < Duration::from_secs(60), "mail waits");
        thread::sleep(Duration::from_millis(100));
    }
    let mut ids: HashMap<String, Vec<String>> = HashMap::new();
    for mail in mail.received() {
        ids.entry(mail.to).or_default().push(mail.id);
    }
    assert_eq!(ids.len(), there.len(), "each account has a mail");
    let twice: Vec<_> = ids.values().filter(|ids| ids.len() > 1).collect();
    // A process that dies between the mail server's answer and its own commit cannot know of the answer. The second copy
    // has the Message-ID of the first.
    assert!(twice.len() <= NODES && twice.iter().all(|ids| ids.iter().all(|id| *id == ids[0])), "{twice:?}");
}
