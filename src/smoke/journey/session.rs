//! The account page, log-out and log-in.

use super::{Checked, Journey};
use crate::domain::Password;
use crate::smoke::answer::Answer;
use crate::smoke::browser::Browser;

impl Journey<'_> {
    pub(super) fn see_account(&mut self) -> Checked {
        let answer = self.browser.get("/account")?;
        if answer.status != 200 {
            return Err(self.with_cookie_faults(self.unexpected("200 from /account", &answer)));
        }
        if !answer.body.contains(&self.account.email) {
            return Err(format!("The account page does not show {}.", self.account.email));
        }
        Ok(())
    }

    pub(super) fn log_out(&mut self) -> Checked {
        let answer = self.browser.submit("/account", "log-out-form", &[])?;
        if !self.leads_to(&answer, "/login") {
            return Err(self.unexpected("303 to /login", &answer));
        }
        let after = self.browser.get("/account")?;
        match self.leads_to(&after, "/login") {
            true => Ok(()),
            false => Err(self.unexpected("303 to /login from /account after the log-out", &after)),
        }
    }

    pub(super) fn log_in(&mut self) -> Checked {
        let answer = log_in(&mut self.browser, &self.account.email, &self.account.first)?;
        self.is_logged_in(&answer)
    }

    pub(super) fn log_in_with_new_password(&mut self) -> Checked {
        let answer = log_in(&mut self.browser, &self.account.email, &self.account.second)?;
        self.is_logged_in(&answer)
    }

    pub(super) fn log_in_with_wrong_password(&mut self) -> Checked {
        self.is_refused(&self.account.wrong)
    }

    pub(super) fn log_in_with_old_password(&mut self) -> Checked {
        self.is_refused(&self.account.first)
    }

    fn is_logged_in(&mut self, answer: &Answer) -> Checked {
        if !self.leads_to(answer, "/account") {
            return Err(self.unexpected("303 to /account", answer));
        }
        self.see_account()
    }

    /// In another browser, so that the owner's keeps its session.
    fn is_refused(&self, password: &Password) -> Checked {
        let answer = log_in(&mut Browser::new(self.client), &self.account.email, password)?;
        match answer.status {
            422 => Ok(()),
            _ => Err(self.unexpected("422", &answer)),
        }
    }
}

fn log_in(browser: &mut Browser<'_>, email: &str, password: &Password) -> Result<Answer, String> {
    browser.submit("/login", "log-in-form", &[("email", email), ("password", password.expose())])
}
