//! Finds parameters for a machine: as much memory as it can spare, and as many passes as the target time allows (RFC
//! 9106, section 4).

use std::time::Duration;

use super::arrangement::{Arrangement, Wanted};
use super::benchmark::measure;
use super::engine::{Engine, EngineChoice};
use super::parameters::{MAX_MEMORY_KIB, MINIMUM_MEMORY_KIB};
use super::{HashingError, Parameters, unexpected};

/// The memory sizes to try, in KiB: from OWASP's minimum to the maximum for one hash.
const STEPS: [u32; 8] =
    [MINIMUM_MEMORY_KIB, 32_768, 49_152, 65_536, 98_304, 131_072, 196_608, MAX_MEMORY_KIB];

/// The duration of each measurement.
const SAMPLE: Duration = Duration::from_millis(400);

/// The wanted cost.
#[derive(Clone, Debug)]
pub struct Calibration {
    pub engine: EngineChoice,
    pub lanes: u32,
    /// How the server would share out the cores.
    pub wanted: Wanted,
    /// How long one hash may take while the others run, too.
    pub target: Duration,
    /// The maximum memory for all hashes that run at once, in KiB.
    pub memory_kib: u64,
}

/// Parameters and their measured time.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    pub parameters: Parameters,
    pub arrangement: Arrangement,
    pub time: Duration,
    pub is_in_time: bool,
}

#[derive(Debug, thiserror::Error)]
pub enum CannotCalibrate {
    #[error(
        "{0} KiB are less than OWASP's minimum of {MINIMUM_MEMORY_KIB} KiB for each hash that runs at once: use fewer workers"
    )]
    Memory(u64),
    #[error(
        "two passes over {MINIMUM_MEMORY_KIB} KiB, OWASP's minimum, take longer than that: allow more time"
    )]
    Time,
}

impl Calibration {
    /// Tries each memory size with as many passes as the target time allows. Yields each result as soon as it is
    /// measured.
    pub fn candidates(&self) -> Result<impl Iterator<Item = Result<Candidate, HashingError>>, HashingError> {
        let engine = Engine::choose(self.engine, self.wanted.cores).map_err(unexpected)?;
        let fitting = STEPS.into_iter().filter(|memory_kib| self.fits(*memory_kib));
        Ok(fitting.map(move |memory_kib| {
            let time = |passes| -> Result<(Parameters, Duration), HashingError> {
                let parameters = Parameters::new(memory_kib, passes, self.lanes).map_err(unexpected)?;
                let arrangement = self.wanted.arrangement(parameters);
                Ok((parameters, measure(&engine, parameters, arrangement, SAMPLE)?.time))
            };
            let (_, of_one) = time(1)?;
            let (_, of_two) = time(2)?;
            let of_each_more = of_two.saturating_sub(of_one).as_secs_f64().max(1e-6);
            let more = (self.target.saturating_sub(of_one).as_secs_f64() / of_each_more) as u32;
            let most =
                (1..=1 + more).rev().find(|passes| Parameters::new(memory_kib, *passes, self.lanes).is_ok());
            let (parameters, time) = time(most.unwrap_or(1))?;
            // Allow 10 % more, because two measurements of the same cost differ.
            let is_in_time = time.as_secs_f64() <= self.target.as_secs_f64() * 1.1;
            let arrangement = self.wanted.arrangement(parameters);
            Ok(Candidate { parameters, arrangement, time, is_in_time })
        }))
    }

    /// Whether there is memory for as many hashes of this size as would run at once.
    fn fits(&self, memory_kib: u32) -> bool {
        let parameters = Parameters::new(memory_kib, 1, self.lanes);
        let at_once = parameters.map_or(1, |parameters| self.wanted.arrangement(parameters).at_once);
        u64::from(memory_kib).saturating_mul(at_once as u64) <= self.memory_kib
    }

    /// The most memory that allows three passes (RFC 9106's second recommended option), or else two (OWASP's minimum).
    pub fn pick(&self, candidates: &[Candidate]) -> Result<Candidate, CannotCalibrate> {
        if !self.fits(MINIMUM_MEMORY_KIB) {
            return Err(CannotCalibrate::Memory(self.memory_kib));
        }
        let with = |passes: u32| {
            let fits = move |tried: &&Candidate| tried.is_in_time && tried.parameters.passes() >= passes;
            candidates.iter().filter(fits).max_by_key(|tried| tried.parameters.memory_kib()).copied()
        };
        with(3).or_else(|| with(2)).ok_or(CannotCalibrate::Time)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tried(memory_kib: u32, passes: u32, is_in_time: bool) -> Candidate {
        let parameters = Parameters::new(memory_kib, passes, 4).expect("valid");
        let arrangement = Arrangement { at_once: 1, threads: 2 };
        Candidate { parameters, arrangement, time: Duration::from_millis(50), is_in_time }
    }

    fn calibration(memory_kib: u64) -> Calibration {
        let target = Duration::from_millis(50);
        let wanted = Wanted { workers: None, threads: None, cores: 2 };
        Calibration { engine: EngineChoice::Auto, lanes: 4, wanted, target, memory_kib }
    }

    #[test]
    fn memory_comes_before_passes_but_three_passes_before_memory() {
        let some = [tried(32_768, 6, true), tried(65_536, 3, true), tried(98_304, 2, true)];
        let pick = |candidates: &[Candidate]| {
            calibration(262_144).pick(candidates).map(|pick| pick.parameters.memory_kib()).ok()
        };
        assert_eq!(pick(&some), Some(65_536));
        assert_eq!(pick(&some[2..]), Some(98_304));
        assert_eq!(pick(&[tried(19_456, 2, false), tried(32_768, 1, true)]), None);
        assert!(matches!(calibration(10_000).pick(&some), Err(CannotCalibrate::Memory(10_000))));
    }

    #[test]
    fn each_memory_size_that_fits_is_tried() {
        let calibration = Calibration { target: Duration::from_millis(1), ..calibration(32_768) };
        let candidates: Vec<_> = calibration.candidates().and_then(|each| each.collect()).expect("measured");
        let sizes: Vec<_> = candidates.iter().map(|tried| tried.parameters.memory_kib()).collect();
        assert_eq!(sizes, [19_456, 32_768]);
    }
}
