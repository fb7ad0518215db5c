//! The log: selects lines, and writes them without a request waiting for the reader.

mod lines;

use std::fmt::{self, Debug, Write};
use std::io::IsTerminal;
use std::panic::PanicHookInfo;

use tracing::field::Field;
use tracing::{Level, Metadata};
use tracing_subscriber::filter::{FilterExt, LevelFilter, Targets, filter_fn};
use tracing_subscriber::fmt::format::{Writer, debug_fn};
use tracing_subscriber::fmt::layer;
use tracing_subscriber::fmt::time::UtcTime;
use tracing_subscriber::prelude::*;

use super::CliError;
use crate::config::{Config, ConfigError, LogFormat};

pub use lines::{Lines, Writer as LineWriter};

/// Starts the log. When the returned value is dropped, queued lines are written, for a limited time.
pub fn start(config: &Config) -> Result<Lines, CliError> {
    let levels = levels_of(config)?;
    let lines = Lines::start(std::io::stdout())
        .map_err(|error| CliError::Refused(format!("cannot start the log: {error}")))?;
    let writer = lines.writer();
    let output =
        layer().with_target(false).with_timer(UtcTime::rfc_3339()).with_writer(move || writer.clone());
    let filter = levels.and(filter_fn(|line| !is_rockets(line)));
    let registry = tracing_subscriber::registry();
    match config.log.format {
        LogFormat::Json => {
            let output = output.json().flatten_event(true).with_span_list(false);
            registry.with(output.with_filter(filter)).init();
        }
        LogFormat::Text => {
            let output = output.with_ansi(std::io::stdout().is_terminal()).fmt_fields(debug_fn(write_field));
            registry.with(output.with_filter(filter)).init();
        }
    }
    std::panic::set_hook(Box::new(log_panic));
    Ok(lines)
}

/// # Errors
///
/// If the settings of the log are not valid.
pub fn check(config: &Config) -> Result<(), ConfigError> {
    levels_of(config).map(drop)
}

fn levels_of(config: &Config) -> Result<Targets, ConfigError> {
    levels(&config.log.level).ok_or_else(|| {
        ConfigError::new(
            "log.level",
            "must be error, warn, info, debug, trace or off, or such by part, as info,frontdesk::web=debug",
        )
    })
}

/// Fields of a line that its message says already; in JSON they have names.
const IN_THE_MESSAGE: [&str; 5] = ["method", "path", "status", "ms", "client"];

/// Writes a field of a line, or of what the line was written in, for people. The message comes first.
fn write_field(writer: &mut Writer<'_>, field: &Field, value: &dyn Debug) -> fmt::Result {
    let mut writer = Escaped(writer);
    match field.name() {
        "message" => write!(writer, "{value:?}"),
        // Of the span, whose only field it is.
        "id" => write!(writer, "id={value:?}"),
        name if IN_THE_MESSAGE.contains(&name) => Ok(()),
        name => write!(writer, " {name}={value:?}"),
    }
}

/// Writes control characters as `\u{9b}`: clients and mail servers choose texts, and a terminal would obey them.
struct Escaped<'a, 'w>(&'a mut Writer<'w>);

impl Write for Escaped<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        for part in text.split_inclusive(char::is_control) {
            match part.char_indices().next_back().filter(|(_, last)| last.is_control()) {
                Some((end, last)) => write!(self.0, "{}{}", &part[..end], last.escape_unicode())?,
                None => self.0.write_str(part)?,
            }
        }
        Ok(())
    }
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
