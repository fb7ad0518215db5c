//! What is told of events once they are committed: how many there were, and one listener.

use std::sync::{Arc, OnceLock};

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use strum::VariantArray;
use time::OffsetDateTime;

use crate::domain::{Actor, Client, EventKind, UserId};

/// An event that is committed.
pub struct RecordedEvent {
    pub kind: EventKind,
    pub subject: Option<UserId>,
    pub actor: Actor,
    pub client: Client,
    pub at: OffsetDateTime,
}

/// A label of the figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Kind {
    kind: &'static str,
}

type Listener = Box<dyn Fn(&RecordedEvent) + Send + Sync>;

/// One for each open database; clones share it.
#[derive(Clone)]
pub struct Recorder(Arc<Parts>);

struct Parts {
    counts: Family<Kind, Counter>,
    listener: OnceLock<Listener>,
}

impl Default for Recorder {
    /// All kinds are there from the beginning.
    fn default() -> Self {
        let counts = Family::default();
        for kind in EventKind::VARIANTS {
            drop(counts.get_or_create(&Kind { kind: kind.code() }));
        }
        Self(Arc::new(Parts { counts, listener: OnceLock::new() }))
    }
}

impl Recorder {
    pub(super) fn tell(&self, events: &[RecordedEvent]) {
        for event in events {
            self.0.counts.get_or_create(&Kind { kind: event.kind.code() }).inc();
            if let Some(listener) = self.0.listener.get() {
                listener(event);
            }
        }
    }

    /// How many events this process has recorded in the database since its start, by kind.
    pub fn counts(&self) -> Family<Kind, Counter> {
        self.0.counts.clone()
    }

    /// From now on this is called with each event. Only the first call counts.
    pub fn listen(&self, listener: impl Fn(&RecordedEvent) + Send + Sync + 'static) {
        let _ = self.0.listener.set(Box::new(listener));
    }
}
