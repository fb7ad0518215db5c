//! The figures of a listener, for a monitoring system.

use std::sync::Arc;

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;

use super::activity::Phase;
use super::ends::Ended;
use super::slots::Slots;

/// They stay true while the listener serves.
#[derive(Clone)]
pub struct Statistics(pub(super) Arc<Slots>);

impl Statistics {
    /// How many connections are open, by what they are doing.
    pub fn open(&self) -> [(&'static str, usize); 5] {
        let phases = self.0.phases();
        [Phase::New, Phase::Head, Phase::Body, Phase::Busy, Phase::Idle]
            .map(|phase| (phase.name(), phases.iter().filter(|other| **other == phase).count()))
    }

    pub fn limit(&self) -> usize {
        self.0.limit()
    }

    pub fn ended(&self) -> Family<Ended, Counter> {
        self.0.ends.0.clone()
    }
}
