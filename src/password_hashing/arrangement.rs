//! How the cores are shared out: how many hashes run at once, and on how many threads each.
//!
//! One hash over all cores needs the least memory and is done first. Several at once need more memory, and it depends on the
//! processor's caches which of the two gives more hashes a second.

use super::Parameters;

/// How many hashes run at once, and on how many threads each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Arrangement {
    /// Each has a worker, and an arena of its own.
    pub at_once: usize,
    pub threads: usize,
}

/// What the operator has set, and the machine.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// The number of hashes at once; `None` for as many as the cores have room for.
    pub workers: Option<usize>,
    /// The number of threads of each; `None` for what uses the machine best.
    pub threads: Option<usize>,
    pub cores: usize,
}

impl Arrangement {
    /// The arrangements of a machine: with one thread for each hash, and with more, as far as each thread gets the same
    /// number of lanes. First those that use the most cores, and of these the ones with the most threads for each hash,
    /// which need the least memory.
    pub fn all(parameters: Parameters, cores: usize) -> Vec<Self> {
        let lanes = parameters.lanes() as usize;
        let most = parameters.useful_threads().min(cores).max(1);
        let threads = (1..=most).filter(|threads| lanes.is_multiple_of(*threads));
        let mut all: Vec<_> =
            threads.map(|threads| Self { at_once: (cores / threads).max(1), threads }).collect();
        all.sort_by_key(|arrangement| (arrangement.all_threads(), arrangement.threads));
        all.reverse();
        all
    }

    /// The number of threads that hash at the same time.
    pub fn all_threads(self) -> usize {
        self.at_once.saturating_mul(self.threads)
    }
}

impl std::fmt::Display for Arrangement {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { at_once, threads } = self;
        write!(f, "{at_once} at once on {threads} thread{} each", if *threads == 1 { "" } else { "s" })
    }
}

impl Wanted {
    /// The arrangement for hashes of this cost.
    pub fn arrangement(self, parameters: Parameters) -> Arrangement {
        let Self { workers, cores, .. } = self;
        match (workers, self.threads(parameters)) {
            (Some(at_once), Some(threads)) => Arrangement { at_once, threads },
            (None, Some(threads)) => Arrangement { at_once: (cores / threads).max(1), threads },
            (Some(at_once), None) => {
                let most = cores / at_once;
                let all = Arrangement::all(parameters, cores);
                let threads =
                    all.iter().map(|arrangement| arrangement.threads).filter(|threads| *threads <= most);
                Arrangement { at_once, threads: threads.max().unwrap_or(1) }
            }
            (None, None) => {
                let all = Arrangement::all(parameters, cores);
                all.first().copied().unwrap_or(Arrangement { at_once: cores, threads: 1 })
            }
        }
    }

    /// What the operator has set. A lane cannot be split.
    fn threads(self, parameters: Parameters) -> Option<usize> {
        self.threads.map(|threads| threads.min(parameters.lanes() as usize))
    }

    /// How many threads a hash may use that runs alone.
    pub fn max_threads(self, parameters: Parameters) -> usize {
        self.threads(parameters).unwrap_or_else(|| parameters.useful_threads().min(self.cores).max(1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parameters(lanes: u32) -> Parameters {
        Parameters::new(65_536, 3, lanes).expect("valid")
    }

    fn best(lanes: u32, cores: usize) -> (usize, usize) {
        let Arrangement { at_once, threads } =
            Wanted { workers: None, threads: None, cores }.arrangement(parameters(lanes));
        (at_once, threads)
    }

    #[test]
    fn all_cores_work_and_few_arenas_are_needed() {
        assert_eq!(best(4, 1), (1, 1));
        assert_eq!(best(4, 2), (1, 2));
        assert_eq!(best(4, 3), (3, 1), "two threads would leave a core idle");
        assert_eq!(best(4, 4), (1, 4));
        assert_eq!(best(4, 6), (3, 2));
        assert_eq!(best(4, 16), (4, 4));
        assert_eq!(best(1, 16), (16, 1));
        assert_eq!(best(3, 16), (16, 1), "five hashes on three threads each would leave a core idle");
    }

    #[test]
    fn small_hashes_are_not_split() {
        let small = Parameters::new(64, 1, 1).expect("valid");
        assert_eq!(Arrangement::all(small, 8), [Arrangement { at_once: 8, threads: 1 }]);
    }

    #[test]
    fn what_is_set_counts() {
        let wanted = |workers, threads| {
            let wanted = Wanted { workers, threads, cores: 8 };
            let Arrangement { at_once, threads } = wanted.arrangement(parameters(4));
            (at_once, threads, wanted.max_threads(parameters(4)))
        };
        assert_eq!(wanted(None, None), (2, 4, 4));
        assert_eq!(wanted(Some(1), None), (1, 4, 4));
        assert_eq!(wanted(Some(3), None), (3, 2, 4), "a hash that is alone takes idle threads along");
        assert_eq!(wanted(Some(20), None), (20, 1, 4));
        assert_eq!(wanted(None, Some(1)), (8, 1, 1), "never split");
        assert_eq!(wanted(None, Some(16)), (2, 4, 4), "there are four lanes");
        assert_eq!(wanted(Some(3), Some(2)), (3, 2, 2));
    }
}
