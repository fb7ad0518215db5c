//! How fast this machine hashes, with each engine.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use super::crew::Crew;
use super::engine::{Engine, EngineChoice, EngineError};
use super::{HashingError, Parameters, phc, unexpected};

/// A figure from fewer hashes is none.
const FEWEST: usize = 3;

/// What was measured.
#[derive(Clone, Debug)]
pub struct Benchmark {
    pub engine: String,
    /// That each hash was split over.
    pub threads: usize,
    /// How many hashes went on at the same time.
    pub at_once: usize,
    /// Of one hash, the median.
    pub time: Duration,
    pub per_second: f64,
}

/// Each engine with one hash on one thread, on more and more threads, and with as many hashes as there are workers.
/// Each figure takes so long, and is there as soon as it was measured.
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

/// Hashes for so long in as many arenas as there are hashes at once.
pub fn measure(
    engine: &Engine,
    parameters: Parameters,
    threads: usize,
    at_once: usize,
    duration: Duration,
) -> Result<Benchmark, HashingError> {
    let everybody_is_ready = Barrier::new(at_once);
    let work = || -> Result<(Vec<Duration>, Duration), EngineError> {
        let mut crew = Crew::of(threads, parameters.memory_kib(), engine);
        // The first one waits for its pages.
        let warm = phc::spend(&mut crew, parameters);
        everybody_is_ready.wait();
        warm?;
        let (begin, mut times) = (Instant::now(), Vec::new());
        while times.len() < FEWEST || begin.elapsed() < duration {
            let begin = Instant::now();
            phc::spend(&mut crew, parameters)?;
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
