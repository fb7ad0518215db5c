//! A sign-up form that is sent twice: without a script, a second click sends it again while the answer to the first one
//! loads. The account is there then, and its owner must not be told that the address is taken.

use time::Duration;

use crate::accounts::log_in::Attempt;
use crate::accounts::{Accounts, Browser, Credentials, Failure, LogInError, SignUp};
use crate::domain::{Actor, Client, EmailAddress, EventKind};
use crate::storage::{Transaction, account_lock, events};

/// How long after it a form can repeat a sign-up.
const REPEATED_WITHIN: Duration = Duration::minutes(1);

impl Accounts {
    /// Whether this form repeats the one that has made the account: the browser has the session of that account, which is
    /// younger than a minute, and the password is the same. Checks the password as a log-in does, so a wrong one counts.
    /// Any other browser gets the usual answer at the usual cost.
    pub(super) async fn has_just_signed_up(
        &self,
        form: &SignUp<'_>,
        browser: &Browser,
        client: &Client,
    ) -> Result<bool, Failure> {
        let (Some(session), Ok(email)) = (&browser.session, EmailAddress::parse(form.email)) else {
            return Ok(false);
        };
        let Some(user) = self.authenticate(session).await?.map(|signed_in| signed_in.user) else {
            return Ok(false);
        };
        if user.email.key() != email.key() || user.created_at + REPEATED_WITHIN <= self.0.core.clock.now() {
            return Ok(false);
        }
        let credentials = Credentials { email: form.email, password: form.password.clone() };
        let authenticated =
            match Attempt::parse(&credentials, browser.devices.first().map(|t| t.digest()), client) {
                Ok(attempt) => self.authenticate_password(&attempt).await,
                Err(error) => Err(error),
            };
        match authenticated {
            Ok(authenticated) if authenticated.user.id == user.id => {
                let audit = self.0.core.audit(Actor::User(user.id), client);
                let record = move |tx: &mut Transaction<'_>| {
                    account_lock::reset_failures(tx, user.id)?;
                    events::record(tx, &audit, EventKind::SignUpRepeated, Some(user.id))
                };
                self.0.core.storage.write(record).await?;
                Ok(true)
            }
            Err(LogInError::Failure(failure)) => Err(failure),
            Ok(_) | Err(LogInError::Refused | LogInError::Unverified | LogInError::Invalid(_)) => Ok(false),
        }
    }
}
