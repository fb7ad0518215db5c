//! The reference engine: the crate `argon2`, in memory that is kept between hashes.

use std::sync::Arc;

use argon2::{Argon2, AssociatedData, Block, ParamsBuilder};
use memmap2::MmapMut;
use rayon::{ThreadPool, ThreadPoolBuilder};
use zeroize::Zeroize;

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
    memory: Option<MmapMut>,
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
        let memory = self.memory.as_deref_mut().unwrap_or_default();
        let blocks = Wiped(&mut blocks(memory)[..params.block_count()]);
        let argon2 = Argon2::new_with_secret(input.secret, input.algorithm, input.version, params)?;
        self.lanes.0.install(|| {
            argon2.hash_password_into_with_memory(input.password, input.salt, tag, &mut *blocks.0)
        })?;
        Ok(())
    }

    fn reserve(&mut self, memory_kib: u32) -> Result<(), EngineError> {
        let octets = usize::try_from(memory_kib).unwrap_or(usize::MAX).saturating_mul(Block::SIZE);
        if self.memory.as_ref().is_some_and(|memory| memory.len() >= octets) {
            return Ok(());
        }
        // Free the old memory first, so that both are never held at once.
        self.memory = None;
        let memory = MmapMut::map_anon(octets)?;
        // Without large pages hashing is slower, but works.
        #[cfg(target_os = "linux")]
        let _ = memory.advise(memmap2::Advice::HugePage);
        self.memory = Some(memory);
        Ok(())
    }

    fn release(&mut self) {
        self.memory = None;
    }

    fn is_reference(&self) -> bool {
        true
    }
}

/// The blocks in a mapping. The mapping starts on a page, so it contains whole blocks only.
#[expect(unsafe_code, reason = "argon2 fills only blocks, and a mapping is bytes")]
fn blocks(memory: &mut [u8]) -> &mut [Block] {
    // SAFETY: a block is 128 words without padding, and every bit pattern is valid; the mapping is initialized (an
    // anonymous one is zero) and borrowed for as long as the blocks are.
    let (_, blocks, _) = unsafe { memory.align_to_mut::<Block>() };
    blocks
}

/// Zeroes the blocks when it is dropped, also in a panic.
struct Wiped<'a>(&'a mut [Block]);

impl Drop for Wiped<'_> {
    fn drop(&mut self) {
        self.0.iter_mut().for_each(Zeroize::zeroize);
    }
}
