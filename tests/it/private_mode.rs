//! Private mode: neither the content nor the time of an answer reveals whether an address is registered.

use std::time::{Duration as StdDuration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use time::Duration;

use crate::harness::{Answer, App, PASSWORD, Program};

const TAKEN: &str = "alice@example.com";
const FREE: &str = "bob@example.com";

/// An application in private mode in which Alice has an account.
async fn app() -> App {
    let app = App::with(|config| config.signup.private = true).await;
    confirm(&app, TAKEN).await;
    app
}

async fn confirm(app: &App, email: &str) {
    assert_eq!(app.browser().sign_up(email, PASSWORD).await.location(), Some("/check-mail"));
    let mail = app.last_mail_to(email, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.location(), Some("/login"));
}

/// The whole answer without the address that was typed and the date. The browser gets that address back in a cookie.
fn shown(answer: &Answer, email: &str) -> (u16, String, Vec<(String, String)>) {
    let carried = answer.cookie("carried").map(|cookie| cookie.value().to_owned());
    let carried = carried.filter(|value| !value.is_empty());
    let plain = carried.as_ref().map(|value| {
        let json = URL_SAFE_NO_PAD.decode(value).expect("base64");
        String::from_utf8(json).expect("a text").replace(email, "…")
    });
    let headers = answer.headers().filter(|(name, _)| *name != "Date").map(|(name, value)| {
        let value = match (&carried, &plain) {
            (Some(carried), Some(plain)) => value.replace(carried, plain),
            _ => value.to_owned(),
        };
        (name.to_owned(), value)
    });
    (answer.status, answer.body.replace("<wbr>", "").replace(email, "…"), headers.collect())
}

#[rocket::async_test]
async fn signing_up_is_answered_alike_and_only_the_owner_learns_more() {
    let app = app().await;
    let (mut taken, mut free) = (app.browser(), app.browser());
    let answers = (taken.sign_up(TAKEN, PASSWORD).await, free.sign_up(FREE, PASSWORD).await);
    assert_eq!((answers.0.status, answers.0.location()), (303, Some("/check-mail")));
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
    let pages = (taken.get("/check-mail").await, free.get("/check-mail").await);
    assert_eq!(shown(&pages.0, TAKEN), shown(&pages.1, FREE));

    let mail = app.last_mail_to(TAKEN, "You already have an account at Frontdesk").await;
    assert!(mail.text.contains("/login") && mail.text.contains("/password-reset"), "{}", mail.text);
    assert!(!mail.text.contains("token="), "there is no link that opens anything");
    let link = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().log_in(FREE, PASSWORD).await.status, 422, "not before the link");
    assert_eq!(app.users(), 1);
    let page = free.get(&link.link()).await;
    assert_eq!(page.text("h1").as_deref(), Some("Finish signing up"));
    assert_eq!(free.post("/confirm", &[("token", &link.token())]).await.location(), Some("/login"));
    assert_eq!(free.log_in(FREE, PASSWORD).await.status, 303);
    assert!(!free.get("/account").await.has("#unverified"));
}

#[rocket::async_test]
async fn mistakes_are_answered_alike() {
    let app = app().await;
    let answers =
        (app.browser().sign_up(TAKEN, "password").await, app.browser().sign_up(FREE, "password").await);
    assert_eq!(answers.0.status, 422, "the password is judged whoever it is");
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
}

#[rocket::async_test]
async fn programs_are_answered_alike() {
    let app = app().await;
    let body = |email| format!(r#"{{"email":"{email}","password":"{PASSWORD}"}}"#);
    let answers = (
        app.browser().post_json("/users/signup", &body(TAKEN)).await,
        app.browser().post_json("/users/signup", &body(FREE)).await,
    );
    assert_eq!(answers.0.status, 202);
    assert_eq!(answers.0.json_text("/detail"), "Check your email: a link is on its way.");
    assert_eq!(shown(&answers.0, TAKEN), shown(&answers.1, FREE));
    app.last_mail_to(TAKEN, "You already have an account").await;
    let mail = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &mail.token())]).await.status, 303);
    assert_eq!(app.browser().ask_for_tokens(FREE, PASSWORD).await.status, 200);
}

#[rocket::async_test]
async fn a_change_of_address_is_answered_alike() {
    let app = app().await;
    confirm(&app, FREE).await;
    let mut bob = app.browser();
    bob.log_in(FREE, PASSWORD).await;
    for new in [TAKEN, "free@example.com"] {
        let asked = bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        assert_eq!((asked.status, asked.location()), (303, Some("/account")), "{new}");
    }
    assert_eq!(app.mail_to(TAKEN).await.len(), 1, "an earlier change is withdrawn by a later one");
    bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", TAKEN)]).await;
    app.last_mail_to(TAKEN, "You already have an account at Frontdesk").await;
}

