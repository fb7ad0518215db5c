//! The arenas that a job works in, and the threads that come with them.

use std::time::Duration;

use super::engine::{Arena, Engine, EngineError, Input};
use super::memory;

pub struct ThreadTeam {
    /// The first one computes the hashes. The others lend their threads or their memory.
    arenas: Vec<Box<dyn Arena>>,
    /// Of each arena.
    memory_kib: u32,
    /// That come with each arena.
    threads: usize,
    max_threads: usize,
    has_hashed: bool,
}

impl ThreadTeam {
    /// Takes arenas with `memory_kib` and `threads` each. Splits a hash over at most `max_threads` threads.
    pub fn new(arenas: Vec<Box<dyn Arena>>, memory_kib: u32, threads: usize, max_threads: usize) -> Self {
        Self { arenas, memory_kib, threads, max_threads, has_hashed: false }
    }

    /// A team with this many threads that belongs to no queue.
    pub fn of(threads: usize, memory_kib: u32, engine: &Engine) -> Self {
        Self::new(vec![engine.arena()], memory_kib, threads, threads)
    }

    /// How many threads a hash can be split over here.
    pub fn threads(&self) -> usize {
        self.arenas.len().saturating_mul(self.threads).min(self.max_threads)
    }

    /// The processor time of something that took this long.
    pub fn processor_time(&self, elapsed: Duration) -> Duration {
        elapsed.saturating_mul(u32::try_from(self.threads()).unwrap_or(u32::MAX))
    }

    /// Whether the job has computed a tag.
    pub fn has_hashed(&self) -> bool {
        self.has_hashed
    }

    /// Whether the reference engine makes the tags, so that they are right by definition.
    pub fn is_reference(&self) -> bool {
        self.arenas.iter().all(|arena| arena.is_reference())
    }

    /// Computes a tag, with all threads that it can use. A hash that is too large for one arena gets the memory
    /// of all of them and the rest from the system; afterwards all of it goes back to the system.
    pub fn tag(&mut self, input: Input<'_>, tag: &mut [u8]) -> Result<(), EngineError> {
        self.has_hashed = true;
        let threads = self.threads().min(input.parameters.useful_threads());
        let needed_kib = input.parameters.memory_kib();
        let is_large = needed_kib > self.memory_kib;
        if is_large {
            self.release();
            let left_kib = memory::left_kib();
            if left_kib < u64::from(needed_kib) {
                return Err(EngineError::NoMemoryLeft { needed_kib, left_kib });
            }
        }
        let arena = self.arenas.first_mut().ok_or(EngineError::NoArena)?;
        let done = arena
            .reserve(needed_kib.max(self.memory_kib))
            .and_then(|()| arena.tag(input, threads, tag))
            .map_err(|error| error.for_hash_of(needed_kib));
        if is_large {
            arena.release();
        }
        done
    }

    /// Returns all memory to the system.
    pub fn release(&mut self) {
        self.arenas.iter_mut().for_each(|arena| arena.release());
    }

    pub fn into_arenas(self) -> Vec<Box<dyn Arena>> {
        self.arenas
    }
}
