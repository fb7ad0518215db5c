//! Memory for blocks of Argon2, straight from the system.

use argon2::Block;
use memmap2::MmapMut;

/// Zeroed memory, on pages of 2 MiB if the system has them.
pub struct Mapping(MmapMut);

impl Mapping {
    pub fn new(memory_kib: u32) -> std::io::Result<Self> {
        let octets = usize::try_from(memory_kib).unwrap_or(usize::MAX).saturating_mul(Block::SIZE);
        let memory = MmapMut::map_anon(octets)?;
        // Without large pages hashing is slower, but works.
        #[cfg(target_os = "linux")]
        let _ = memory.advise(memmap2::Advice::HugePage);
        Ok(Self(memory))
    }

    /// The number of blocks.
    pub fn len(&self) -> usize {
        self.0.len() / Block::SIZE
    }

    /// The mapping starts on a page, so it contains whole blocks only.
    #[expect(unsafe_code, reason = "argon2 fills only blocks, and a mapping is bytes")]
    pub fn blocks(&mut self) -> &mut [Block] {
        // SAFETY: a block is 128 words without padding, and every bit pattern is valid; the mapping is initialized (an
        // anonymous one is zero) and borrowed for as long as the blocks are.
        let (_, blocks, _) = unsafe { self.0.align_to_mut::<Block>() };
        blocks
    }
}
