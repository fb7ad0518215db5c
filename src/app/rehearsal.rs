//! Rehearses a restore: takes a back-up into use in this process, and does what people do with it. Nothing of it is
//! reachable from outside, no mail is sent, and the database in use is not touched.

use std::time::{Duration, Instant};

use rocket::figment::Figment;
use rocket::http::{ContentType, Header, Status};
use rocket::local::asynchronous::{Client, LocalResponse};
use rocket::{Build, Rocket};
use tracing::instrument::WithSubscriber;
use tracing::subscriber::NoSubscriber;

use super::build::{self, Parts};
use super::detached::detached;
use super::settings::Settings;
use crate::accounts::{Accounts, Clock, SignUpError};
use crate::backup::Scratch;
use crate::config::Config;
use crate::domain::Password;
use crate::mail::TransportSettings;
use crate::password_hashing::{Parameters, Wanted};

/// A check that has passed.
#[derive(Clone, Debug)]
pub struct Check {
    pub name: &'static str,
    pub found: String,
    pub took: Duration,
}

#[derive(Debug, thiserror::Error)]
#[error("{check}: {reason}")]
pub struct RehearsalError {
    /// The check that has failed.
    pub check: &'static str,
    pub reason: String,
}

fn failed(check: &'static str) -> impl Fn(String) -> RehearsalError {
    move |reason| RehearsalError { check, reason }
}

/// The checks, and those that have passed so far.
struct Checks<'a> {
    passed: &'a mut (dyn FnMut(Check) + Send),
    since: Instant,
}

impl Checks<'_> {
    fn pass(&mut self, name: &'static str, found: impl Into<String>) {
        let check = Check { name, found: found.into(), took: self.since.elapsed() };
        self.since = Instant::now();
        (self.passed)(check);
    }
}

/// Checks the unpacked database, migrates it, decrypts the secrets in it, renders pages and logs a disposable account in.
/// Tells `passed` of each check. The log has no lines of all this.
///
/// # Errors
///
/// Names the first check that fails, and what to do.
pub async fn rehearse(
    figment: &Figment,
    config: &Config,
    scratch: Scratch,
    passed: &mut (dyn FnMut(Check) + Send),
) -> Result<(), RehearsalError> {
    let work = run(figment.clone(), config.clone(), scratch, passed);
    work.with_subscriber(NoSubscriber::default()).await
}

async fn run(
    figment: Figment,
    config: Config,
    scratch: Scratch,
    passed: &mut (dyn FnMut(Check) + Send),
) -> Result<(), RehearsalError> {
    let mut checks = Checks { passed, since: Instant::now() };
    let (scratch, sound) = on_a_thread("integrity", move || {
        let sound = check_database(&scratch);
        (scratch, sound)
    })
    .await?;
    checks.pass("integrity", sound?);

    let (scratch, ready) = on_a_thread("migrations", move || {
        let ready = stand_up(&figment, &config, &scratch);
        (scratch, ready)
    })
    .await?;
    let (rocket, accounts, host) = ready?;
    let host = Header::new("Host", host);
    checks.pass("migrations", "the tables are up to date");

    let keys = accounts.tokens().verify_stored_keys().await.map_err(|error| {
        failed("secrets")(format!(
            "{error}. A back-up without the secrets file that belongs to it restores accounts, but no signing keys"
        ))
    })?;
    checks
        .pass("secrets", if keys == 1 { "1 signing key".to_owned() } else { format!("{keys} signing keys") });

    let client =
        Client::untracked(rocket).await.map_err(|error| failed("pages")(error.kind().to_string()))?;
    for path in ["/", "/login"] {
        let answer = client.get(path).header(host.clone()).dispatch().await;
        expect("pages", path, &answer, Status::Ok)?;
    }
    checks.pass("pages", "the front page and the log-in form");

    log_in(&client, &accounts, host).await?;
    checks.pass("log-in", "a disposable account is logged in");
    drop((client, accounts));
    drop(scratch);
    Ok(())
}

async fn on_a_thread<T: Send + 'static>(
    check: &'static str,
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, RehearsalError> {
    let quiet = move || tracing::subscriber::with_default(NoSubscriber::default(), work);
    detached(quiet).await.map_err(|error| failed(check)(error.to_string()))
}

