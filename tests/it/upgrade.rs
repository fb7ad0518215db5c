//! An upgrade from earlier schemas keeps the data of users: accounts, sessions, tokens, links and waiting mail.
//!
//! The rows are in `fixtures/upgrade/`, as a release of that time wrote them: each file has the rows that can exist
//! after the migration of the same name. Release 0.1.0 had only `2026-11-22-000000_accounts`; `2026-11-25-000000_mail`
//! is the last schema in which signing keys are in clear. A migration that creates a table needs a file, and a use of
//! its rows here.

use std::path::Path;
use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jsonwebtoken::{Algorithm, EncodingKey, Header, encode};
use regex::{Captures, Regex};
use serde_json::json;
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use crate::harness::{App, Browser, PASSWORD, TestDatabase};

/// The hash of [`PASSWORD`], with the cost that the tests use.
const HASH: &str =
    "$argon2id$v=19$m=64,t=1,p=1$apCEzxCl+oLYLpWPYlOjlA$9ibN3sABzz895URP7wQAWMqYDZ1O36vv5+ayYZvWZh4";

/// An Ed25519 key in PKCS #8, and the thumbprint of its public key.
const KEY: &str =
    "302e020100300506032b65700422042004f16a209be728a4759f338791460e7d248cd01cbbb397e2fd6bdc75a924a487";
const KEY_ID: &str = "bioHOSw5LHSIoFIIPd9CYg0KprkngDS96jSxKFpdY3k";

fn sha256(of: &[u8]) -> Vec<u8> {
    Sha256::digest(of).to_vec()
}

fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

/// The token with this name, as a cookie or a link contains it.
fn token(name: &str) -> String {
    URL_SAFE_NO_PAD.encode(sha256(name.as_bytes()))
}

/// The SQL for the rows that can exist from this migration on, if there are any.
fn fixture(migration: &str) -> Option<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/upgrade");
    std::fs::read_to_string(folder.join(migration).with_extension("sql")).ok()
}

fn add_rows(database: &TestDatabase, migration: &str, now: OffsetDateTime) {
    let Some(sql) = fixture(migration) else { return };
    let fill = |found: &Captures<'_>| match (&found[1], found.get(2).map(|name| name.as_str())) {
        ("now", None) => format!("{} {:02}:{:02}:{:02}", now.date(), now.hour(), now.minute(), now.second()),
        ("hash", None) => HASH.to_owned(),
        ("key", None) => KEY.to_owned(),
        ("key id", None) => KEY_ID.to_owned(),
        ("token", Some(name)) => hex(&sha256(&sha256(name.as_bytes()))),
        ("sha256", Some(text)) => hex(&sha256(text.as_bytes())),
        _ => panic!("{migration}: {}", &found[0]),
    };
    let sql = Regex::new(r"\{([a-z0-9 ]+)(?::([a-z -]+))?\}").expect("a pattern").replace_all(&sql, fill);
    match database.is_sqlite() {
        true => database.execute(&sql),
        false => database.execute(&sql.replace("x'", "'\\x")),
    }
}

/// A database as the release left it whose last migration is this one.
fn database(last: &str) -> TestDatabase {
    let now = OffsetDateTime::now_utc() - time::Duration::MINUTE;
    TestDatabase::migrated(|name| name <= last, |database, name| add_rows(database, name, now))
}

/// This empty database with rows in every table, on the latest schema.
pub fn with_every_table(database: TestDatabase) -> TestDatabase {
    let now = OffsetDateTime::now_utc() - time::Duration::MINUTE;
    database.with_migrations(|_| true, |database, name| add_rows(database, name, now))
}

fn with_cookie<'a>(app: &'a App, name: &str, value: &str) -> Browser<'a> {
    let mut browser = app.browser();
    browser.cookies.insert(name.into(), token(value));
    browser
}

async fn log_in(app: &App, email: &str) -> u16 {
    app.browser().log_in(email, PASSWORD).await.status
}

async fn follow(app: &App, link: &str) -> u16 {
    app.browser().post("/confirm", &[("token", &token(link))]).await.status
}

#[rocket::async_test]
async fn what_people_have_goes_on_after_an_upgrade() {
    // A schema without a fixture adds no rows, and its migration runs in any case.
    for last in TestDatabase::migrations().into_iter().filter(|name| fixture(name).is_some()) {
        println!("from {last}");
        let database = Arc::new(database(&last));
        // Each part has rows from its migration on.
        let had = |migration: &str| {
            assert!(fixture(migration).is_some(), "{migration} has no rows");
            *last >= *migration
        };
        let app = App::on(database, |_| {}).await;
        sessions_and_log_ins(&app).await;
        assert_eq!(app.database.count("users WHERE terms_accepted_at IS NOT NULL"), 0, "nobody was asked");
        assert_eq!(app.database.count("users WHERE name IS NOT NULL"), 0, "nobody has given one");
        if had("2026-11-22-200000_programs") {
            programs(&app).await;
        }
        if had("2026-11-22-220000_closing") {
            let mut carl = app.browser();
            assert_eq!(carl.log_in("carl@example.com", PASSWORD).await.status, 303);
            assert!(carl.is_logged_in().await, "the account is open again");
        }
        if had("2026-11-25-000000_mail") {
            known_devices(&app).await;
            links(&app).await;
            waiting_mail(&app).await;
        }
    }
}

