//! The cost of one hash, within bounds.

/// The weakest parameters that OWASP's password storage cheat sheet accepts for Argon2id.
pub(super) const MINIMUM_MEMORY_KIB: u32 = 19_456;
pub(super) const MINIMUM_PASSES: u32 = 2;

/// The maximum cost of one hash, configured or stored: 256 MiB, and five times the work of the default parameters. A
/// stored hash beyond it would be an attack on the server.
pub(super) const MAX_MEMORY_KIB: u32 = 262_144;
const MAX_WORK: u64 = 1 << 20;
const MAX_LANES: u32 = 64;

/// The cost of one hash (RFC 9106, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidParameters {
    #[error("must be at least 8 KiB for each lane, and at most {MAX_MEMORY_KIB} KiB")]
    Memory,
    #[error("must be at least 1, and times memory_kib at most {MAX_WORK}")]
    Passes,
    #[error("must be from 1 to {MAX_LANES}")]
    Lanes,
}

impl Parameters {
    /// Accepts any parameters that Argon2 supports and that are not too expensive; see [`is_weak`](Self::is_weak).
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, InvalidParameters> {
        if !(1..=MAX_LANES).contains(&lanes) {
            return Err(InvalidParameters::Lanes);
        }
        if !(8 * lanes..=MAX_MEMORY_KIB).contains(&memory_kib) {
            return Err(InvalidParameters::Memory);
        }
        if passes == 0 || u64::from(memory_kib) * u64::from(passes) > MAX_WORK {
            return Err(InvalidParameters::Passes);
        }
        Ok(Self { memory_kib, passes, lanes })
    }

    pub fn memory_kib(self) -> u32 {
        self.memory_kib
    }

    pub fn passes(self) -> u32 {
        self.passes
    }

    pub fn lanes(self) -> u32 {
        self.lanes
    }

    /// How many threads a hash can use. Threads wait for each other at the end of each segment; in small segments they
    /// would wait longer than they work.
    pub(super) fn useful_threads(self) -> usize {
        const WORTH_SPLITTING: u32 = 512;
        let segment = self.memory_kib / (4 * self.lanes);
        if segment < WORTH_SPLITTING { 1 } else { self.lanes as usize }
    }

    /// Whether the parameters cost an attacker less than OWASP's minimum (19 MiB, 2 passes).
    pub fn is_weak(self) -> bool {
        self.memory_kib < MINIMUM_MEMORY_KIB || self.passes < MINIMUM_PASSES
    }

    /// Whether a hash with these parameters should be replaced by one with today's.
    pub(super) fn are_weaker_than(self, today: Self) -> bool {
        self.memory_kib < today.memory_kib || self.passes < today.passes
    }

    /// The work of `other` as a share of the work of these parameters, at most 1.
    pub(super) fn share_of(self, other: Self) -> f64 {
        (other.work() as f64 / self.work() as f64).min(1.0)
    }

    /// The same parameters with a share of the memory. `None` if that is too little for a hash.
    pub(super) fn part(self, share: f64) -> Option<Self> {
        let memory_kib = (f64::from(self.memory_kib) * share.clamp(0.0, 1.0)).round() as u32;
        Self::new(memory_kib, self.passes, self.lanes).ok()
    }

    /// The number of KiB that a hash writes.
    fn work(self) -> u64 {
        u64::from(self.memory_kib) * u64::from(self.passes)
    }
}

impl std::fmt::Display for Parameters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "m={},t={},p={}", self.memory_kib, self.passes, self.lanes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(memory_kib: u32, passes: u32, lanes: u32) -> Parameters {
        Parameters::new(memory_kib, passes, lanes).expect("valid")
    }

    #[test]
    fn a_part_and_its_share_belong_together() {
        let today = of(65_536, 3, 4);
        assert_eq!(today.share_of(of(65_536, 2, 4)), 2.0 / 3.0);
        assert_eq!(today.share_of(of(262_144, 4, 4)), 1.0);
        assert_eq!(today.part(0.25), Some(of(16_384, 3, 4)));
        assert_eq!(today.share_of(of(16_384, 3, 4)), 0.25);
        assert_eq!(today.part(7.0), Some(today));
        for nothing in [0.0, -1.0, 0.000_1] {
            assert_eq!(today.part(nothing), None);
        }
    }
}