fn check_database(scratch: &Scratch) -> Result<String, RehearsalError> {
    let mut wrong = scratch.faults().map_err(|error| failed("integrity")(error.to_string()))?;
    wrong.extend(scratch.differing_counts().map_err(|error| failed("integrity")(error.to_string()))?);
    match wrong.is_empty() {
        true => Ok(scratch.manifest.as_ref().map(|manifest| manifest.summary()).unwrap_or_default()),
        false => Err(failed("integrity")(format!("{}; use another back-up", wrong.join("; ")))),
    }
}

/// A server on the unpacked database, with the settings of this one; and its host.
fn stand_up(
    figment: &Figment,
    config: &Config,
    scratch: &Scratch,
) -> Result<(Rocket<Build>, Accounts, String), RehearsalError> {
    let refused = |error: &dyn std::fmt::Display| failed("migrations")(error.to_string());
    let mut settings = Settings::read(figment, config).map_err(|error| refused(&error))?;
    settings.database_url = scratch.url.clone();
    settings.database_connections = 2;
    settings.data_dir = scratch.folder.clone();
    // Building it may take long, and it is no part of a back-up.
    settings.blocklist = None;
    // No sender runs; and if one did, no mail would leave the folder.
    settings.mail.transport = TransportSettings::File(scratch.folder.join("mail"));
    // One cheap hash: the server that makes back-ups needs its memory and its cores for its visitors.
    settings.hashing.parameters = Parameters::new(64, 1, 1).map_err(|error| refused(&error))?;
    settings.hashing.wanted = Wanted { workers: Some(1), threads: Some(1), cores: 1 };
    settings.accounts.rate_limits = None;
    let Parts { mailer, frontends } = build::build(&settings).map_err(|error| refused(&error))?;
    let accounts = build::accounts(&settings, mailer, Clock::system()).map_err(|error| refused(&error))?;
    let host = settings.public_url.authority().to_owned();
    // Where there is no logger yet, Rocket would install its own, and tell all of this.
    let figment = figment.clone().merge(("log_level", "off"));
    Ok((super::rocket(figment, frontends, settings.monitoring, accounts.clone()), accounts, host))
}

/// Creates an account, which only the unpacked database has, and logs it in as a browser does.
async fn log_in(client: &Client, accounts: &Accounts, host: Header<'static>) -> Result<(), RehearsalError> {
    let refused = failed("log-in");
    let random = || {
        let mut octets = [0; 16];
        getrandom::fill(&mut octets).map_err(|error| refused(error.to_string()))?;
        Ok::<_, RehearsalError>(octets.iter().map(|octet| format!("{octet:02x}")).collect::<String>())
    };
    let (email, password) = (format!("rehearsal-{}@example.com", random()?), random()?);
    // An administrator, because no setting keeps one out whose address is not confirmed.
    accounts.create_administrator(&email, Password::typed(&password)).await.map_err(|error| match error {
        SignUpError::Failure(failure) => refused(failure.to_string()),
        _ => refused("the disposable account is refused".to_owned()),
    })?;
    let form = client
        .post("/login")
        .header(host.clone())
        .header(ContentType::Form)
        .body(format!("email={}&password={password}", email.replace('@', "%40")));
    let answer = form.dispatch().await;
    expect("log-in", "/login", &answer, Status::SeeOther)?;
    let cookies: Vec<&str> =
        answer.headers().get("Set-Cookie").filter_map(|cookie| cookie.split(';').next()).collect();
    let account = client.get("/account").header(host).header(Header::new("Cookie", cookies.join("; ")));
    expect("log-in", "/account", &account.dispatch().await, Status::Ok)
}

fn expect(
    check: &'static str,
    path: &str,
    answer: &LocalResponse<'_>,
    wanted: Status,
) -> Result<(), RehearsalError> {
    match answer.status() {
        status if status == wanted => Ok(()),
        status => Err(failed(check)(format!(
            "{path} is answered with {status}; start a server on a restored copy, and read its log"
        ))),
    }
}
