//! Whether the settings and the files that they name can be used, and where the settings came from.

use std::path::Path;

use super::{Outcome, Subject};
use crate::app::build;
use crate::app::settings::Settings;
use crate::config::{Config, ConfigError, Layers};

/// All settings, or why there are none.
pub fn read(named: Option<&Path>) -> Result<(Layers, Config, Settings), Outcome> {
    let read = || -> Result<_, ConfigError> {
        let layers = Layers::read(named)?;
        let config = layers.config()?;
        let settings = Settings::read(&layers.figment, &config)?;
        Ok((layers, config, settings))
    };
    read().map_err(|error| {
        Outcome::error(error, "correct this setting (docs/CONFIGURATION.md has them all), and run this again")
    })
}

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let mut outcomes = Vec::new();
    match build::build(&subject.settings) {
        Ok(parts) => subject.parts = Some(parts),
        Err(error) => {
            outcomes.push(Outcome::error(error, "correct this setting or the file: no command starts"))
        }
    }
    if let Some(above) = &subject.layers.overlooked {
        outcomes.push(Outcome::warning(
            format_args!("there is no Rocket.toml here, and {} is not read", above.display()),
            "start in its folder, or name it with --config",
        ));
    }
    if !outcomes.is_empty() {
        return outcomes;
    }
    let mut told = match &subject.layers.file {
        Some(file) => format!("the settings are from {} and the environment", file.display()),
        None => "the settings are from the environment: there is no Rocket.toml here".to_owned(),
    };
    if !subject.layers.ignored.is_empty() {
        told += &format!("; ignored variables of Kubernetes: {}", subject.layers.ignored.join(", "));
    }
    vec![Outcome::ok(told)]
}
