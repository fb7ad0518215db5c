//! Signing up with a browser: a new account, logged in at once unless its address has to be confirmed first.

use super::new_account::{Needs, register};
use crate::accounts::log_in::{Authenticated, NewBrowserSession, open_browser_session};
use crate::accounts::{Accounts, Browser, OpenedSession, SignUp, SignUpError};
use crate::domain::{Actor, Client};

/// The result of a sign-up with a browser.
pub enum SignedUp {
    LoggedIn(OpenedSession),
    /// The owner has to follow the link in a mail first.
    CheckMail,
}

impl Accounts {
    pub async fn sign_up(
        &self,
        form: SignUp<'_>,
        browser: Browser,
        client: &Client,
    ) -> Result<SignedUp, SignUpError> {
        self.0.core.throttle.check_client(client).await?;
        if self.0.core.settings.is_sign_up_private {
            self.sign_up_privately(&form, client).await?;
            return Ok(SignedUp::CheckMail);
        }
        let terms = self.terms(&form);
        let new = self.validate(form.email, form.password, terms, self.needs_of_new_account()).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        if self.0.core.settings.verification.is_needed_at_once() {
            self.0.core.storage.write(move |tx| register(tx, &new, &audit)).await?;
            return Ok(SignedUp::CheckMail);
        }
        let (new, session) = (new.logging_in(), NewBrowserSession::new(false, browser)?);
        let limits = self.0.core.settings.session_limits;
        let opened = self.0.core.storage.write(move |tx| {
            let user = register(tx, &new, &audit)?;
            let (audit, authenticated) = (audit.by(&user), Authenticated::by_sign_up(user, audit.at));
            let (opened, _) = open_browser_session(tx, &authenticated, session, &audit, limits)?;
            Ok::<_, SignUpError>(opened)
        });
        opened.await.map(SignedUp::LoggedIn)
    }

    pub(super) fn needs_of_new_account(&self) -> Needs {
        if self.0.core.settings.verification.is_needed_at_once() { Needs::Mail } else { Needs::Nothing }
    }
}
