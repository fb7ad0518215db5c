//! Smoke tests: visits a running Frontdesk over HTTP, as a browser without script does. Checks every public page, and takes a
//! disposable account through its whole life. It reads no setting and no database of the server.

mod account;
mod answer;
mod browser;
mod client;
mod jar;
mod journey;
mod json;
mod junit;
mod options;
mod page;
mod pages;
mod recorder;
mod report;
mod security_headers;
mod table;
mod trouble;

#[cfg(test)]
mod tests;

pub use json::json;
pub use junit::junit;
pub use options::{InvalidMailDomain, MailDomain, Options, Trust};
pub use report::{AccountState, Group, Outcome, Report, Step};
pub use table::{Table, summary};
pub use trouble::SetUpError;

use account::Account;
use client::Client;
use journey::Journey;
use recorder::Recorder;

/// Runs all steps. `is_stopped` is asked before each: then only the account is removed. `on_step` sees each step when it is
/// done.
///
/// # Errors
///
/// If the run cannot begin. What goes wrong later is in the report.
pub fn run(
    options: &Options,
    is_stopped: &dyn Fn() -> bool,
    on_step: &mut dyn FnMut(&Step),
) -> Result<Report, SetUpError> {
    let client = Client::new(options, is_stopped)?;
    let account = Account::new(&options.domain)?;
    let mut recorder = Recorder::new(&client, on_step);
    let found = pages::check(&client, options, &mut recorder);
    let mut report = Report {
        site: options.site.to_string(),
        steps: Vec::new(),
        account: AccountState::None,
        email: None,
    };
    if !options.pages_only && !found.is_silent {
        let mut journey = Journey::new(&client, options, &account);
        report.account = journey.go(found.sign_up, &mut recorder);
        report.email = journey.has_tried().then(|| account.email.clone());
    }
    report.steps = recorder.into_steps();
    Ok(report)
}
