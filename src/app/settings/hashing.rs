//! The settings of password hashing.

use std::time::Duration;

use super::Machine;
use crate::config::{self, ConfigError, Engine, Secret};
use crate::password_hashing::{
    EngineChoice, InvalidParameters, Parameters, Pepper, Peppers, Settings, Wanted,
};

pub fn hashing(hashing: &config::Hashing, machine: &Machine) -> Result<Settings, ConfigError> {
    let parameters = Parameters::new(hashing.memory_kib, hashing.passes, hashing.lanes).map_err(|error| {
        let key = match error {
            InvalidParameters::Memory => "hashing.memory_kib",
            InvalidParameters::Passes => "hashing.passes",
            InvalidParameters::Lanes => "hashing.lanes",
        };
        ConfigError::new(key, error)
    })?;
    Ok(Settings {
        parameters,
        engine: match hashing.engine {
            Engine::Auto => EngineChoice::Auto,
            Engine::Reference => EngineChoice::Reference,
        },
        peppers: Peppers {
            current: pepper("hashing.pepper", hashing.pepper.as_ref())?,
            previous: pepper("hashing.previous_pepper", hashing.previous_pepper.as_ref())?,
        },
        wanted: Wanted {
            workers: Some(hashing.workers).filter(|workers| *workers > 0),
            threads: Some(hashing.threads).filter(|threads| *threads > 0),
            cores: machine.cores,
        },
        queue_depth: hashing.queue_depth,
        longest_wait: Duration::from_millis(hashing.longest_wait_ms),
    })
}

fn pepper(key: &str, secret: Option<&Secret>) -> Result<Option<Pepper>, ConfigError> {
    secret.map(|Secret(text)| Pepper::new(text)).transpose().map_err(|error| ConfigError::new(key, error))
}
