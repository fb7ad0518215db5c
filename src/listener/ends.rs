//! Why connections have ended, counted.

use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use strum::VariantArray;

/// How many connections have ended since the start, by the reason. All reasons are there from the beginning.
#[derive(Clone)]
pub struct Ends(pub Family<Ended, Counter>);

/// A label of the figures.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Ended {
    reason: &'static str,
}

/// Why a connection has ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum Reason {
    /// By both sides, in order.
    Closed,
    /// The client disconnected, or sent what is no HTTP.
    Broken,
    /// An answer could not be completed.
    Aborted,
    /// The client was too slow, or idle for too long.
    TimedOut,
    /// To make room for another connection.
    Evicted,
    /// There was no room, and none could be made.
    NoRoom,
    /// TLS or the PROXY protocol was not completed.
    NotOpened,
}

impl Default for Ends {
    fn default() -> Self {
        let ends = Family::default();
        for reason in Reason::VARIANTS {
            drop(ends.get_or_create(&Ended { reason: reason.into() }));
        }
        Self(ends)
    }
}

impl Ends {
    pub fn count(&self, reason: Reason) {
        self.0.get_or_create(&Ended { reason: reason.into() }).inc();
    }
}
