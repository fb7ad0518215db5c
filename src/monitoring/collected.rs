//! The figures that are read when they are asked for.

use std::fmt;

use prometheus_client::collector::Collector;
use prometheus_client::encoding::{DescriptorEncoder, EncodeMetric};
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::gauge::ConstGauge;
use prometheus_client::registry::Unit;
use time::OffsetDateTime;

use crate::accounts::{Figures, OutboxFigures};
use crate::listener::Statistics;

pub struct Collected {
    pub figures: Figures,
    /// `None` if the database did not answer in time.
    pub outbox: Option<OutboxFigures>,
    /// `None` before the server listens.
    pub listener: Option<Statistics>,
    pub last_backup: Option<OffsetDateTime>,
}

impl fmt::Debug for Collected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Collected")
    }
}

type Labels<'a> = [(&'static str, &'a str); 1];

impl Collector for Collected {
    fn encode(&self, encoder: DescriptorEncoder<'_>) -> fmt::Result {
        let Self { figures: Figures { hashing, database }, outbox, listener, last_backup } = self;
        let mut out = Out(encoder);
        out.gauges(
            "build_info",
            "1, labelled with the version",
            &[([("version", env!("CARGO_PKG_VERSION"))], 1)],
        )?;
        out.gauge("hashing_workers", "Hashes that can run at once", hashing.arrangement.at_once)?;
        out.gauge("hashing_threads", "Threads that each hash is split over", hashing.arrangement.threads)?;
        out.gauge("hashing_busy_workers", "Hashes that are running", hashing.busy_workers)?;
        let waiting =
            [([("kind", "check")], hashing.checks_waiting), ([("kind", "new")], hashing.new_hashes_waiting)];
        out.gauges("hashing_queue_length", "Requests that wait for a worker, by kind", &waiting)?;
        out.gauge("hashing_queue_limit", "Requests that may wait for a worker", hashing.queue_depth)?;
        let engine = hashing.engine.split_whitespace().next().unwrap_or_default();
        let made = [([("engine", engine)], hashing.served)];
        out.counters("hashes", "Hashes made or checked, by the engine of today", &made)?;
        out.counter(
            "hashing_refused",
            "Requests refused because no worker came free in time",
            hashing.refused,
        )?;
        out.counter("hashing_abandoned", "Requests whose client left while they waited", hashing.left)?;
        out.counter(
            "hashes_rechecked",
            "Hashes computed again with the reference engine",
            hashing.rechecked,
        )?;
        out.counter("hashes_wrong", "Rechecked hashes that were wrong", hashing.found_wrong)?;
        let in_use: Vec<_> =
            database.iter().map(|(purpose, usage)| ([("purpose", *purpose)], usage.in_use)).collect();
        let most: Vec<_> =
            database.iter().map(|(purpose, usage)| ([("purpose", *purpose)], usage.most)).collect();
        out.gauges("database_connections_in_use", "Connections to the database in use, by purpose", &in_use)?;
        out.gauges("database_connections_limit", "Connections to the database that there may be", &most)?;
        out.gauge("database_up", "Whether the database answered", usize::from(outbox.is_some()))?;
        if let Some(OutboxFigures { mails, longest_wait }) = outbox {
            let count = |count: i64| usize::try_from(count).unwrap_or_default();
            let states = [
                ([("state", "waiting")], count(mails.waiting)),
                ([("state", "given_up")], count(mails.given_up)),
            ];
            out.gauges("mails", "Mails in the outbox that are not sent, by state", &states)?;
            let help = "How long the mail that has waited longest has waited";
            out.seconds("mail_longest_wait", help, longest_wait.as_seconds_f64())?;
        }
        if let Some(last_backup) = last_backup {
            let help = "When the newest back-up was made whose rehearsal succeeded, since 1970";
            let seconds = last_backup.unix_timestamp();
            out.seconds("last_backup_timestamp", help, seconds as f64)?;
        }
        if let Some(listener) = listener {
            let open = listener.open().map(|(phase, count)| ([("phase", phase)], count));
            out.gauges("connections", "Open connections, by what they are doing", &open)?;
            out.gauge("connections_limit", "Connections that there may be", listener.limit())?;
        }
        Ok(())
    }
}

struct Out<'a>(DescriptorEncoder<'a>);

impl Out<'_> {
    fn gauge(&mut self, name: &str, help: &str, value: usize) -> fmt::Result {
        let gauge = ConstGauge::new(value as u64 as i64);
        gauge.encode(self.0.encode_descriptor(name, help, None, gauge.metric_type())?)
    }

    fn seconds(&mut self, name: &str, help: &str, value: f64) -> fmt::Result {
        let gauge = ConstGauge::new(value);
        gauge.encode(self.0.encode_descriptor(name, help, Some(&Unit::Seconds), gauge.metric_type())?)
    }

    fn gauges(&mut self, name: &str, help: &str, values: &[(Labels<'_>, usize)]) -> fmt::Result {
        let kind = ConstGauge::new(0i64).metric_type();
        let mut encoder = self.0.encode_descriptor(name, help, None, kind)?;
        for (labels, value) in values {
            ConstGauge::new(*value as u64 as i64).encode(encoder.encode_family(labels)?)?;
        }
        Ok(())
    }

    fn counter(&mut self, name: &str, help: &str, value: u64) -> fmt::Result {
        let counter = ConstCounter::new(value);
        counter.encode(self.0.encode_descriptor(name, help, None, counter.metric_type())?)
    }

    fn counters(&mut self, name: &str, help: &str, values: &[(Labels<'_>, u64)]) -> fmt::Result {
        let kind = ConstCounter::new(0u64).metric_type();
        let mut encoder = self.0.encode_descriptor(name, help, None, kind)?;
        for (labels, value) in values {
            ConstCounter::new(*value).encode(encoder.encode_family(labels)?)?;
        }
        Ok(())
    }
}
