//! `frontdesk serve`: serves the pages and the API until a signal.

use std::net::IpAddr;
use std::sync::Arc;
use std::time::Duration;

use rocket::figment::Figment;
use rocket::local::asynchronous::Client;
use rocket::{Build, Rocket};

use super::background::Background;
use super::event_forwarding::Forwarding;
use super::log::{self, LineWriter};
use super::scheduled_backups::ScheduledBackups;
use super::service_manager::{self, ServiceManager};
use super::signals::{HangUps, Stops};
use super::{CliError, memory};
use crate::accounts::{Accounts, Clock, Failure, HashingStatus};
use crate::app::{self, Parts, Settings};
use crate::config::{Config, Layers};
use crate::domain::{PublicUrl, Token};
use crate::listener::{self, Listener, Passed, Tls};
use crate::monitoring::{Metrics, Readiness};

/// How long the end takes after the last request: a mail server that does not answer has a minute, and the log two
/// seconds. The rest is for a slow machine.
const AFTER_REQUESTS: Duration = Duration::from_secs(65);

#[derive(Debug, Default, clap::Args)]
pub struct Arguments {
    /// Listen on this address, and not on ROCKET_ADDRESS or listen
    #[arg(long, value_name = "IP")]
    address: Option<IpAddr>,
    /// Listen on this port, and not on ROCKET_PORT or listen
    #[arg(long)]
    port: Option<u16>,
}

impl Arguments {
    /// Settings in which the arguments override all other sources.
    pub fn over(&self, mut settings: Figment) -> Figment {
        if let Some(address) = self.address {
            settings = settings.merge(("address", address));
        }
        if let Some(port) = self.port {
            settings = settings.merge(("port", port));
        }
        // `listen` would override the address and the port of Rocket's settings.
        match self.address.is_some() || self.port.is_some() {
            true => settings.merge(("listen", Vec::<String>::new())),
            false => settings,
        }
    }
}

/// `passed` are the sockets that the service manager has opened.
pub fn run(
    layers: Layers,
    config: &Config,
    settings: Settings,
    parts: Parts,
    passed: Passed,
    forwarding: Option<&Forwarding>,
) -> Result<(), CliError> {
    let log = log::start(config)?;
    log_sources(&layers);
    memory::keep_together();
    if settings.hashing.parameters.is_weak() {
        let parameters = settings.hashing.parameters;
        tracing::warn!("hashing with {parameters} is weaker than OWASP's minimum of m=19456,t=2");
    }
    let accounts = app::accounts(&settings, parts.mailer, Clock::system())?;
    if let Some(forwarding) = forwarding {
        forwarding.follow(&accounts);
    }
    log_hashing(&accounts.hashing_status());
    log_mail(&accounts, &settings.public_url);
    log_database(settings.database_host_in_clear());
    if config.public_url.is_none() && settings.public_url.is_https() {
        tracing::info!("public_url is {}, from the certificate", settings.public_url);
    }
    let (workers, blocking) = threads(&layers.figment, settings.database_connections);
    let backups = ScheduledBackups::new(&layers.figment, config)?;
    let rocket = app::rocket(layers.figment, parts.frontends, settings.monitoring, accounts.clone());
    let server = Server {
        listener: settings.listener,
        drain_time: settings.drain_time,
        passed,
        output: log.writer(),
        backups,
    };
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(workers)
        .max_blocking_threads(blocking)
        .enable_all()
        .build()
        .map_err(|error| CliError::Refused(format!("cannot start: {error}")))?
        .block_on(serve(rocket, accounts, server))
}

/// What the server needs beside its routes.
struct Server {
    listener: listener::Settings,
    /// How long it takes requests after a signal to stop.
    drain_time: Duration,
    passed: Passed,
    output: LineWriter,
    backups: Option<ScheduledBackups>,
}

