//! `frontdesk doctor`: prints what is wrong with an installation, and what to do, one line each.

use std::path::Path;

use clap::builder::PossibleValuesParser;

use super::event_forwarding::Target;
use super::health::{Answer, answer_at};
use super::{CliError, log, say};
use crate::app::{self, DoctorCheck, Finding, Level, Outcome, Subject, counted};

/// The checks of what belongs to the command line. They come after the others.
const CHECKS: [DoctorCheck; 3] = [("log", log), ("events_forward", events_forward), ("server", server)];

#[derive(Debug, clap::Args)]
pub struct Arguments {
    /// Make only these checks
    #[arg(value_name = "CHECK", value_parser = PossibleValuesParser::new(names()))]
    checks: Vec<String>,
    /// Print only what is wrong
    #[arg(long, short)]
    quiet: bool,
    /// Print a list of findings as JSON
    #[arg(long)]
    json: bool,
}

impl Arguments {
    /// Exits with 1 if a finding is an error.
    pub fn run(&self, named: Option<&Path>) -> Result<(), CliError> {
        let (mut found, mut written) = (Vec::new(), Ok(()));
        let is_wanted = |name: &str| self.checks.is_empty() || self.checks.iter().any(|check| check == name);
        app::examine(named, &CHECKS, &is_wanted, &mut |finding: Finding| {
            let is_shown = !self.quiet || matches!(finding.level, Level::Warning | Level::Error);
            if is_shown && !self.json && written.is_ok() {
                written = say(line(&finding));
            }
            found.push((finding, is_shown));
        });
        written?;
        let count = |level| found.iter().filter(|(finding, _)| finding.level == level).count();
        let (errors, warnings) = (count(Level::Error), count(Level::Warning));
        if self.json {
            let shown: Vec<&Finding> =
                found.iter().filter(|(_, is_shown)| *is_shown).map(|(finding, _)| finding).collect();
            say(serde_json::to_string_pretty(&shown).unwrap_or_default())?;
        }
        match errors {
            0 => Ok(()),
            _ => Err(CliError::Refused(format!(
                "{} and {}",
                counted(errors, "error"),
                counted(warnings, "warning")
            ))),
        }
    }
}

fn names() -> impl Iterator<Item = &'static str> {
    app::check_names().chain(CHECKS.iter().map(|(name, _)| *name))
}

fn line(finding: &Finding) -> String {
    let Finding { check, level, message, advice } = finding;
    let advice = advice.as_ref().map(|advice| format!(" → {advice}")).unwrap_or_default();
    format!("{:<7}  {check:<17}  {message}{advice}", level.name())
}

fn log(subject: &mut Subject) -> Vec<Outcome> {
    let log = &subject.config().log;
    vec![match log::check(subject.config()) {
        Ok(()) => Outcome::ok(format_args!("log.level is {}", log.level)),
        Err(error) => Outcome::error(error, "correct this setting: the server does not start"),
    }]
}

/// Opens nothing: opening a file would make it.
fn events_forward(subject: &mut Subject) -> Vec<Outcome> {
    let Some(target) = &subject.config().events.forward else {
        return vec![Outcome::skipped("events.forward is not set")];
    };
    vec![match Target::parse(target) {
        Ok(_) => Outcome::ok(format_args!("events also go to {target}")),
        Err(error) => Outcome::error(error, "correct this setting: the server does not start"),
    }]
}

/// Asks the server that may be running, as `frontdesk health` does.
fn server(subject: &mut Subject) -> Vec<Outcome> {
    let listener = &subject.settings().listener;
    let Some(address) = listener.addresses.first() else {
        return vec![Outcome::skipped("the settings name no address")];
    };
    vec![match answer_at(address, listener) {
        Ok(Answer::Ready) => Outcome::ok(format_args!("the server at {address} is ready")),
        Ok(Answer::NotReady(problems)) => Outcome::error(
            format_args!("the server at {address} is not ready: {problems}"),
            "the other findings and its log say why",
        ),
        Ok(Answer::Other) => Outcome::error(
            format_args!("what answers at {address} is not Frontdesk"),
            "stop the other program, or listen elsewhere (listen, ROCKET_PORT)",
        ),
        Err(reason) => Outcome::skipped(format_args!("no server answers at {address}: {reason}")),
    }]
}
