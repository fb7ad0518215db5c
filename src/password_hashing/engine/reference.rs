//! The reference engine: the crate `argon2`, in memory that is kept between hashes.

use std::sync::Arc;

use argon2::{Argon2, AssociatedData, Block, ParamsBuilder};
use rayon::{ThreadPool, ThreadPoolBuilder};
use zeroize::Zeroize;

use super::mapping::Mapping;
use super::{EngineError, Input};

/// The threads that fill lanes, for all arenas together: idle threads take lanes of any running hash.
#[derive(Clone)]
pub struct Lanes(Arc<ThreadPool>);

impl Lanes {
    pub fn new(threads: usize) -> Result<Self, EngineError> {
        let named = |number| format!("argon2-{number}");
        Ok(Self(Arc::new(ThreadPoolBuilder::new().num_threads(threads).thread_name(named).build()?)))
    }
}

pub struct Arena {
    lanes: Lanes,
    memory: Option<Mapping>,
}

impl Arena {
    pub fn new(lanes: Lanes) -> Self {
        Self { lanes, memory: None }
    }
}

impl super::Arena for Arena {
    /// The number of threads depends on how many are idle.
    fn tag(&mut self, input: Input<'_>, _threads: usize, tag: &mut [u8]) -> Result<(), EngineError> {
        let parameters = input.parameters;
        self.reserve(parameters.memory_kib())?;
        let params = ParamsBuilder::new()
            .m_cost(parameters.memory_kib())
            .t_cost(parameters.passes())
            .p_cost(parameters.lanes())
            .data(AssociatedData::new(input.data)?)
            .output_len(tag.len())
            .build()?;
        let memory = self.memory.as_mut().ok_or(EngineError::NoArena)?;
        let blocks = Wiped(&mut memory.blocks()[..params.block_count()]);
        let argon2 = Argon2::new_with_secret(input.secret, input.algorithm, input.version, params)?;
        self.lanes.0.install(|| {
            argon2.hash_password_into_with_memory(input.password, input.salt, tag, &mut *blocks.0)
        })?;
        Ok(())
    }

    fn reserve(&mut self, memory_kib: u32) -> Result<(), EngineError> {
        if self.memory.as_ref().is_some_and(|memory| memory.len() >= memory_kib as usize) {
            return Ok(());
        }
        // Free the old memory first, so that both are never held at once.
        self.memory = None;
        self.memory = Some(Mapping::new(memory_kib)?);
        Ok(())
    }

    fn release(&mut self) {
        self.memory = None;
    }

    fn is_reference(&self) -> bool {
        true
    }
}

/// Zeroes the blocks when it is dropped, also in a panic.
struct Wiped<'a>(&'a mut [Block]);

impl Drop for Wiped<'_> {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}
