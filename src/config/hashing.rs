//! What a password hash costs, and how many are made at once.

use serde::{Deserialize, Serialize};

use super::Secret;

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Hashing {
    /// Argon2id's memory. The default is the second choice of RFC 9106, section 4.
    pub memory_kib: u32,
    /// Argon2id's passes over the memory.
    pub passes: u32,
    /// Argon2id's lanes.
    pub lanes: u32,
    /// How many passwords are hashed at once; 0 for one a core. Each needs `memory_kib`.
    pub workers: usize,
    /// How many may wait for a worker.
    pub queue_depth: usize,
    /// How long one may wait before it is told to come back later.
    pub longest_wait_ms: u64,
    /// `auto` for the fastest engine that agrees with the reference on this machine, or `reference`.
    pub engine: String,
    /// Whether one hash may be split over the threads of idle workers. Off for hosts whose cores are shared.
    pub split: bool,
    /// A secret that goes into every new hash, so that a stolen database alone is of no use for guessing.
    pub pepper: Option<Secret>,
    /// What `pepper` was before: hashes made with it are still accepted, and renewed at log-in.
    pub previous_pepper: Option<Secret>,
}

impl Default for Hashing {
    fn default() -> Self {
        Self {
            memory_kib: 65_536,
            passes: 3,
            lanes: 4,
            workers: 0,
            queue_depth: 256,
            longest_wait_ms: 2_000,
            engine: "auto".into(),
            split: true,
            pepper: None,
            previous_pepper: None,
        }
    }
}
