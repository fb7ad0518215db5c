//! What a hash costs, as the workers take it.

use std::time::Duration;

use crate::config::{self, ConfigError, Secret};
use crate::password_hashing::{self, EngineChoice, InvalidParameters, Parameters, Pepper, Peppers};

/// Each is a thread with memory of its own; a machine with more cores than this has not been seen.
const MOST_WORKERS: usize = 1_024;

pub fn hashing(hashing: &config::Hashing) -> Result<password_hashing::Settings, ConfigError> {
    let parameters = Parameters::new(hashing.memory_kib, hashing.passes, hashing.lanes).map_err(|error| {
        let key = match error {
            InvalidParameters::Memory => "hashing.memory_kib",
            InvalidParameters::Passes => "hashing.passes",
            InvalidParameters::Lanes => "hashing.lanes",
        };
        ConfigError::new(key, error)
    })?;
    let workers = match hashing.workers {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        workers if workers <= MOST_WORKERS => workers,
        _ => return Err(ConfigError::new("hashing.workers", format!("must be at most {MOST_WORKERS}"))),
    };
    let engine = match hashing.engine.as_str() {
        "auto" => EngineChoice::Auto,
        "reference" => EngineChoice::Reference,
        _ => return Err(ConfigError::new("hashing.engine", "must be auto or reference")),
    };
    Ok(password_hashing::Settings {
        parameters,
        engine,
        peppers: Peppers {
            current: pepper("hashing.pepper", hashing.pepper.as_ref())?,
            previous: pepper("hashing.previous_pepper", hashing.previous_pepper.as_ref())?,
        },
        workers,
        queue_depth: hashing.queue_depth,
        longest_wait: Duration::from_millis(hashing.longest_wait_ms),
        split: hashing.split,
    })
}

fn pepper(key: &str, secret: Option<&Secret>) -> Result<Option<Pepper>, ConfigError> {
    secret.map(|Secret(text)| Pepper::new(text)).transpose().map_err(|error| ConfigError::new(key, error))
}
