//! What programs that watch the server can ask.

use super::secret::Secret;
use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Metrics {
        // 16 characters of Base64 are 96 bits, which no one guesses over a network.
        /// With this token, as `Authorization: Bearer …`, a monitoring system reads the figures at `/metrics`; see
        /// [monitoring](features/monitoring.md). At least 16 characters. Unset: there is no such page.
        #[takes("Text")]
        token: Option<Secret> = None,
    }
}

section! {
    #[serde(deny_unknown_fields)]
    pub struct Health {
        // A commit of SQLite needs room in the write-ahead log, which grows to some megabytes under load.
        /// With less room than this on the disk of `data_dir`, `/health/ready` answers 503. 0 ignores the disk.
        #[takes("MiB", 0..=1_000_000)]
        least_free_mib: u32 = 64,

        // A balancer that asks every five seconds, and needs two refusals, has noticed after ten.
        /// How long the server goes on taking requests after a signal to stop, while `/health/ready` answers 503: the time
        /// that a balancer needs to notice. 0 stops at once, which is right without a balancer.
        #[takes("Seconds", 0..=300)]
        drain_seconds: u32 = 0,
    }
}
