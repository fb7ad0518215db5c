//! The application in this process, with cheap hashing and a clock that a test can move.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use frontdesk::accounts::{Accounts, Clock};
use frontdesk::app::{self, Parts, Settings};
use frontdesk::config::{Config, Layers, Secret};
use rocket::local::asynchronous::Client;
use rocket::{Build, Rocket};
use time::{Duration, OffsetDateTime};

use super::{Browser, Mail, TestDatabase, mails_in};

/// A password that the policy accepts.
pub const PASSWORD: &str = "violet harbour kettle";

pub struct App {
    pub database: Arc<TestDatabase>,
    pub accounts: Accounts,
    pub client: Client,
    later_by: Arc<AtomicI64>,
}

impl App {
    pub async fn new() -> Self {
        Self::with(|_| {}).await
    }

    /// An application with other settings than in most tests.
    pub async fn with(change: impl FnOnce(&mut Config)) -> Self {
        Self::on(Arc::new(TestDatabase::new()), change).await
    }

    /// One worker, slow enough that other requests find it busy, and a queue without places.
    pub async fn with_one_slow_worker() -> Self {
        Self::with(|config| {
            config.hashing.memory_kib = 65_536;
            config.hashing.passes = 12;
            config.hashing.workers = 1;
            config.hashing.queue_depth = 0;
            config.hashing.longest_wait_ms = 1_500;
        })
        .await
    }

    /// Five attempts for each client, and three for each address by all clients together; one attempt is refilled each
    /// minute.
    pub async fn with_tight_limits() -> Self {
        Self::with(|config| {
            config.rate_limits.enabled = true;
            config.rate_limits.client_burst = 5;
            config.rate_limits.client_per_minute = 1;
            config.rate_limits.address_burst = 3;
            config.rate_limits.address_per_minute = 1;
        })
        .await
    }

    /// An application on an existing database: a second process, or the same process after a restart.
    pub async fn on(database: Arc<TestDatabase>, change: impl FnOnce(&mut Config)) -> Self {
        let mut config = Self::config(&database);
        change(&mut config);

        let later_by = Arc::new(AtomicI64::new(0));
        let (rocket, accounts) = Self::built(&config, later_by.clone()).await;
        let client = Client::untracked(rocket).await.unwrap_or_else(|error| panic!("{error}"));
        Self { database, accounts, client, later_by }
    }

    fn config(database: &TestDatabase) -> Config {
        let mut config = Config {
            data_dir: database.folder.path().to_owned(),
            database_url: Some(Secret(database.url.clone())),
            ..Config::default()
        };
        config.database.prepared_statements = database.has_prepared_statements();
        config.hashing.memory_kib = 64;
        config.hashing.passes = 1;
        config.hashing.lanes = 1;
        config.hashing.longest_wait_ms = 60_000;
        config.rate_limits.enabled = false;
        config
    }

    /// The application for a listener, and its database, which must live as long.
    pub async fn to_launch() -> (Rocket<Build>, TestDatabase) {
        let database = TestDatabase::new();
        let (rocket, _) = Self::built(&Self::config(&database), Arc::default()).await;
        (rocket, database)
    }

    async fn built(config: &Config, later_by: Arc<AtomicI64>) -> (Rocket<Build>, Accounts) {
        let clock = Clock::from_fn(move || {
            OffsetDateTime::now_utc() + Duration::seconds(later_by.load(Ordering::Relaxed))
        });
        let figment = Layers::read(None).expect("the repository's own settings").figment;
        let settings = Settings::read(&figment, config).unwrap_or_else(|error| panic!("{error}"));
        let built = app::build(&settings).unwrap_or_else(|error| panic!("{error}"));
        let Parts { mailer, frontends } = built;
        let accounts = app::accounts(&settings, mailer, clock).unwrap_or_else(|error| panic!("{error}"));
        accounts.tokens().prepare().await.unwrap_or_else(|error| panic!("{error}"));
        (app::rocket(figment, frontends, settings.monitoring, accounts.clone()), accounts)
    }

    /// Moves the clock forward.
    pub fn later(&self, by: Duration) {
        self.later_by.fetch_add(by.whole_seconds(), Ordering::Relaxed);
    }

    /// A new browser.
    pub fn browser(&self) -> Browser<'_> {
        Browser::new(&self.client)
    }

    /// The browser of a member who has just signed up.
    pub async fn member(&self, email: &str) -> Browser<'_> {
        let mut browser = self.browser();
        let answer = browser.sign_up(email, PASSWORD).await;
        assert_eq!((answer.status, answer.location()), (303, Some("/account")), "signing up {email}");
        browser
    }

    /// The browser of a member who signed up and became an administrator.
    pub async fn administrator(&self, email: &str) -> Browser<'_> {
        let browser = self.member(email).await;
        self.database.execute(&format!("UPDATE users SET is_admin = {} WHERE email = '{email}'", self.yes()));
        browser
    }

    /// Sends all mail that is due, and returns the mails to this address so far, the oldest first.
    pub async fn mail_to(&self, email: &str) -> Vec<Mail> {
        self.accounts.outbox().send_due(|| true).await.expect("an outbox");
        mails_in(self.database.folder.path()).into_iter().filter(|mail| mail.to == email).collect()
    }

    /// The last mail to this address whose subject begins with this text.
    pub async fn last_mail_to(&self, email: &str, subject: &str) -> Mail {
        let mails = self.mail_to(email).await;
        let subjects: Vec<String> = mails.iter().map(|mail| mail.subject.clone()).collect();
        let last = mails.into_iter().next_back().filter(|mail| mail.subject.starts_with(subject));
        last.unwrap_or_else(|| panic!("{email} has {subjects:?}"))
    }

    pub fn users(&self) -> usize {
        self.database.count("users")
    }

    pub fn id_of(&self, email: &str) -> i64 {
        self.database
            .texts(&format!("SELECT CAST(id AS TEXT) AS value FROM users WHERE email = '{email}'"))
            .first()
            .and_then(|id| id.as_deref()?.parse().ok())
            .unwrap_or_else(|| panic!("{email} is not in the register"))
    }

    /// The kinds of all events except refusals, the oldest first. Refusals are recorded after their answer.
    pub fn events(&self) -> Vec<String> {
        self.kinds("NOT IN")
    }

    /// The kinds of the refusals in the audit trail, as soon as there are `number` of them.
    pub async fn refusals(&self, number: usize) -> Vec<String> {
        let started = std::time::Instant::now();
        loop {
            let kinds = self.kinds("IN");
            if kinds.len() >= number {
                return kinds;
            }
            assert!(started.elapsed() < std::time::Duration::from_secs(30), "{number} refusals: {kinds:?}");
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    }

    fn kinds(&self, which: &str) -> Vec<String> {
        let refusals = "('rate_limited', 'access_denied', 'cross_site_refused')";
        let query = format!("SELECT kind AS value FROM events WHERE kind {which} {refusals} ORDER BY id");
        self.database.texts(&query).into_iter().flatten().collect()
    }

    fn yes(&self) -> &'static str {
        if self.database.is_sqlite() { "1" } else { "TRUE" }
    }
}
