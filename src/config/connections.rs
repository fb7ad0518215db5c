//! Limits for clients that connect.

use super::section::section;

section! {
    #[serde(deny_unknown_fields)]
    pub struct Connections {
        /// Connections at once, and never more than nine tenths of the files that the process may open (`ulimit -n`,
        /// whose hard limit counts); the log states the number. When all are taken, the server closes the one that has
        /// waited longest for its client, to accept the next.
        #[takes("Number", 1..=1_000_000)]
        most: u32 = 4_096,

        // The bounds hold only without `ip_header`: see `app/settings/connections.rs`.
        /// Connections at once from one IPv4 address or one /64 of IPv6. Applies neither to this machine (loopback) nor to
        /// `trusted_proxies`; and to no connection when `ip_header` is set without `trusted_proxies`, because then all of
        /// them come from the proxy.
        #[takes("Number, from 1 to 1,000,000")]
        most_per_network: u32 = 256,

        /// From the opening of a connection, or from the first octet of a later request, to the end of its headers.
        /// After that the answer is 408, if the client has sent anything.
        #[takes("Seconds", 1..=3_600)]
        head_seconds: u32 = 10,

        /// Request line and headers together; the server answers larger ones with 431. The request's target may take
        /// 8 KiB of it; the server answers a longer one with 414.
        #[takes("KiB", 1..=60)]
        head_kib: u32 = 32,

        /// Headers of one request. The server answers more with 431.
        #[takes("Number", 1..=100)]
        most_headers: u32 = 64,

        /// From the end of the headers to the end of the body. After that the answer is 408.
        #[takes("Seconds", 1..=3_600)]
        body_seconds: u32 = 30,

        // Browsers send the next request within about a minute, and proxies keep their connections for as long.
        /// How long the server keeps a connection open for the next request; 0 closes it after each answer. A proxy
        /// should keep its own connections for less time, or it uses one that is just being closed.
        #[takes("Seconds", 0..=3_600)]
        idle_seconds: u32 = 60,

        /// How long a client may accept none of its answer.
        #[takes("Seconds", 1..=3_600)]
        stalled_seconds: u32 = 30,
    }
}
