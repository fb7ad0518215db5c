//! `/metrics`: the figures of this process in the text format of Prometheus, for those who have the token.

use std::convert::Infallible;
use std::fmt;
use std::path::PathBuf;
use std::sync::OnceLock;

use prometheus_client::encoding::prometheus_text::{CONTENT_TYPE, encode};
use prometheus_client::registry::{Registry, Unit};
use rocket::http::{ContentType, Header, Status};
use rocket::request::{FromRequest, Outcome};
use rocket::{Request, Responder, State, get};
use sha2::{Digest, Sha256};
use time::OffsetDateTime;

use super::collected::Collected;
use super::look::Look;

use crate::accounts::{Accounts, Counts, OutboxFigures};
use crate::backup;
use crate::http::{RequestTimes, bearer_token};
use crate::listener::Statistics;

/// What all names of our own begin with.
const PREFIX: &str = "frontdesk";

/// What counts from the start on. Other figures are read when they are asked for.
pub struct Metrics {
    registry: Registry,
    /// Set once the server listens.
    listener: OnceLock<Statistics>,
    outbox: Look<Option<OutboxFigures>>,
    backups: Option<PathBuf>,
    /// When the newest back-up was made whose rehearsal succeeded.
    last_backup: Look<Option<OffsetDateTime>>,
}

impl Metrics {
    pub fn new(accounts: &Accounts, request_times: RequestTimes, backups: Option<PathBuf>) -> Self {
        let Counts { events, database_waits } = accounts.counts();
        let mut registry = Registry::with_prefix(PREFIX);
        registry.register_with_unit(
            "http_request_duration",
            "From the end of a request's head to the beginning of its answer, by route and status",
            Unit::Seconds,
            request_times,
        );
        registry.register(
            "events",
            "Events of the audit trail that this process has recorded, by kind",
            events,
        );
        registry.register_with_unit(
            "hashing_wait",
            "How long requests have waited for a hashing worker",
            Unit::Seconds,
            accounts.hashing_status().wait_times,
        );
        registry.register_with_unit(
            "database_wait",
            "How long requests have waited for a connection to the database",
            Unit::Seconds,
            database_waits,
        );
        Self {
            registry,
            listener: OnceLock::new(),
            outbox: Look::default(),
            backups,
            last_backup: Look::default(),
        }
    }

    /// From now on the figures have the connections of this listener.
    pub fn watch(&self, listener: Statistics) {
        let _ = self.listener.set(listener);
    }

    async fn last_backup(&self, now: OffsetDateTime) -> Option<OffsetDateTime> {
        let folder = self.backups.clone()?;
        // Not before it is this look's turn: a folder that hangs takes one thread, and not one for each that asks.
        let look = async move {
            let found = tokio::task::spawn_blocking(move || backup::last_good(&folder, now)).await;
            found.ok().flatten().map(|backup| backup.manifest.created_at)
        };
        self.last_backup.answer(look).await.flatten()
    }

    async fn text(&self, accounts: &Accounts) -> Result<String, fmt::Error> {
        let mut now = Registry::with_prefix(PREFIX);
        let asked = accounts.clone();
        let outbox = self.outbox.answer(async move { asked.outbox_figures().await }).await.flatten();
        let (figures, listener) = (accounts.figures(), self.listener.get().cloned());
        now.register_collector(Box::new(Collected {
            figures,
            outbox,
            listener,
            last_backup: self.last_backup(accounts.now()).await,
        }));
        if let Some(listener) = self.listener.get() {
            let help = "Connections that have ended, by the reason";
            now.register("connections_ended", help, listener.ended());
        }
        let mut text = String::new();
        encode(&mut text, &self.registry)?;
        encode(&mut text, &now)?;
        Ok(text)
    }
}

/// What opens `/metrics`; only its digest is kept.
#[derive(PartialEq, Eq)]
pub struct ScrapeToken([u8; 32]);

impl ScrapeToken {
    pub fn new(text: &str) -> Self {
        Self(Sha256::digest(text).into())
    }
}

/// A request that has shown the token.
pub struct Scraper;

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Scraper {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Infallible> {
        let sent = request.headers().get_one("Authorization").and_then(bearer_token);
        let is_right = sent.map(ScrapeToken::new).as_ref() == request.rocket().state::<ScrapeToken>();
        if is_right { Outcome::Success(Self) } else { Outcome::Forward(Status::Unauthorized) }
    }
}

#[derive(Responder)]
pub enum Answer {
    Figures((ContentType, String)),
    #[response(status = 401)]
    Refused(&'static str, Header<'static>),
    #[response(status = 500)]
    Failed(&'static str),
}

/// The figures. The database is asked for the mails that wait; if it does not answer, the rest is told.
#[get("/metrics")]
pub async fn scrape(
    scraper: Option<Scraper>,
    metrics: &State<Metrics>,
    accounts: &State<Accounts>,
) -> Answer {
    if scraper.is_none() {
        // RFC 6750, section 3.
        return Answer::Refused(
            "needs the token of metrics.token\n",
            Header::new("WWW-Authenticate", "Bearer"),
        );
    }
    match metrics.text(accounts).await {
        Ok(text) => {
            let text_of_prometheus = ContentType::parse_flexible(CONTENT_TYPE);
            Answer::Figures((text_of_prometheus.unwrap_or(ContentType::Plain), text))
        }
        Err(_) => Answer::Failed("the figures could not be written\n"),
    }
}
