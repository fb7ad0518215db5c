//! Measures how fast this machine hashes, with each engine.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use super::engine::{Engine, EngineChoice, EngineError};
use super::thread_team::ThreadTeam;
use super::{HashingError, Parameters, phc, unexpected};

/// The minimum number of hashes for a meaningful figure.
const FEWEST: usize = 3;

/// The result of one measurement.
#[derive(Clone, Debug)]
pub struct Benchmark {
    pub engine: String,
    /// The number of threads that each hash was split over.
    pub threads: usize,
    /// The number of hashes that ran at the same time.
    pub at_once: usize,
    /// The median time of one hash.
    pub time: Duration,
    pub per_second: f64,
}

/// Measures each engine with one hash on one thread, with one hash on more and more threads, and with one hash for each
/// worker at the same time. Each measurement takes `duration`; the iterator yields it as soon as it is done.
pub fn benchmarks(
    parameters: Parameters,
    workers: usize,
    duration: Duration,
) -> impl Iterator<Item = Result<Benchmark, HashingError>> {
    let engines = [EngineChoice::Auto, EngineChoice::Reference];
    engines.into_iter().flat_map(move |choice| {
        let most = workers.min(parameters.lanes() as usize);
        let doubled = std::iter::successors(Some(1), |threads| Some(threads * 2));
        let alone =
            doubled.take_while(move |threads| *threads < most).chain([most]).map(|threads| (threads, 1));
        let shapes = alone.chain((workers > 1).then_some((1, workers)));
        shapes.map(move |(threads, at_once)| {
            let engine = Engine::choose(choice, threads * at_once).map_err(unexpected)?;
            measure(&engine, parameters, threads, at_once, duration)
        })
    })
}

/// Hashes for `duration`, with `at_once` hashes at the same time, each in its own arena.
pub fn measure(
    engine: &Engine,
    parameters: Parameters,
    threads: usize,
    at_once: usize,
    duration: Duration,
) -> Result<Benchmark, HashingError> {
    let everybody_is_ready = Barrier::new(at_once);
    let work = || -> Result<(Vec<Duration>, Duration), EngineError> {
        let mut team = ThreadTeam::of(threads, parameters.memory_kib(), engine);
        // The first hash is slower, because the system maps its memory.
        let warm = phc::spend(&mut team, parameters);
        everybody_is_ready.wait();
        warm?;
        let (begin, mut times) = (Instant::now(), Vec::new());
        while times.len() < FEWEST || begin.elapsed() < duration {
            let begin = Instant::now();
            phc::spend(&mut team, parameters)?;
            times.push(begin.elapsed());
        }
        Ok((times, begin.elapsed()))
    };
    let done: Result<Vec<_>, _> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(work)).collect();
        workers.into_iter().map(|worker| worker.join().unwrap_or(Err(EngineError::NoArena))).collect()
    });
    let done = done.map_err(unexpected)?;
    let per_second =
        done.iter().map(|(times, elapsed)| times.len() as f64 / elapsed.as_secs_f64()).sum::<f64>();
    let mut times: Vec<_> = done.into_iter().flat_map(|(times, _)| times).collect();
    times.sort_unstable();
    let time = times.get(times.len() / 2).copied().unwrap_or_default();
    Ok(Benchmark { engine: engine.name().to_owned(), threads, at_once, time, per_second })
}