async fn sessions_and_log_ins(app: &App) {
    let mut root = with_cookie(app, "session", "root browser");
    assert_eq!(root.get("/admin/users").await.status, 200);
    let mut alice = with_cookie(app, "session", "alice browser");
    assert!(alice.get("/account").await.texts("dd").contains(&"Alice@example.com".to_owned()));
    assert!(!with_cookie(app, "session", "dora browser").is_logged_in().await, "she is disabled");
    for email in ["root@example.org", "alice@example.com", "uma@example.com"] {
        assert_eq!(log_in(app, email).await, 303, "{email}");
    }
    assert_eq!(log_in(app, "dora@example.com").await, 422);
}

/// An access token as release 0.1 signed it, for Alice and her program.
fn access_token(app: &App) -> String {
    let number = |query: &str| app.database.texts(query).remove(0).expect("a number");
    let now = OffsetDateTime::now_utc().unix_timestamp();
    let claims = json!({
        "iss": "http://localhost:8000",
        "sub": number("SELECT CAST(id AS TEXT) AS value FROM users WHERE email_key = 'alice@example.com'"),
        "aud": "http://localhost:8000",
        "exp": now + 600,
        "iat": now,
        "jti": token("access token"),
        "sid": number("SELECT CAST(id AS TEXT) AS value FROM sessions WHERE refresh_digest IS NOT NULL"),
    });
    let header =
        Header { typ: Some("at+jwt".into()), kid: Some(KEY_ID.into()), ..Header::new(Algorithm::EdDSA) };
    let octets = (0..KEY.len()).step_by(2).map(|at| u8::from_str_radix(&KEY[at..at + 2], 16));
    let key: Vec<u8> = octets.collect::<Result<_, _>>().expect("hexadecimal digits");
    encode(&header, &claims, &EncodingKey::from_ed_der(&key)).expect("a token")
}

async fn programs(app: &App) {
    let me = app.browser().bearing(&access_token(app)).get("/users/me").await;
    assert_eq!(me.status, 401, "it names no client and no scope: its program has to refresh");
    let keys = app.browser().get("/.well-known/jwks.json").await.json();
    assert_eq!(keys["keys"][0]["kid"], KEY_ID, "services know it");
    assert_eq!(app.database.count("signing_keys WHERE sealed_by IS NULL"), 0, "no key is in clear");

    let old = format!("{}.{}", token("program"), token("program turn"));
    let (access, refresh) = app.browser().refresh(&old).await.tokens();
    let me = app.browser().bearing(&access).get("/users/me").await;
    assert_eq!((me.status, me.json_text("/email").as_str()), (200, "Alice@example.com"));
    assert_eq!(app.browser().refresh(&refresh).await.status, 200);
    assert_eq!(app.browser().refresh(&old).await.status, 400, "it is good once");

    let repeated = json!({ "email": "ivy@example.com", "password": PASSWORD }).to_string();
    let mut program = app.browser().header("Idempotency-Key", "repeated");
    assert_eq!(program.post_json("/users/signup", &repeated).await.status, 201, "it is done once");
}

async fn known_devices(app: &App) {
    assert_eq!(log_in(app, "lena@example.com").await, 422, "her account is locked");
    let mut own = with_cookie(app, "device", "lena device");
    assert_eq!(own.log_in("lena@example.com", PASSWORD).await.status, 303);
}

async fn links(app: &App) {
    let mut uma = app.browser();
    uma.log_in("uma@example.com", PASSWORD).await;
    assert!(uma.get("/account").await.has("#unverified"));
    assert_eq!(follow(app, "verification link").await, 303);
    assert!(!uma.get("/account").await.has("#unverified"));
    assert!(!with_cookie(app, "session", "alice browser").get("/account").await.has("#unverified"));

    let new_password = "copper meadow thistle";
    let fields = [("token", &*token("reset link")), ("new_password", new_password)];
    assert_eq!(app.browser().post("/password-reset/new", &fields).await.status, 303);
    assert_eq!(app.browser().log_in("rita@example.com", new_password).await.status, 303);

    assert_eq!(follow(app, "change link").await, 303);
    assert_eq!(log_in(app, "erin@example.org").await, 303);

    assert_eq!(app.browser().sign_up("olga@example.com", PASSWORD).await.status, 409, "it is held");
    assert_eq!(follow(app, "undo link").await, 303);
    assert_eq!(app.database.count("users WHERE email_key = 'olga@example.com'"), 1);

    assert_eq!(follow(app, "sign-up link").await, 303);
    assert_eq!(log_in(app, "paul@example.com").await, 303);
    for link in ["verification link", "change link", "undo link", "sign-up link"] {
        assert_eq!(follow(app, link).await, 410, "{link}: it is good once");
    }
}

async fn waiting_mail(app: &App) {
    let notice = app.last_mail_to("Alice@example.com", "New log-in to your Frontdesk account").await;
    assert!(notice.text.contains("203.0.113.77"), "{}", notice.text);
    let locked = app.last_mail_to("lena@example.com", "Too many wrong passwords").await;
    assert_eq!(app.browser().post("/confirm", &[("token", &locked.token())]).await.status, 303);
    assert_eq!(log_in(app, "lena@example.com").await, 303);
}

#[test]
fn every_table_has_rows_before_the_upgrade() {
    let database = database("9999");
    let tables: Vec<&str> = include_str!("../../src/storage/schema.rs")
        .lines()
        .filter_map(|line| line.trim().strip_suffix(" (id) {"))
        // If there is an administrator, no set-up token is valid.
        .filter(|table| *table != "set_up_tokens")
        .collect();
    assert!(tables.len() > 8, "the test sees them: {tables:?}");
    for table in tables {
        assert!(
            database.count(table) > 0,
            "{table}: add rows to tests/it/fixtures/upgrade, and what they do here"
        );
    }
}
