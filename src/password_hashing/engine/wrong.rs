//! For tests: an engine whose tags are changed on purpose.

use super::{Arena, EngineError, Input};

/// Returns the tags of another arena, changed by the function.
pub struct Wrong<F>(pub Box<dyn Arena>, pub F);

impl<F: FnMut(Input<'_>, &mut [u8]) + Send> Arena for Wrong<F> {
    fn tag(&mut self, input: Input<'_>, threads: usize, tag: &mut [u8]) -> Result<(), EngineError> {
        self.0.tag(input, threads, tag)?;
        self.1(input, tag);
        Ok(())
    }

    fn reserve(&mut self, memory_kib: u32) -> Result<(), EngineError> {
        self.0.reserve(memory_kib)
    }

    fn release(&mut self) {
        self.0.release();
    }
}
