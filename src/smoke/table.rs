//! The report as a person reads it: a table, whose lines are printed as the steps end, and what it comes to.

use super::report::{AccountState, Outcome, Report, Step};

/// Room for the longest step but the files, whose names are longer on some sites.
const NAME: usize = 34;
const RESULT: usize = 12;

/// The lines of a table. A reason that several steps share stands below the first of them.
#[derive(Default)]
pub struct Table {
    last_reason: Option<String>,
}

impl Table {
    pub fn header(&self) -> String {
        format!("{:<NAME$}  {:<RESULT$}  {:>8}", "STEP", "RESULT", "TIME")
    }

    /// A step, with the sentences below it that say why it did not pass.
    pub fn row(&mut self, step: &Step) -> String {
        let time = match step.time.is_zero() {
            true => String::new(),
            false => format!("{} ms", step.time.as_millis()),
        };
        let mut told = format!("{:<NAME$}  {:<RESULT$}  {time:>8}", step.name, result(&step.outcome));
        if !step.waited.is_zero() {
            told.push_str(&format!("  after waiting {} s", step.waited.as_secs()));
        }
        told.truncate(told.trim_end().len());
        let reason = step.outcome.reason().map(str::to_owned);
        if reason != self.last_reason {
            let lines = reason.iter().flat_map(|reason| reason.lines());
            lines.for_each(|line| told.push_str(&format!("\n    {line}")));
            self.last_reason = reason;
        }
        told
    }
}

fn result(outcome: &Outcome) -> &'static str {
    match outcome {
        Outcome::Passed => "ok",
        Outcome::Failed(_) => "FAILED",
        Outcome::NotFollowed(_) => "not followed",
        Outcome::NotRun(_) => "not run",
    }
}

/// What it comes to, and what became of the account.
pub fn summary(report: &Report) -> String {
    let counts =
        [("passed", "ok"), ("failed", "failed"), ("not_followed", "not followed"), ("not_run", "not run")];
    let counts = counts.map(|(code, word)| (report.count(code), word));
    let told: Vec<String> = counts
        .into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, word)| format!("{count} {word}"))
        .collect();
    let mut told = format!("{}.", told.join(", "));
    let email = report.email.as_deref().unwrap_or_default();
    let account = match report.account {
        AccountState::None => None,
        AccountState::Closed => {
            Some(format!("The account of {email} is closed; the server deletes it by itself."))
        }
        AccountState::Pending => {
            Some(format!("The sign-up of {email} is pending; the server deletes it by itself."))
        }
        AccountState::LeftBehind => Some(format!(
            "LEFT BEHIND: the account of {email}. Disable it on the server: frontdesk user disable {email}"
        )),
    };
    account.into_iter().for_each(|account| told.push_str(&format!("\n{account}")));
    told
}
