//! What clients that connect are given at most.

use serde::{Deserialize, Serialize};

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Connections {
    /// At once. Never more than nine tenths of the files that the process may have open.
    pub most: u32,
    /// Of these from one IPv4 address or one /64 of IPv6.
    pub most_per_network: u32,
    /// Until all headers of a request are here.
    pub head_seconds: u32,
    /// All headers of a request together.
    pub head_kib: u32,
    pub most_headers: u32,
    /// Until all of a body is here.
    pub body_seconds: u32,
    /// Between two requests; browsers come back within a minute or so, and proxies keep theirs for as long.
    pub idle_seconds: u32,
    /// Without taking any of an answer.
    pub stalled_seconds: u32,
}

impl Default for Connections {
    fn default() -> Self {
        Self {
            most: 4_096,
            most_per_network: 256,
            head_seconds: 10,
            head_kib: 32,
            most_headers: 64,
            body_seconds: 30,
            idle_seconds: 60,
            stalled_seconds: 30,
        }
    }
}
