//! Measures how fast this machine hashes, with each engine.

use std::sync::Barrier;
use std::time::{Duration, Instant};

use super::arrangement::Arrangement;
use super::engine::memory_limit::memory_limit;
use super::engine::{Engine, EngineChoice, EngineError};
use super::thread_team::ThreadTeam;
use super::{HashingError, Parameters, Settings, phc, unexpected};

/// The minimum number of hashes for a meaningful figure.
const FEWEST: usize = 3;

/// An engine in an arrangement of the cores.
#[derive(Clone, Debug)]
pub struct Benchmark {
    pub choice: EngineChoice,
    /// The name of the crate.
    pub engine: &'static str,
    pub arrangement: Arrangement,
    pub measured: Measured,
    /// How many hashes a second the memory allows in this arrangement.
    pub memory_limit: f64,
}

#[derive(Clone, Copy, Debug)]
pub struct Measured {
    /// The median time of one hash.
    pub time: Duration,
    pub per_second: f64,
}

/// Measures each engine in every arrangement of the cores, and with one hash alone on as many threads. Each measurement takes
/// `duration`; the iterator yields it as soon as it is done.
pub fn benchmarks(
    parameters: Parameters,
    cores: usize,
    duration: Duration,
) -> impl Iterator<Item = Result<Benchmark, HashingError>> {
    let engines = [EngineChoice::Auto, EngineChoice::Reference];
    engines.into_iter().flat_map(move |choice| {
        rows(parameters, cores).into_iter().map(move |arrangement| {
            let engine = Engine::choose(choice, arrangement.all_threads()).map_err(unexpected)?;
            // Right before, because other work on the machine comes and goes.
            let memory_limit = memory_limit(parameters, arrangement, duration)?;
            let measured = measure(&engine, parameters, arrangement, duration)?;
            Ok(Benchmark { choice, engine: engine.name(), arrangement, measured, memory_limit })
        })
    })
}

/// One hash alone on more and more threads, and then as many of them as the cores have room for.
fn rows(parameters: Parameters, cores: usize) -> Vec<Arrangement> {
    let mut all = Arrangement::all(parameters, cores);
    all.sort_by_key(|arrangement| arrangement.threads);
    let alone = all.iter().map(|arrangement| Arrangement { at_once: 1, ..*arrangement });
    let several = all.iter().copied().filter(|arrangement| arrangement.at_once > 1);
    alone.chain(several).collect()
}

/// How long one hash takes at the server, if it is alone.
pub fn time_of_one(settings: &Settings) -> Result<Duration, HashingError> {
    let threads = settings.wanted.max_threads(settings.parameters);
    let engine = Engine::choose(settings.engine, threads).map_err(unexpected)?;
    let alone = Arrangement { at_once: 1, threads };
    Ok(measure(&engine, settings.parameters, alone, Duration::ZERO)?.time)
}

/// Hashes for `duration` in this arrangement, each of the hashes that run at once in an arena of its own.
pub fn measure(
    engine: &Engine,
    parameters: Parameters,
    arrangement: Arrangement,
    duration: Duration,
) -> Result<Measured, HashingError> {
    let Arrangement { at_once, threads } = arrangement;
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
    Ok(Measured { time, per_second })
}
