//! The most hashes that this machine's memory allows: a loop with the memory accesses of Argon2id, and next to no
//! computation between them.
//!
//! Each thread has its share of a hash's blocks, as if it filled the same lanes throughout. It writes one block after the
//! other, from the one before and from one that depends on what it has read, with the distribution of RFC 9106, section
//! 3.4.1.2.

use std::hint::black_box;
use std::sync::Barrier;
use std::time::{Duration, Instant};

use argon2::Block;

use super::EngineError;
use super::mapping::Mapping;
use crate::password_hashing::arrangement::Arrangement;
use crate::password_hashing::{HashingError, Parameters, unexpected};

/// An odd constant, by which the words of the loop keep changing (Knuth's multiplier for 64 bits).
const MULTIPLIER: u64 = 6_364_136_223_846_793_005;

/// How many hashes a second the memory allows in this arrangement, measured for about `duration`.
pub fn memory_limit(
    parameters: Parameters,
    arrangement: Arrangement,
    duration: Duration,
) -> Result<f64, HashingError> {
    let threads = arrangement.all_threads();
    let share_kib = parameters.memory_kib() / u32::try_from(arrangement.threads).unwrap_or(u32::MAX);
    let ready = Barrier::new(threads);
    let work = || -> Result<f64, EngineError> {
        let mapping = Mapping::new(share_kib);
        ready.wait();
        let mut mapping = mapping?;
        // The first one is slower, because the system maps the memory.
        fill(mapping.blocks(), parameters.passes());
        let (begin, mut hashes) = (Instant::now(), 0_u32);
        while hashes == 0 || begin.elapsed() < duration {
            fill(mapping.blocks(), parameters.passes());
            hashes += 1;
        }
        black_box(mapping.blocks());
        Ok(f64::from(hashes) / begin.elapsed().as_secs_f64())
    };
    let done: Result<Vec<f64>, _> = std::thread::scope(|scope| {
        let threads: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
        threads.into_iter().map(|thread| thread.join().unwrap_or(Err(EngineError::NoArena))).collect()
    });
    Ok(done.map_err(unexpected)?.iter().sum::<f64>() / arrangement.threads as f64)
}

fn fill(blocks: &mut [Block], passes: u32) {
    let len = blocks.len();
    for pass in 0..passes {
        for index in if pass == 0 { 2 } else { 0 }..len {
            let previous = (index + len - 1) % len;
            let random = blocks[previous].as_ref()[0];
            // In the first pass only the blocks before it are there; later all but itself and the previous one.
            let area = if pass == 0 { index - 1 } else { len - 2 };
            let reference = (start(pass, index) + reference_in(area, random)) % len;
            step(blocks, [index, previous, reference], random, pass);
        }
    }
}

/// Where the blocks begin to which a block may refer: those behind it are the oldest.
fn start(pass: u32, index: usize) -> usize {
    if pass == 0 { 0 } else { index + 1 }
}

/// The position in an area, from the oldest block on, to which a random word refers: newer ones are likelier.
fn reference_in(area: usize, random: u64) -> usize {
    let random = random & 0xffff_ffff;
    let area = area as u64;
    let back = (area * ((random * random) >> 32)) >> 32;
    (area - 1 - back.min(area - 1)) as usize
}

fn step(blocks: &mut [Block], indices: [usize; 3], random: u64, pass: u32) {
    let Ok([block, previous, reference]) = blocks.get_disjoint_mut(indices) else { return };
    let words = previous.as_ref().iter().zip(reference.as_ref());
    for (word, (previous, reference)) in block.as_mut().iter_mut().zip(words) {
        *word = previous ^ reference ^ if pass == 0 { 0 } else { *word };
    }
    block.as_mut()[0] = random.wrapping_mul(MULTIPLIER).wrapping_add(indices[0] as u64).rotate_left(31);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_refers_to_others_that_are_there() {
        for area in [1, 2, 3, 100] {
            for random in [0, 1, 0x8000_0000, u64::MAX] {
                assert!(reference_in(area, random) < area);
            }
        }
        let newer = (0..1_000_u64).filter(|number| reference_in(100, number * 4_294_967) >= 50).count();
        assert!((650..750).contains(&newer), "half of the words are below 1/\u{221a}2 of the range: {newer}");
    }

    #[test]
    fn it_is_measured() {
        let parameters = Parameters::new(256, 2, 2).expect("valid");
        let arrangement = Arrangement { at_once: 2, threads: 2 };
        assert!(memory_limit(parameters, arrangement, Duration::from_millis(5)).expect("memory") > 1.0);
    }
}
