//! What a check has found.

use std::fmt::Display;

use serde::Serialize;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Level {
    Ok,
    /// The check does not apply, or could not be made.
    Skipped,
    /// The server works, and something is risky or about to fail.
    Warning,
    /// The server does not start, loses something, or reveals something.
    Error,
}

impl Level {
    pub fn name(self) -> &'static str {
        match self {
            Self::Ok => "ok",
            Self::Skipped => "skipped",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One line: what is so, and what to do about it. Has no secret in it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The name of the check, which no release changes.
    pub check: &'static str,
    pub level: Level,
    pub message: String,
    /// What the operator can do.
    pub advice: Option<String>,
}

/// A finding without the name of its check.
pub struct Outcome {
    level: Level,
    message: String,
    advice: Option<String>,
}

impl Outcome {
    pub fn ok(message: impl Display) -> Self {
        Self::new(Level::Ok, message, None)
    }

    pub fn skipped(reason: impl Display) -> Self {
        Self::new(Level::Skipped, reason, None)
    }

    pub fn warning(message: impl Display, advice: impl Display) -> Self {
        Self::new(Level::Warning, message, Some(line(advice)))
    }

    pub fn error(message: impl Display, advice: impl Display) -> Self {
        Self::new(Level::Error, message, Some(line(advice)))
    }

    fn new(level: Level, message: impl Display, advice: Option<String>) -> Self {
        Self { level, message: line(message), advice }
    }

    pub fn of(self, check: &'static str) -> Finding {
        let Self { level, message, advice } = self;
        Finding { check, level, message, advice }
    }
}

/// The text as one line without control characters: parts of it come from servers and from names of files.
fn line(text: impl Display) -> String {
    let text: String = text.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// An amount of things, for people.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_is_one_line_on_which_no_terminal_acts() {
        let finding = Outcome::error("one\n\x1b[31mtwo\u{9b}", "a\tb").of("x");
        assert_eq!((finding.message.as_str(), finding.advice.as_deref()), ("one [31mtwo", Some("a b")));
    }
}