#[rocket::async_test]
async fn a_change_that_waits_looks_alike() {
    let app = app().await;
    confirm(&app, FREE).await;
    let mut bob = app.browser();
    bob.log_in(FREE, PASSWORD).await;
    for new in [TAKEN, "free@example.com"] {
        let seen = async |bob: &mut crate::harness::Browser<'_>| {
            let page = bob.get("/account").await;
            page.text("#pending-email").map(|text| text.replace(new, "…"))
        };
        bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        let asked = seen(&mut bob).await;
        assert!(asked.is_some(), "{new} waits to be sent");
        app.mail_to(new).await;
        assert_eq!(seen(&mut bob).await, asked, "{new} is sent");
        assert_eq!(bob.post("/account/email/resend", &[]).await.status, 303);
        app.mail_to(new).await;
        assert_eq!(seen(&mut bob).await, asked, "{new} is sent again");
        bob.post("/account/email/cancel", &[]).await;
        assert_eq!(seen(&mut bob).await, None, "{new} is cancelled");
        bob.post("/account/email", &[("current_password", PASSWORD), ("new_email", new)]).await;
        app.mail_to(new).await;
        app.later(Duration::hours(23));
        assert_eq!(seen(&mut bob).await, asked, "{new} lives for a day");
        app.later(Duration::hours(1));
        assert_eq!(seen(&mut bob).await, None, "{new} is too old");
    }
}

#[rocket::async_test]
async fn the_last_password_that_was_chosen_is_the_one_and_a_link_lives_for_a_day() {
    let app = app().await;
    app.browser().sign_up(FREE, PASSWORD).await;
    let first = app.last_mail_to(FREE, "Finish signing up").await;
    app.browser().sign_up(FREE, "copper meadow thistle").await;
    assert_eq!(
        app.browser().post("/confirm", &[("token", &first.token())]).await.status,
        410,
        "not even before the second mail is sent"
    );
    let second = app.last_mail_to(FREE, "Finish signing up").await;
    app.later(Duration::hours(24));
    assert_eq!(app.browser().get(&second.link()).await.status, 410);
    app.browser().sign_up(FREE, "quiet lantern meadow").await;
    let third = app.last_mail_to(FREE, "Finish signing up").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &third.token())]).await.status, 303);
    assert_eq!(app.browser().log_in(FREE, "copper meadow thistle").await.status, 422);
    assert_eq!(app.browser().log_in(FREE, "quiet lantern meadow").await.status, 303);
}

#[rocket::async_test]
async fn many_at_once_make_one_account() {
    let app = app().await;
    let attempts = (0..16).map(|_| {
        let mut browser = app.browser();
        async move { browser.sign_up(FREE, PASSWORD).await.status }
    });
    assert_eq!(rocket::futures::future::join_all(attempts).await, [303; 16]);
    let mail = app.last_mail_to(FREE, "Finish signing up").await;
    let attempts = (0..8).map(|_| {
        let (mut browser, token) = (app.browser(), mail.token());
        async move { browser.post("/confirm", &[("token", &token)]).await.status }
    });
    let done = rocket::futures::future::join_all(attempts).await;
    assert_eq!(done.iter().filter(|status| **status == 303).count(), 1, "{done:?}");
    assert_eq!(app.users(), 2);
    assert_eq!(app.database.count("pending_sign_ups"), 0);
}

#[rocket::async_test]
async fn what_is_never_followed_is_forgotten() {
    let app = app().await;
    app.browser().sign_up(FREE, PASSWORD).await;
    app.later(Duration::days(2));
    app.accounts.housekeeping().clean_up().await;
    assert_eq!(app.database.count("pending_sign_ups"), 0);
}

/// How many pairs are compared for each path.
const PAIRS: usize = 500;

/// A larger difference would occur by chance once in ten thousand comparisons.
const MOST_SIGMAS: f64 = 3.9;

/// Compares the response times of 500 interleaved pairs of a registered and a free address by Wilcoxon's signed-rank
/// test, which detects even a small difference if it is there each time. Sign-up and password reset are compared with
/// cheap hashes, because the usual cost would hide a difference. Log-in is compared with its usual cost, because it
/// does look up the account and count its failures, which takes some microseconds more.
#[test]
#[ignore = "takes minutes: cargo test --test it private_mode -- --ignored --nocapture"]
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
        .with("FRONTDESK_LOG", "warn");
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
        let took: StdDuration = begin.elapsed();
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