async fn serve(rocket: Rocket<Build>, accounts: Accounts, server: Server) -> Result<(), CliError> {
    let Server { listener, drain_time, passed, output, backups } = server;
    let (mut stops, hang_ups) = (Stops::new(rocket.figment()), HangUps::new(rocket.figment()));
    let url = listener.public_url.clone();
    let end_time = drain_time.saturating_add(listener.grace).saturating_add(AFTER_REQUESTS);
    let bound = Listener::bind(listener, passed).await;
    let listener = bound.map_err(|error| CliError::Refused(error.to_string()))?;
    tracing::info!("listening on {}", listener.names());
    accounts.tokens().prepare().await.map_err(cannot_start)?;
    let set_up = accounts.offer_set_up().await?;
    let client = Client::untracked(rocket)
        .await
        .map_err(|error| CliError::Refused(format!("cannot serve: {}", error.kind())))?;
    output.write_always(greeting(&url, set_up));
    let manager = Arc::new(ServiceManager::new(url));
    manager.ready();
    tokio::spawn(service_manager::watchdog());
    let (tls, told) = (listener.tls(), manager.clone());
    tokio::spawn(hang_ups.each(move || reload(tls.as_ref(), &told)));
    let background = Background::start(&accounts, backups);
    let client = Arc::new(client);
    if let Some(metrics) = client.rocket().state::<Metrics>() {
        metrics.watch(listener.statistics());
    }
    let asked = client.clone();
    let stop = async move {
        stops.next().await;
        if let Some(readiness) = asked.rocket().state::<Readiness>() {
            readiness.drain();
        }
        manager.stopping(end_time);
        drain(drain_time, &mut stops).await;
        tracing::info!("shutting down: accepted requests are still answered");
    };
    listener.serve(client, stop).await;
    background.stop().await;
    Ok(())
}

/// Goes on as before, so that a balancer notices, until this time is over or a second signal to stop comes.
async fn drain(time: Duration, stops: &mut Stops) {
    if time.is_zero() {
        return;
    }
    tracing::info!(
        "shutting down in {time:?}: /health/ready says so to a balancer; a second signal ends this wait"
    );
    if tokio::time::timeout(time, stops.next()).await.is_ok() {
        tracing::info!("a second signal has ended the wait for a balancer");
    }
}

/// Reads again what can change while the server runs: the certificate.
fn reload(tls: Option<&Tls>, manager: &ServiceManager) {
    manager.reloading();
    match tls {
        Some(tls) => tls.reload(),
        None => tracing::info!(
            "SIGHUP is ignored: there is no certificate to read again, and settings are read at the start"
        ),
    }
    manager.ready();
}

/// Shows only the reason: at the start, there is no service yet that could be "unavailable".
fn cannot_start(failure: Failure) -> CliError {
    match failure {
        Failure::Unavailable { source, .. } | Failure::Unexpected(source) => {
            CliError::Refused(format!("cannot start: {source}"))
        }
        failure => failure.into(),
    }
}

fn log_hashing(hashing: &HashingStatus) {
    let HashingStatus { engine, parameters, arrangement, queue_depth, longest_wait, .. } = hashing;
    let memory_kib = hashing.memory_kib();
    tracing::info!(
        "hashing with {engine}, {parameters}: {arrangement}, in {memory_kib} KiB, \
         at most {queue_depth} wait for at most {longest_wait:?}"
    );
}

/// Writing mails to files is for a first look. A site with https is in real use, so this is a warning there.
fn log_mail(accounts: &Accounts, public_url: &PublicUrl) {
    if let Some(host) = accounts.outbox().host_in_clear() {
        tracing::warn!(
            "the connection to the mail server at {host} is not encrypted: set ?tls=required or smtps:// \
             in mail.smtp_url"
        );
    }
    let Some(folder) = accounts.outbox().folder() else { return };
    let told =
        format!("mail is not sent: it goes to files in {}, and its links to this log", folder.display());
    match public_url.is_https() {
        true => tracing::warn!("{told}; set mail.transport and mail.smtp_url"),
        false => tracing::info!("{told}"),
    }
}

fn log_database(host_in_clear: Option<&str>) {
    if let Some(host) = host_in_clear {
        tracing::warn!(
            "the connection to the database at {host} may be unencrypted: set sslmode=verify-full (or require) \
             in database_url"
        );
    }
}

/// Contains the set-up link, which is a secret of the operator who started the server. So it is printed and not logged.
fn greeting(url: &PublicUrl, set_up: Option<Token>) -> String {
    let mut text = format!("Frontdesk {} is ready: {url}\n", env!("CARGO_PKG_VERSION"));
    if let Some(token) = set_up {
        let link = url.link(&format!("/setup?token={}", token.expose()));
        text += "\nThere is no administrator yet. Become the first one, with this link, within a day:\n";
        text += &format!("  {link}\n\n");
    }
    text
}

/// Logs which file was read, because a mistake in the place of a file would otherwise go unnoticed.
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
        tracing::info!(
            "ignored variables that Kubernetes sets for its Services: {}",
            layers.ignored.join(", ")
        );
    }
}

/// The numbers of worker threads and of blocking threads: enough blocking threads for every connection to the database
/// at once, and some more.
fn threads(figment: &Figment, connections: u32) -> (usize, usize) {
    let config = figment.extract::<rocket::Config>().unwrap_or_default();
    let busy = connections as usize + 1;
    (config.workers.max(1), config.max_blocking.max(busy + 8))
}
