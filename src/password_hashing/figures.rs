//! The file with the figures of a trial: how many hashes a second each arrangement of the cores has made on this machine.

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::Parameters;
use super::arrangement::{Arrangement, Wanted};
use super::engine::EngineChoice;

/// An arrangement has to be this much faster than one with less memory.
const CLEARLY_FASTER: f64 = 1.03;

/// Where the figures are kept, and what they are for.
#[derive(Clone, Debug)]
pub struct FiguresFile {
    pub path: PathBuf,
    machine: String,
    pub candidates: Vec<Arrangement>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// On another machine, and at another cost, they mean nothing.
    machine: String,
    arrangements: Vec<Figure>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Figure {
    at_once: usize,
    threads: usize,
    hashes_per_second: f64,
}

impl FiguresFile {
    /// `None` if there is nothing to choose: the operator has, or the machine has only one arrangement.
    pub fn new(
        path: Option<&Path>,
        wanted: Wanted,
        parameters: Parameters,
        engine: EngineChoice,
    ) -> Option<Self> {
        let path = path.filter(|_| wanted.is_open())?.to_owned();
        let candidates = Arrangement::all(parameters, wanted.cores);
        let machine = format!("{} cores, {}, {parameters}, engine {engine:?}", wanted.cores, processor());
        Some(Self { path, machine, candidates }).filter(|file| file.candidates.len() > 1)
    }

    /// The best arrangement, if the figures are of this machine and this cost.
    pub fn best(&self) -> Option<Arrangement> {
        let text = std::fs::read(&self.path).ok()?;
        let figures: Figures = serde_json::from_slice(&text).ok()?;
        let is_known = |figure: &Figure| self.candidates.contains(&figure.arrangement());
        let is_of_this = figures.machine == self.machine && figures.arrangements.iter().all(is_known);
        figures.best().filter(|_| is_of_this)
    }

    pub fn figures(&self, measured: &[(Arrangement, f64)]) -> Figures {
        let figure = |(arrangement, rate): &(Arrangement, f64)| {
            let Arrangement { at_once, threads } = *arrangement;
            Figure { at_once, threads, hashes_per_second: *rate }
        };
        Figures { machine: self.machine.clone(), arrangements: measured.iter().map(figure).collect() }
    }

    pub fn write(&self, figures: &Figures) -> std::io::Result<()> {
        let new = self.path.with_extension("json.new");
        std::fs::write(&new, serde_json::to_vec_pretty(figures)?)?;
        std::fs::rename(&new, &self.path)
    }
}

impl Figures {
    /// The fastest one, or one with less memory that is hardly slower.
    pub fn best(&self) -> Option<Arrangement> {
        let rates = self.arrangements.iter().map(|figure| figure.hashes_per_second);
        let enough = rates.fold(0.0, f64::max) / CLEARLY_FASTER;
        let fast = self.arrangements.iter().filter(|figure| figure.hashes_per_second >= enough);
        fast.map(Figure::arrangement).min_by_key(|arrangement| arrangement.at_once)
    }
}

impl Figure {
    fn arrangement(&self) -> Arrangement {
        Arrangement { at_once: self.at_once, threads: self.threads }
    }
}

impl std::fmt::Display for Figures {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (number, figure) in self.arrangements.iter().enumerate() {
            let comma = if number == 0 { "" } else { ", " };
            write!(f, "{comma}{:.1} a second with {}", figure.hashes_per_second, figure.arrangement())?;
        }
        Ok(())
    }
}

/// The model of the processor, or nothing where the system does not name it.
fn processor() -> String {
    let info = std::fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|line| line.strip_prefix("model name")?.split_once(": "));
    model.map(|(_, name)| name.trim().to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Arrangement = Arrangement { at_once: 1, threads: 2 };
    const TWO: Arrangement = Arrangement { at_once: 2, threads: 1 };

    fn file(folder: &Path, threads: Option<usize>, passes: u32) -> Option<FiguresFile> {
        let wanted = Wanted { workers: None, threads, cores: 2 };
        let parameters = Parameters::new(8_192, passes, 2).expect("valid");
        FiguresFile::new(Some(&folder.join("hashing.json")), wanted, parameters, EngineChoice::Auto)
    }

    #[test]
    fn the_fastest_wins_and_less_memory_if_it_is_hardly_slower() {
        let file = file(Path::new("/"), None, 1).expect("two arrangements");
        let best = |one, two| file.figures(&[(ONE, one), (TWO, two)]).best();
        assert_eq!(best(46.0, 41.0), Some(ONE));
        assert_eq!(best(45.0, 46.0), Some(ONE));
        assert_eq!(best(40.0, 46.0), Some(TWO));
        assert_eq!(
            file.figures(&[(ONE, 46.28), (TWO, 41.0)]).to_string(),
            "46.3 a second with 1 at once on 2 threads each, 41.0 a second with 2 at once on 1 thread each"
        );
    }

    #[test]
    fn what_was_measured_counts_at_the_same_cost_alone() {
        let folder = tempfile::tempdir().expect("a folder");
        let today = file(folder.path(), None, 1).expect("two arrangements");
        assert_eq!(today.best(), None);
        today.write(&today.figures(&[(ONE, 40.0), (TWO, 46.0)])).expect("written");
        assert_eq!(today.best(), Some(TWO));
        assert_eq!(file(folder.path(), None, 2).expect("two arrangements").best(), None);
        std::fs::write(folder.path().join("hashing.json"), "{").expect("written");
        assert_eq!(today.best(), None, "a damaged file is as good as none");
    }

    #[test]
    fn what_the_operator_has_set_is_not_measured() {
        assert!(file(Path::new("/"), Some(1), 1).is_none());
    }
}
