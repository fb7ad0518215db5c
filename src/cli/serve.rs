//! `frontdesk serve`: the pages, until a signal.

use std::sync::Arc;
use std::time::Duration;

use rocket::figment::Figment;
use rocket::futures::future::join_all;
use rocket::local::asynchronous::Client;
use rocket::{Build, Rocket};
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tokio::time::MissedTickBehavior;

use super::log::{self, Writer};
use super::{CliError, memory, signals};
use crate::accounts::{Accounts, Clock, Failure, HashingStatus, Pruned};
use crate::app::{self, Settings};
use crate::config::{Config, Layers};
use crate::domain::{PublicUrl, Token};
use crate::listener::{self, Listener};

/// How often it is looked for what nobody needs any more.
const HOUSEKEEPING: Duration = Duration::from_secs(3_600);

/// How often it is looked for mail, and how many are sent at once.
const MAIL_ROUND: Duration = Duration::from_secs(1);
const SENDERS: usize = 4;

/// How often it is looked whether the database's file is still there.
const DATABASE_WATCH: Duration = Duration::from_millis(500);

/// After this a database that was away may be back.
const AFTER_TROUBLE: Duration = Duration::from_secs(10);

pub fn run(layers: Layers, config: &Config, settings: Settings) -> Result<(), CliError> {
    let log = log::start(config)?;
    log_sources(&layers);
    memory::keep_together();
    if settings.hashing.parameters.is_weak() {
        let parameters = settings.hashing.parameters;
        tracing::warn!("hashing with {parameters} is weaker than OWASP's minimum of m=19456,t=2");
    }
    let accounts = app::accounts(&settings, Clock::system())?;
    tell_hashing(&accounts.hashing_status());
    tell_mail(&accounts, &settings.doors.public_url);
    let url = settings.doors.public_url.clone();
    let (workers, blocking) = threads(&layers.figment, settings.database_connections);
    let rocket = app::rocket(layers.figment, settings.doors, accounts.clone());
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .max_blocking_threads(blocking)
        .enable_all()
        .build()
        .map_err(|error| CliError::Refused(format!("cannot start: {error}")))?
        .block_on(serve(rocket, accounts, settings.listener, url, log.writer()))
}

async fn serve(
    rocket: Rocket<Build>,
    accounts: Accounts,
    listener: listener::Settings,
    url: PublicUrl,
    output: Writer,
) -> Result<(), CliError> {
    let stop = signals::stop(rocket.figment());
    let listener = Listener::bind(listener).await.map_err(|reason| {
        CliError::Refused(format!("cannot listen: {reason}; choose another port with ROCKET_PORT"))
    })?;
    accounts.prepare_signing().await.map_err(cannot_start)?;
    let set_up = accounts.offer_set_up().await?;
    let client = Client::untracked(rocket)
        .await
        .map_err(|error| CliError::Refused(format!("cannot serve: {}", error.kind())))?;
    output.write_always(greeting(&url, set_up));
    let (stop_sending, stopped) = watch::channel(false);
    let senders: Vec<_> =
        (0..SENDERS).map(|_| tokio::spawn(send_mail(accounts.clone(), stopped.clone()))).collect();
    let house = [
        tokio::spawn(watch_database(accounts.clone())),
        tokio::spawn(keep_house(accounts)),
        tokio::spawn(memory::give_back()),
    ];
    let stop = async {
        stop.await;
        tracing::info!("shutting down: what was accepted is still answered");
    };
    listener.serve(Arc::new(client), stop).await;
    house.iter().for_each(JoinHandle::abort);
    // A mail that is on its way gets there, and is known to.
    stop_sending.send_replace(true);
    join_all(senders).await;
    Ok(())
}

/// The reason alone: at the start there is nothing yet that could be "unavailable".
fn cannot_start(failure: Failure) -> CliError {
    match failure {
        Failure::Unavailable { source, .. } | Failure::Unexpected(source) => {
            CliError::Refused(format!("cannot start: {source}"))
        }
        failure => failure.into(),
    }
}

