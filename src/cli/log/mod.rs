//! The log: selects lines, and writes them without a request waiting for the reader.

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

/// Starts the log. When the returned value is dropped, queued lines are written, for a limited time.
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

/// Logs a panic instead of writing it to standard error, which may be a pipe that is not read: the request that panics
/// would hang.
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

/// A word without `=` must be a level, because the library would accept any word as the name of a part.
fn levels(text: &str) -> Option<Targets> {
    let mut words = text.split(',').filter(|part| !part.contains('='));
    words.all(|word| word.trim().parse::<LevelFilter>().is_ok()).then(|| text.parse().ok()).flatten()
}

/// Whether Rocket wrote a line. Rocket logs each request in several lines with whole addresses, which may contain a
/// token. Lines that its macros write in our own modules have a target that ends with an underscore. Only mistakes in
/// templates are useful.
fn is_rockets(line: &Metadata<'_>) -> bool {
    let target = line.target();
    let is_mistake = target.starts_with("rocket_dyn_templates") && *line.level() <= Level::WARN;
    (target.starts_with("rocket") || target.ends_with("::_")) && !is_mistake
}
