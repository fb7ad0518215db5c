//! The progress of long work, on standard error: a bar on a terminal, otherwise a line now and then.

use std::io::{IsTerminal, Write, stderr};
use std::time::{Duration, Instant};

/// How often the bar is drawn, and how often a line is written where there is no terminal.
const REDRAW: Duration = Duration::from_millis(100);
const LINE: Duration = Duration::from_secs(10);

const WIDTH: u64 = 24;

pub struct Progress {
    is_terminal: bool,
    unit: Unit,
    drawn: Option<Instant>,
    /// What is being done, and since when.
    verb: String,
    since: Instant,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    Octets,
    Rows,
}

impl Progress {
    /// Without a terminal the first line comes after ten seconds, so short work writes none.
    pub fn new(unit: Unit) -> Self {
        let now = Instant::now();
        let is_terminal = stderr().is_terminal();
        Self { is_terminal, unit, drawn: (!is_terminal).then_some(now), verb: String::new(), since: now }
    }

    /// `total` is 0 if it is unknown.
    pub fn show(&mut self, verb: &str, done: u64, total: u64) {
        let now = Instant::now();
        if self.verb != verb {
            (self.verb, self.since) = (verb.to_owned(), now);
            self.drawn = self.drawn.filter(|_| !self.is_terminal);
        }
        let pause = if self.is_terminal { REDRAW } else { LINE };
        if self.drawn.is_some_and(|drawn| now - drawn < pause) {
            return;
        }
        self.drawn = Some(now);
        let line = line(verb, self.unit, done, total, now - self.since, self.is_terminal);
        // A terminal that is gone is no reason to stop.
        let _ = match self.is_terminal {
            true => write!(stderr(), "\r{line}\x1b[K").and_then(|()| stderr().flush()),
            false => writeln!(stderr(), "{line}"),
        };
    }

    /// Removes the bar, so that what follows stands on a line of its own.
    pub fn clear(&mut self) {
        if self.is_terminal && self.drawn.take().is_some() {
            let _ = write!(stderr(), "\r\x1b[K").and_then(|()| stderr().flush());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.clear();
    }
}

fn line(verb: &str, unit: Unit, done: u64, total: u64, took: Duration, has_bar: bool) -> String {
    let seconds = took.as_secs();
    if total == 0 {
        let amount = if done == 0 { String::new() } else { format!("  {}", amount(unit, done)) };
        return format!("{verb}{amount}  {seconds} s");
    }
    // An estimate may be too low.
    let done = done.min(total);
    let share = |of: u64| u128::from(done) * u128::from(of) / u128::from(total);
    let bar = match has_bar {
        true => {
            let full = usize::try_from(share(WIDTH)).unwrap_or_default();
            format!("  [{:<width$}]", "#".repeat(full), width = WIDTH as usize)
        }
        false => String::new(),
    };
    let done = if unit == Unit::Rows { grouped(done) } else { amount(unit, done) };
    let (percent, total) = (share(100), amount(unit, total));
    format!("{verb}{bar}  {percent:>3}%  {done} of {total}  {seconds} s")
}

/// As `429.1 MB` or `1,000,000 rows`.
pub fn amount(unit: Unit, number: u64) -> String {
    match unit {
        Unit::Octets if number < 1_000 => format!("{number} B"),
        Unit::Octets if number < 1_000_000 => format!("{:.1} kB", number as f64 / 1e3),
        Unit::Octets if number < 1_000_000_000 => format!("{:.1} MB", number as f64 / 1e6),
        Unit::Octets => format!("{:.1} GB", number as f64 / 1e9),
        Unit::Rows => format!("{} rows", grouped(number)),
    }
}

pub fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let groups: Vec<_> = digits.as_bytes().rchunks(3).rev().map(String::from_utf8_lossy).collect();
    groups.join(",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_how_much_of_what_is_done() {
        let took = Duration::from_millis(2_900);
        assert_eq!(
            line("copying", Unit::Octets, 500_000, 2_000_000, took, true),
            "copying  [######                  ]   25%  500.0 kB of 2.0 MB  2 s"
        );
        assert_eq!(
            line("copying users", Unit::Rows, 1_000, 1_000_000, took, false),
            "copying users    0%  1,000 of 1,000,000 rows  2 s"
        );
        assert_eq!(line("copying", Unit::Octets, 12, 0, took, true), "copying  12 B  2 s");
        assert_eq!(line("restoring", Unit::Octets, 0, 0, took, true), "restoring  2 s");
        assert!(line("copying", Unit::Octets, 9, 8, took, true).contains("100%"));
    }
}
