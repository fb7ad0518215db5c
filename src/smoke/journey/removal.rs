//! The end of the account: its owner closes it, and the server deletes it later. Tried whatever went wrong before, with plain
//! requests, which need no page to be right.

use super::{Door, Existence, Journey};
use crate::smoke::browser::Browser;
use crate::smoke::report::{AccountState, Outcome};

impl Journey<'_> {
    pub(super) fn remove(&mut self) -> (Outcome, AccountState) {
        match (self.existence, self.door) {
            (Existence::NotTried | Existence::No, _) => {
                (Outcome::NotRun("There is no account.".to_owned()), AccountState::None)
            }
            (_, Door::Private) => (
                Outcome::NotFollowed(
                    "Private mode: there is no account, and the server deletes the pending sign-up after two days."
                        .to_owned(),
                ),
                AccountState::Pending,
            ),
            (_, Door::Unconfirmed) => (
                Outcome::NotFollowed(
                    "The owner of an address that is not confirmed cannot log in, and so cannot close the account."
                        .to_owned(),
                ),
                AccountState::LeftBehind,
            ),
            _ => self.close(),
        }
    }

    /// In the owner's browser, or else in a new one that logs in. A change of password whose answer was lost may have been
    /// made, so each password is tried.
    fn close(&mut self) -> (Outcome, AccountState) {
        let passwords = [&self.account.second, &self.account.first];
        let mut told = match close_in(&mut self.browser) {
            Ok(()) => return (Outcome::Passed, AccountState::Closed),
            Err(told) => told,
        };
        let mut refusals = 0;
        for password in passwords {
            let mut browser = Browser::new(self.client);
            let typed = [("email", self.account.email.as_str()), ("password", password.expose())];
            match browser.post("/login", &typed) {
                Ok(answer) if self.leads_to(&answer, "/account") => match close_in(&mut browser) {
                    Ok(()) => return (Outcome::Passed, AccountState::Closed),
                    Err(sentence) => told = sentence,
                },
                Ok(answer) if answer.status == 422 => refusals += 1,
                Ok(answer) => told = self.unexpected("303 to /account from the log-in", &answer),
                Err(sentence) => told = sentence,
            }
        }
        // The sign-up had no answer, and no password opens anything: it was not made.
        if self.existence == Existence::Perhaps && refusals == passwords.len() {
            return (Outcome::NotRun("There is no account: no log-in works.".to_owned()), AccountState::None);
        }
        (Outcome::Failed(format!("The account is not closed. {told}")), AccountState::LeftBehind)
    }
}

/// A session of the last minutes is all that it needs.
fn close_in(browser: &mut Browser<'_>) -> Result<(), String> {
    let answer = browser.post("/account/close", &[])?;
    let site = browser.site().clone();
    if !answer.leads_to(&site, "/login") {
        return Err(answer.unexpected("303 to /login from /account/close", &site));
    }
    // A visitor without a session gets the same answer from /account/close; only the closing has ended one.
    match answer.location(&site).as_deref() {
        Some("/login") => Ok(()),
        _ => Err("The session is over.".to_owned()),
    }
}