/// Looks every second for mail whose time has come, and sends it, one after another. What is being sent when the end comes
/// is sent to its end.
async fn send_mail(accounts: Accounts, mut stopped: watch::Receiver<bool>) {
    while !*stopped.borrow() {
        let (accounts, is_stopped) = (accounts.clone(), stopped.clone());
        // On its own, so that a mail that breaks it does not end all mail.
        let round = tokio::spawn(async move { accounts.send_due_mail(|| !*is_stopped.borrow()).await });
        let pause = match round.await.map_err(|error| error.to_string()) {
            Ok(Ok(_)) => MAIL_ROUND,
            Ok(Err(error)) => {
                tracing::warn!("the outbox is out of reach: {error}");
                AFTER_TROUBLE
            }
            Err(error) => {
                tracing::error!("sending mail has failed: {error}");
                AFTER_TROUBLE
            }
        };
        let _ = tokio::time::timeout(pause, stopped.changed()).await;
    }
}

async fn watch_database(accounts: Accounts) {
    let mut ticks = tokio::time::interval(DATABASE_WATCH);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        ticks.tick().await;
        accounts.watch_storage().await;
    }
}

/// Forgets at the start and then every hour what nobody needs any more.
async fn keep_house(accounts: Accounts) {
    let mut hours = tokio::time::interval(HOUSEKEEPING);
    hours.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        hours.tick().await;
        let Pruned { accounts, sessions, mails, events } = accounts.prune().await;
        if accounts + sessions + mails + events > 0 {
            tracing::info!(
                "deleted {accounts} closed accounts, forgot {sessions} sessions that were over, {mails} old mails and {events} old events"
            );
        }
    }
}

fn tell_hashing(hashing: &HashingStatus) {
    let HashingStatus { engine, parameters, workers, queue_depth, longest_wait, .. } = hashing;
    let memory_kib = hashing.memory_kib();
    tracing::info!(
        "hashing with {engine}, {parameters}: {workers} workers in {memory_kib} KiB, \
         at most {queue_depth} wait for at most {longest_wait:?}"
    );
}

/// Files are for a first look: whoever uses a site for real wants to get its mail.
fn tell_mail(accounts: &Accounts, public_url: &PublicUrl) {
    if let Some(host) = accounts.mail_host_in_clear() {
        tracing::warn!("mail goes to {host} in clear: set ?tls=required or smtps:// in mail.smtp_url");
    }
    let Some(folder) = accounts.mail_folder() else { return };
    let told =
        format!("mail is not sent: it goes to files in {}, and its links to this log", folder.display());
    match public_url.is_https() {
        true => tracing::warn!("{told}; set mail.transport and mail.smtp_url"),
        false => tracing::info!("{told}"),
    }
}

/// The set-up link is a secret for the operator who started the server: it is printed, not logged.
fn greeting(url: &PublicUrl, set_up: Option<Token>) -> String {
    let mut text = format!("Frontdesk {} is ready: {url}\n", env!("CARGO_PKG_VERSION"));
    if let Some(token) = set_up {
        let link = url.link(&format!("/setup?token={}", token.expose()));
        text += "\nThere is no administrator yet. Become the first one, with this link, within a day:\n";
        text += &format!("  {link}\n\n");
    }
    text
}

/// A slip in a file's place shows only in what was not read.
fn log_sources(layers: &Layers) {
    match (&layers.file, &layers.overlooked) {
        (Some(file), _) => tracing::info!("settings are from {} and the environment", file.display()),
        (None, None) => tracing::info!("settings are from the environment: there is no Rocket.toml here"),
        (None, Some(above)) => tracing::warn!(
            "settings are from the environment: there is no Rocket.toml here, and {} is read only with --config",
            above.display()
        ),
    }
    if !layers.ignored.is_empty() {
        tracing::info!("ignored what Kubernetes sets for its Services: {}", layers.ignored.join(", "));
    }
}

/// Worker threads, and threads that may block: enough for every connection to the database at once, and some more.
fn threads(figment: &Figment, connections: u32) -> (usize, usize) {
    let config = figment.extract::<rocket::Config>().unwrap_or_default();
    let busy = connections as usize + 1;
    (config.workers.max(1), config.max_blocking.max(busy + 8))
}
