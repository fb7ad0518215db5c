//! The engines that compute hashes: one interface, with the reference engine and a faster one that is compared with it.

mod mapping;
pub mod memory_limit;
pub mod phc;
mod reference;
mod simd;
#[cfg(test)]
pub mod wrong;

use argon2::{Algorithm, Version};

use super::Parameters;

/// The input of a tag (RFC 9106, section 3.1).
#[derive(Clone, Copy)]
pub struct Input<'a> {
    pub algorithm: Algorithm,
    pub version: Version,
    pub parameters: Parameters,
    pub password: &'a [u8],
    pub salt: &'a [u8],
    /// A pepper, or empty.
    pub secret: &'a [u8],
    /// Associated data, which only hashes from other systems have.
    pub data: &'a [u8],
}

/// The memory of one hash, with the code that works in it. It is wiped at the end of each hash, also after an error.
pub trait Arena: Send {
    /// Computes `tag` with at most `threads` threads. Grows if the parameters need more memory than is reserved.
    fn tag(&mut self, input: Input<'_>, threads: usize, tag: &mut [u8]) -> Result<(), EngineError>;

    /// Reserves memory for hashes of up to `memory_kib`, on pages of 2 MiB if the system has them. It stays reserved.
    fn reserve(&mut self, memory_kib: u32) -> Result<(), EngineError>;

    /// Returns the memory to the system.
    fn release(&mut self);

    /// Whether the tags are right by definition.
    fn is_reference(&self) -> bool {
        false
    }
}

#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    #[error("no randomness: {0}")]
    Random(#[from] getrandom::Error),
    #[error("argon2: {0}")]
    Reference(#[from] argon2::Error),
    #[error("argon2-rust: {0}")]
    Simd(#[from] argon2_rust::Error),
    #[error("PHC string: {0}")]
    Phc(#[from] argon2::password_hash::phc::Error),
    #[error("PHC string: {0}")]
    PhcParameters(#[from] argon2::password_hash::Error),
    #[error("no memory: {0}")]
    Memory(#[from] std::io::Error),
    #[error("no threads for hashing: {0}")]
    Threads(#[from] rayon::ThreadPoolBuildError),
    #[error("no arena is free")]
    NoArena,
    /// The memory was not even requested, because the system may kill a process that uses more than is left.
    #[error("no memory for a hash of {needed_kib} KiB: {left_kib} KiB are left")]
    NoMemoryLeft { needed_kib: u32, left_kib: u64 },
    #[error("no memory for a hash of {needed_kib} KiB: {source}")]
    NoMemory { needed_kib: u32, source: Box<EngineError> },
}

impl EngineError {
    /// Whether the system has refused memory.
    pub fn is_about_memory(&self) -> bool {
        match self {
            Self::NoMemoryLeft { .. } | Self::NoMemory { .. } | Self::Memory(_) => true,
            Self::Simd(error) => *error == argon2_rust::Error::MemoryAllocationError,
            _ => false,
        }
    }

    /// Adds the size of the hash to an error about memory.
    pub fn for_hash_of(self, needed_kib: u32) -> Self {
        if self.is_about_memory() { Self::NoMemory { needed_kib, source: Box::new(self) } } else { self }
    }
}

/// The engine that the operator has chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum EngineChoice {
    /// The fast engine, if it agrees with the reference.
    #[default]
    Auto,
    Reference,
}

/// Creates arenas.
#[derive(Clone)]
pub enum Engine {
    /// `argon2`, of the RustCrypto project. Its tags are right by definition.
    Reference(reference::Lanes),
    /// `argon2-rust`, which uses the widest vectors of the processor.
    Simd,
    /// For tests: an engine that can be wrong.
    #[cfg(test)]
    Other(fn() -> Box<dyn Arena>),
}

impl Engine {
    /// The reference engine, with this many threads for all of its arenas together, but no more than cores.
    pub fn reference(threads: usize) -> Result<Self, EngineError> {
        let cores = std::thread::available_parallelism().map_or(1, usize::from);
        Ok(Self::Reference(reference::Lanes::new(threads.min(cores))?))
    }

    /// Chooses an engine. The fast one is used only if it is faster on this processor, and if its tags of random inputs
    /// are the same as those of the reference.
    pub fn choose(choice: EngineChoice, threads: usize) -> Result<Self, EngineError> {
        if choice == EngineChoice::Auto && !simd::is_faster() {
            tracing::info!(
                "hashing.engine = auto uses the reference: this processor has neither AVX-512 nor AVX2, without which {} is no faster",
                Self::Simd
            );
            return Self::reference(threads);
        }
        Self::choose_by(choice, threads, Self::Simd.arena().as_mut())
    }

    fn choose_by(choice: EngineChoice, threads: usize, sample: &mut dyn Arena) -> Result<Self, EngineError> {
        if choice == EngineChoice::Auto {
            match cross_check(sample, Self::reference(1)?.arena().as_mut()) {
                Ok(()) => return Ok(Self::Simd),
                Err(disagreement) => tracing::error!(
                    "{} does not agree with the reference, which is used instead: {disagreement}",
                    Self::Simd
                ),
            }
        }
        Self::reference(threads)
    }

    pub fn arena(&self) -> Box<dyn Arena> {
        match self {
            Self::Reference(lanes) => Box::new(reference::Arena::new(lanes.clone())),
            Self::Simd => Box::new(simd::Arena::default()),
            #[cfg(test)]
            Self::Other(arena) => arena(),
        }
    }

    /// The name of the crate.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Reference(_) => "argon2",
            Self::Simd => "argon2-rust",
            #[cfg(test)]
            Self::Other(_) => "other",
        }
    }
}

impl std::fmt::Display for Engine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Reference(_) => f.write_str(self.name()),
            #[cfg(test)]
            Self::Other(_) => f.write_str(self.name()),
            Self::Simd => write!(f, "{} ({})", self.name(), simd::vectors()),
        }
    }
}

/// Costs that differ in every parameter: some too small for whole vectors, two with segments of more than 128 blocks,
/// which need new address blocks, two with several threads, and two in arenas of more than 2 MiB, which are mapped.
const CHECKED: [(u32, u32, u32, usize); 8] = [
    (8, 1, 1, 1),
    (71, 3, 1, 1),
    (256, 2, 4, 1),
    (256, 2, 4, 3),
    (515, 1, 7, 2),
    (1_024, 2, 2, 1),
    (2_100, 1, 1, 1),
    (4_160, 2, 4, 4),
];

/// Compares the tags of random passwords, salts and secrets.
fn cross_check(candidate: &mut dyn Arena, reference: &mut dyn Arena) -> Result<(), String> {
    for (memory_kib, passes, lanes, threads) in CHECKED {
        let parameters = Parameters::new(memory_kib, passes, lanes).map_err(|error| error.to_string())?;
        let tag = |input: Input<'_>, tag: &mut [u8]| candidate.tag(input, threads, tag);
        if !agree(tag, reference, parameters).map_err(|error| error.to_string())? {
            return Err(format!("another tag for {parameters}"));
        }
    }
    Ok(())
}

/// Whether both engines compute the same tag for a random password, salt and secret.
pub fn agree(
    candidate: impl FnOnce(Input<'_>, &mut [u8]) -> Result<(), EngineError>,
    reference: &mut dyn Arena,
    parameters: Parameters,
) -> Result<bool, EngineError> {
    let mut random = [0; 88];
    getrandom::fill(&mut random)?;
    let (password, rest) = random.split_at(32);
    let (salt, secret) = rest.split_at(24);
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    let input = Input { algorithm, version, parameters, password, salt, secret, data: &[] };
    let mut tags = [[0; 32]; 2];
    let [ours, theirs] = &mut tags;
    reference.tag(input, 1, theirs)?;
    candidate(input, ours)?;
    Ok(ours == theirs)
}

#[cfg(test)]
mod tests;
