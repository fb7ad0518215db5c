//! The fast engine: the crate `argon2-rust`, used only through its safe interface.
//!
//! `docs/SECURITY.md` describes the review of its source and its risks.

use argon2_rust::params::{Memory, TagLen};
use argon2_rust::{Algorithm, Argon2, Hasher, Params, Version};

use super::{EngineError, Input};

/// The vector instructions of the processor.
pub fn vectors() -> String {
    argon2_rust::detected_backend().to_string()
}

/// Whether the crate is faster than the reference on this processor: about 2.1 times with AVX-512, and 1.5 times with
/// AVX2. Without these it is no faster; NEON was not measured.
pub fn is_faster() -> bool {
    let vectors = vectors().to_ascii_lowercase();
    vectors.contains("avx512") || vectors.contains("avx2")
}

/// The arena of the crate: mapped with pages of 2 MiB, kept between hashes, and wiped at the end of each.
pub struct Arena(Hasher);

fn hashing(params: Params) -> Argon2 {
    Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
}

impl Default for Arena {
    fn default() -> Self {
        Self(hashing(Params::DEFAULT).hasher())
    }
}

impl super::Arena for Arena {
    fn tag(&mut self, input: Input<'_>, threads: usize, tag: &mut [u8]) -> Result<(), EngineError> {
        let parameters = input.parameters;
        let threads = u32::try_from(threads).unwrap_or(u32::MAX).clamp(1, parameters.lanes());
        let params = Params::builder()
            .memory(Memory::kib(parameters.memory_kib().into()))
            .passes(parameters.passes())
            .lanes(parameters.lanes())
            .threads(threads)
            .tag_len(TagLen::bytes(u64::try_from(tag.len()).unwrap_or(u64::MAX)))
            .build()?;
        self.0.set_argon2(Argon2::new(algorithm(input.algorithm), version(input.version), params));
        Ok(self.0.hash_into_with_ad(input.password, input.salt, input.secret, input.data, tag)?)
    }

    fn reserve(&mut self, memory_kib: u32) -> Result<(), EngineError> {
        let params = Params::builder().memory(Memory::kib(memory_kib.into())).lanes(1).build()?;
        self.0.set_argon2(hashing(params));
        Ok(self.0.reserve()?)
    }

    fn release(&mut self) {
        self.0.clear();
    }
}

fn algorithm(algorithm: argon2::Algorithm) -> Algorithm {
    match algorithm {
        argon2::Algorithm::Argon2d => Algorithm::Argon2d,
        argon2::Algorithm::Argon2i => Algorithm::Argon2i,
        argon2::Algorithm::Argon2id => Algorithm::Argon2id,
    }
}

fn version(version: argon2::Version) -> Version {
    match version {
        argon2::Version::V0x10 => Version::V0x10,
        argon2::Version::V0x13 => Version::V0x13,
    }
}
