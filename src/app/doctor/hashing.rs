//! What a hash costs on this machine, and whether there is memory for all workers.

use std::time::Duration;

use super::{Outcome, Subject};
use crate::password_hashing::{Parameters, all_memory_kib, time_of_one};

/// OWASP, "Password Storage Cheat Sheet": a hash should take less than a second. Also, a request that hashes twice must be
/// done within the two seconds that a server that stops gives it beyond the waits.
const SLOW: Duration = Duration::from_secs(1);

const CALIBRATE: &str = "find a suitable cost: frontdesk hash calibrate";

pub fn cost(subject: &mut Subject) -> Vec<Outcome> {
    let hashing = &subject.settings.hashing;
    vec![match time_of_one(hashing) {
        Ok(time) => judged(hashing.parameters, time),
        Err(error) => Outcome::error(error, "give the machine more memory, or hash with less"),
    }]
}

fn judged(parameters: Parameters, time: Duration) -> Outcome {
    let took = format!("a hash with {parameters} takes {:.0} ms on this machine", time.as_secs_f64() * 1e3);
    match (parameters.is_weak(), time > SLOW) {
        (true, _) => Outcome::warning(
            format_args!("{took}, and is weaker than OWASP's minimum of m=19456,t=2"),
            CALIBRATE,
        ),
        (false, true) => {
            Outcome::warning(format_args!("{took}, and should take less than a second"), CALIBRATE)
        }
        (false, false) => Outcome::ok(took),
    }
}

pub fn memory(subject: &mut Subject) -> Vec<Outcome> {
    let hashing = &subject.settings.hashing;
    let workers = u64::try_from(hashing.arrangement().at_once).unwrap_or(u64::MAX);
    let needed = u64::from(hashing.parameters.memory_kib()).saturating_mul(workers);
    vec![in_memory(workers, needed, all_memory_kib())]
}

/// Both amounts are in KiB.
fn in_memory(workers: u64, needed: u64, all: u64) -> Outcome {
    let told = format!(
        "hashes at once: {workers}, in {}; the machine has {}",
        super::octets(needed.saturating_mul(1_024)),
        super::octets(all.saturating_mul(1_024))
    );
    let advice = "lower hashing.workers or hashing.memory_kib: frontdesk hash calibrate";
    match needed {
        needed if needed >= all => Outcome::error(told, advice),
        needed if needed > all / 2 => Outcome::warning(told, advice),
        _ => Outcome::ok(told),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::doctor::Level;

    #[test]
    fn a_hash_that_is_weak_or_takes_a_second_is_a_warning() {
        for (memory_kib, passes, milliseconds, expected) in [
            (65_536, 3, 80, Level::Ok),
            (19_456, 2, 1_000, Level::Ok),
            (65_536, 3, 1_001, Level::Warning),
            (19_455, 2, 80, Level::Warning),
            (65_536, 1, 80, Level::Warning),
        ] {
            let parameters = Parameters::new(memory_kib, passes, 1).expect("valid");
            let finding = judged(parameters, Duration::from_millis(milliseconds)).of("hash_cost");
            assert_eq!(finding.level, expected, "{}", finding.message);
        }
    }

    #[test]
    fn workers_leave_memory_for_other_programs() {
        for (needed, expected) in [(500, Level::Ok), (501, Level::Warning), (1_000, Level::Error)] {
            assert_eq!(in_memory(2, needed, 1_000).of("hash_memory").level, expected, "{needed}");
        }
    }
}
