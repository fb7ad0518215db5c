//! The cost of a password hash, and how many are computed at once.

use serde::{Deserialize, Serialize};

use super::Secret;
use super::section::{one_of, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Hashing {
        // `password_hashing::Parameters` checks the first three: their bounds depend on each other.
        /// Argon2id's memory. With the next two, the default is the second recommended option of RFC 9106, section 4.
        #[takes("KiB, at least 8 for each lane and at most 262,144 (256 MiB)")]
        memory_kib: u32 = 65_536,

        /// Argon2id's passes over the memory.
        #[takes("Number, at least 1; times `memory_kib` at most 1,048,576")]
        passes: u32 = 3,

        /// Argon2's parallelism, which is part of the hash: one hash can be split over this many cores.
        #[takes("Number, from 1 to 64")]
        lanes: u32 = 4,

        /// Threads that one hash is split over; 0 for what uses the machine best: `lanes`, if it has as many cores. 1 for hosts
        /// whose cores are shared with others. See [cores](features/hashing.md#cores).
        #[takes("Number", ..=64)]
        threads: usize = 0,

        // Each worker is a thread with its own memory; machines have fewer cores than the bound.
        /// Hashes that are computed at once; 0 for as many as the cores have room for, with `threads` each. Each needs
        /// `memory_kib`, so fewer workers need less memory.
        #[takes("Number", ..=1_024)]
        workers: usize = 0,

        /// Requests that may wait for a worker; the server answers one more with 503 at once.
        #[takes("Number")]
        queue_depth: usize = 256,

        /// How long a request may wait for a worker. The server answers one that has waited so long with 503 and `Retry-After`.
        #[takes("Milliseconds")]
        longest_wait_ms: u64 = 2_000,

        /// `auto` uses the fast engine if the processor has AVX-512 or AVX2 and the engine agrees with the reference on
        /// this machine.
        #[takes(one_of::<Engine>())]
        engine: Engine = Engine::Auto,

        /// Goes into each new hash, so that a stolen database alone is of no use for guessing. `openssl rand -base64 32`
        /// makes a good one. An operator who loses it loses every password.
        #[takes("32 to 256 characters")]
        pepper: Option<Secret> = None,

        /// What `hashing.pepper` was before. Hashes made with it are still accepted, and renewed at log-in.
        #[takes("32 to 256 characters")]
        previous_pepper: Option<Secret> = None,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase", expecting = "a string")]
pub enum Engine {
    Auto,
    Reference,
}
