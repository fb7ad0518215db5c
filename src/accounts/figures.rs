//! What a monitoring system asks: whether the database can be used, and the figures of this process.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::histogram::Histogram;
use time::Duration;

use super::{Accounts, Failure, HashingStatus, RecordedEvent};
use crate::domain::MailCounts;
use crate::storage::mail_list;
use crate::storage::{self, Kind, Reader, Usage};

/// The state of this process at one moment.
pub struct Figures {
    pub hashing: HashingStatus,
    /// How many connections to the database are in use, by what they are for.
    pub database: Vec<(&'static str, Usage)>,
}

#[derive(Clone, Debug)]
pub struct OutboxFigures {
    pub mails: MailCounts,
    /// How long the mail that has waited longest has waited; zero if none waits.
    pub longest_wait: Duration,
}

/// What this process counts from its start on. Clones count together.
pub struct Counts {
    /// The events of the audit trail, by kind.
    pub events: Family<Kind, Counter>,
    /// How long requests have waited for a connection to the database, in seconds.
    pub database_waits: Histogram,
}

impl Accounts {
    /// Whether the database can be read and has every migration of this release.
    pub async fn is_database_migrated(&self) -> Result<bool, Failure> {
        Ok(self.0.core.storage.is_migrated().await?)
    }

    pub fn counts(&self) -> Counts {
        Counts { events: self.0.core.storage.recorder().counts(), database_waits: storage::waits() }
    }

    /// From now on this is called with each event that this process records in the database. Only the first call counts.
    pub fn listen_to_events(&self, listener: impl Fn(&RecordedEvent) + Send + Sync + 'static) {
        self.0.core.storage.recorder().listen(listener);
    }

    pub fn figures(&self) -> Figures {
        Figures { hashing: self.hashing_status(), database: self.0.core.storage.usage() }
    }

    /// `None` if the database cannot be reached.
    pub async fn outbox_figures(&self) -> Option<OutboxFigures> {
        let read = |db: &mut Reader<'_>| {
            Ok::<_, storage::Error>((mail_list::counts(db)?, mail_list::oldest_waiting(db)?))
        };
        let (mails, oldest) = self.0.core.storage.read(read).await.ok()?;
        let longest_wait = oldest.map_or(Duration::ZERO, |oldest| (self.now() - oldest).max(Duration::ZERO));
        Some(OutboxFigures { mails, longest_wait })
    }
}
