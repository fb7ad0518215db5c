//! Signing up: a new person, logged in at once if they came with a browser.

use super::candidate::{Candidate, Needs};
use super::session::{NewBrowserSession, open};
use super::{Accounts, Browser, Failure, OpenedSession};
use crate::domain::{Actor, Client, EventKind, FieldErrors, MailKind, Password, UserId};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, administrators, set_up_tokens};

/// What was typed.
pub struct SignUp<'a> {
    pub email: &'a str,
    pub password: Password,
}

#[derive(Debug, thiserror::Error)]
pub enum SignUpError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error("the address is registered")]
    DuplicateEmail(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// What signing up with a browser comes to.
pub enum SignedUp {
    LoggedIn(OpenedSession),
    /// A link is on its way that has to be followed first.
    CheckMail,
}

impl Accounts {
    pub async fn sign_up(
        &self,
        form: SignUp<'_>,
        browser: Browser,
        client: &Client,
    ) -> Result<SignedUp, SignUpError> {
        self.0.throttle.check_client(client)?;
        if self.0.settings.is_sign_up_private {
            self.sign_up_privately(&form, client).await?;
            return Ok(SignedUp::CheckMail);
        }
        let candidate = self.accept(form.email, form.password, self.needs_of_new_account()).await?;
        let nothing_else = |_: &mut Transaction<'_>, _, _: &Occasion| Ok::<_, SignUpError>(());
        if self.0.settings.verification.is_needed_at_once() {
            self.admit(candidate, client, nothing_else).await?;
            return Ok(SignedUp::CheckMail);
        }
        self.admit_and_log_in(candidate, browser, client, nothing_else).await.map(SignedUp::LoggedIn)
    }

    pub(super) fn needs_of_new_account(&self) -> Needs {
        if self.0.settings.verification.is_needed_at_once() { Needs::Mail } else { Needs::Nothing }
    }

    /// Adds the candidate and logs them in; `also` is done in the same transaction.
    pub(super) async fn admit_and_log_in<
        E: From<SignUpError> + From<storage::Error> + From<Failure> + Send + 'static,
    >(
        &self,
        candidate: Candidate,
        browser: Browser,
        client: &Client,
        also: impl FnOnce(&mut Transaction<'_>, UserId, &Occasion) -> Result<(), E> + Send + 'static,
    ) -> Result<OpenedSession, E> {
        let (new, limits) = (NewBrowserSession::new(false, browser)?, self.0.settings.session_limits);
        self.admit(candidate.logging_in(), client, move |tx, id, occasion| {
            let (opened, _) = open(tx, id, new, occasion, limits)?;
            also(tx, id, occasion)?;
            Ok(opened)
        })
        .await
    }

    /// Adds the candidate, and writes to them, unless their mailbox has got too many; `also` is done in the same transaction.
    pub(super) async fn admit<
        T: Send + 'static,
        E: From<SignUpError> + From<storage::Error> + From<Failure> + Send + 'static,
    >(
        &self,
        candidate: Candidate,
        client: &Client,
        also: impl FnOnce(&mut Transaction<'_>, UserId, &Occasion) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E> {
        let mut occasion = self.occasion(Actor::Unknown, client);
        let is_written_to = self.may_be_written_to(&candidate);
        self.0
            .storage
            .write(move |tx| {
                let id = candidate.insert(tx, false, occasion.at)?;
                occasion.actor = Actor::User(id);
                events::record(tx, &occasion, EventKind::SignedUp, Some(id))?;
                if is_written_to {
                    let verification = NewMail::new(MailKind::EmailVerification, Some(id), candidate.email());
                    mails::enqueue(tx, &verification, &occasion)?;
                }
                also(tx, id, &occasion)
            })
            .await
    }

    /// Adds an administrator, from the command line: nobody is logged in.
    pub async fn create_administrator(&self, email: &str, password: Password) -> Result<(), SignUpError> {
        let candidate = self.accept(email, password, Needs::Nothing).await?;
        let occasion = self.occasion(Actor::CommandLine, &Client::command_line());
        self.0
            .storage
            .write(move |tx| {
                let id = candidate.insert(tx, true, occasion.at)?;
                // After the insertion, as where a set-up link is used: the other way round two could wait for each other.
                administrators::lock(tx)?;
                events::record(tx, &occasion, EventKind::SignedUp, Some(id))?;
                events::record(tx, &occasion, EventKind::AdminGranted, Some(id))?;
                set_up_tokens::delete_all(tx)?;
                Ok(())
            })
            .await
    }
}
