//! The log: which lines there are, and how they leave without a request waiting for their reader.

mod lines;

use std::io::IsTerminal;
use std::panic::PanicHookInfo;

use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt, LevelFilter, Targets, filter_fn};
use tracing_subscriber::fmt::time::UtcTime;
use tracing_subscriber::prelude::*;

use super::CliError;
use crate::config::{Config, ConfigError};

pub use lines::{Lines, Writer};

/// Starts the log. What is queued is written, within a bound, when the value is dropped.
pub fn start(config: &Config) -> Result<Lines, CliError> {
    let levels = levels(&config.log).ok_or_else(|| {
        ConfigError::new(
            "log",
            "must be error, warn, info, debug, trace or off, or such by part, as info,frontdesk::web=debug",
        )
    })?;
    let lines = Lines::start(std::io::stdout())
        .map_err(|error| CliError::Refused(format!("cannot start the log: {error}")))?;
    let writer = lines.writer();
    let layer = tracing_subscriber::fmt::layer()
        .with_target(false)
        .with_ansi(std::io::stdout().is_terminal())
        .with_timer(UtcTime::rfc_3339())
        .with_writer(move || writer.clone())
        .with_filter(levels.and(filter_fn(|line| !is_rockets(line))));
    tracing_subscriber::registry().with(layer).init();
    std::panic::set_hook(Box::new(log_panic));
    Ok(lines)
}

/// Standard error may be a pipe that nothing reads, too: there a request that panics would hang.
fn log_panic(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let text = payload.downcast_ref::<&str>().copied();
    let message =
        text.or_else(|| payload.downcast_ref::<String>().map(String::as_str)).unwrap_or("no message");
    match panic.location() {
        Some(location) => tracing::error!("panic at {location}: {message}"),
        None => tracing::error!("panic: {message}"),
    }
}

/// A word alone has to be a level: the library would take it for the name of a part.
fn levels(text: &str) -> Option<Targets> {
    let mut words = text.split(',').filter(|part| !part.contains('='));
    words.all(|word| word.trim().parse::<LevelFilter>().is_ok()).then(|| text.parse().ok()).flatten()
}

/// Rocket tells of every request in several lines, with whole addresses, in which a token may be. It marks the
/// lines that its macros write in our own modules by an underscore. Only its templates' mistakes are of use.
fn is_rockets(line: &Metadata<'_>) -> bool {
    let target = line.target();
    let is_mistake = target.starts_with("rocket_dyn_templates") && *line.level() <= Level::WARN;
    (target.starts_with("rocket") || target.ends_with("::_")) && !is_mistake
}
