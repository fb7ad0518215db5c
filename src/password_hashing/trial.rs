//! Measures once on each machine which arrangement of the cores makes the most hashes, while no request needs one. The
//! next start uses the best.

use std::time::Duration;

use super::arrangement::Arrangement;
use super::benchmark::measure;
use super::engine::{Engine, EngineChoice};
use super::figures::{Figures, FiguresFile};
use super::{HashingError, Parameters, PasswordHashing, memory, unexpected};

/// No request has needed a hash for this long before a trial, and none does during it.
const QUIET: Duration = Duration::from_secs(10);

/// How long each arrangement is measured in a round. It counts with its best round, because other work on the machine can
/// only slow it down.
const SAMPLE: Duration = Duration::from_millis(200);
const ROUNDS: usize = 3;

impl PasswordHashing {
    /// Measures the arrangements, if that has not been done on this machine, and returns when it is done. Does so only
    /// while no request needs a hash.
    pub async fn try_arrangements(&self) {
        let Some(file) = self.0.figures.clone().filter(|file| file.best().is_none()) else { return };
        loop {
            tokio::time::sleep(QUIET / 4).await;
            if !self.0.workers.is_quiet_for(QUIET) {
                continue;
            }
            let (hashing, candidates) = (self.clone(), file.candidates.clone());
            let trial = move || {
                let is_quiet = || hashing.0.workers.is_quiet_for(QUIET);
                measured(candidates, hashing.0.parameters, hashing.0.engine, is_quiet)
            };
            match tokio::task::spawn_blocking(trial).await {
                Ok(Ok(Some(measured))) => return self.keep(&file, &file.figures(&measured)),
                Ok(Ok(None)) => {}
                Ok(Err(error)) => return tracing::warn!("hashing could not be measured: {error}"),
                Err(error) => return tracing::error!("hashing could not be measured: {error}"),
            }
        }
    }

    fn keep(&self, file: &FiguresFile, figures: &Figures) {
        if let Err(error) = file.write(figures) {
            tracing::warn!("{} cannot be written: {error}", file.path.display());
        }
        let today = self.0.workers.plan().arrangement;
        let next = figures.best().filter(|best| *best != today);
        let next = next.map(|best| format!("; from the next start on the server computes {best}"));
        tracing::info!("hashes on this machine: {figures}{}", next.unwrap_or_default());
    }
}

/// Hashes a second in each of these arrangements for which there is memory. `None` if `is_quiet` is no longer true.
fn measured(
    candidates: Vec<Arrangement>,
    parameters: Parameters,
    choice: EngineChoice,
    is_quiet: impl Fn() -> bool,
) -> Result<Option<Vec<(Arrangement, f64)>>, HashingError> {
    let threads = candidates.iter().map(|candidate| candidate.all_threads()).max().unwrap_or(1);
    let engine = Engine::choose(choice, threads).map_err(unexpected)?;
    let affordable = memory::left_kib().min(memory::memory_for_hashing_kib());
    let needed = |arrangement: &Arrangement| {
        u64::from(parameters.memory_kib()).saturating_mul(arrangement.at_once as u64)
    };
    let affordable = candidates.into_iter().filter(|candidate| needed(candidate) <= affordable);
    let mut measured: Vec<_> = affordable.map(|candidate| (candidate, 0.0_f64)).collect();
    for _ in 0..ROUNDS {
        for (arrangement, rate) in &mut measured {
            if !is_quiet() {
                return Ok(None);
            }
            *rate = rate.max(measure(&engine, parameters, *arrangement, SAMPLE)?.per_second);
        }
    }
    Ok(Some(measured).filter(|_| is_quiet()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_arrangement_is_measured_and_a_request_ends_the_trial() {
        let parameters = Parameters::new(8_192, 1, 2).expect("valid");
        let candidates = Arrangement::all(parameters, 2);
        let trial = |is_quiet: bool| {
            measured(candidates.clone(), parameters, EngineChoice::Auto, || is_quiet).expect("no error")
        };
        assert_eq!(trial(false), None);
        let rates = trial(true).expect("measured");
        assert!(rates.len() == 2 && rates.iter().all(|(_, rate)| *rate > 1.0), "{rates:?}");
    }
}
