//! Somebody who is about to be in the register: address and password accepted, the hash made.

use time::OffsetDateTime;

use super::throttle::MailCause;
use super::{Accounts, Failure, SignUpError};
use crate::domain::{EmailAddress, Field, FieldErrors, Mistake, NewPassword, Password, PhcString, UserId};
use crate::storage::users::{self, EmailError, NewUser};
use crate::storage::{Error, Transaction};

pub struct Candidate {
    email: EmailAddress,
    hashed_password: PhcString,
    is_logging_in: bool,
    /// One mail to the address is counted.
    is_mail_counted: bool,
}

/// What may be needed for an account beside address and password.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Needs {
    Nothing,
    /// The link in the mail: without it nobody gets in, so without it there is no account.
    Mail,
}

impl Accounts {
    /// Parses both fields, looks for a duplicate before any hash is spent, and hashes.
    ///
    /// A duplicate is told before other mistakes: whoever has an account need not mend the password first.
    pub(super) async fn accept(
        &self,
        email: &str,
        password: Password,
        needs: Needs,
    ) -> Result<Candidate, SignUpError> {
        if let Ok(email) = EmailAddress::parse(email) {
            let taken = self
                .0
                .storage
                .read(move |db| users::find_by_email(db, &email))
                .await
                .map_err(Failure::from)?;
            if taken.is_some() {
                return Err(SignUpError::duplicate());
            }
        }
        let (email, hashed_password) = self.accept_unseen(email, password, needs).await?;
        let is_mail_counted = needs == Needs::Mail;
        Ok(Candidate { email, hashed_password, is_logging_in: false, is_mail_counted })
    }

    /// Parses both fields and hashes; nobody looks whether the address is registered. If the mailbox has got too many
    /// mails for one that is needed, no hash is spent.
    pub(super) async fn accept_unseen(
        &self,
        email: &str,
        password: Password,
        needs: Needs,
    ) -> Result<(EmailAddress, PhcString), SignUpError> {
        let mut errors = FieldErrors::default();
        let email = errors.collect(Field::Email, EmailAddress::parse_new(email));
        let policy = self.0.settings.password_policy.clone();
        let known = email.clone();
        let judge = move || NewPassword::parse(password, &policy, known.as_ref());
        let Some(email) = email else {
            let mistake = self.0.hashing.judge(judge).await.map_err(Failure::from)?;
            errors.extend(Field::Password, mistake.map(Failure::or_mistake).transpose()?);
            return Err(SignUpError::Invalid(errors));
        };
        let (accounts, to) = (self.clone(), email.clone());
        let admit = move || {
            let refused = |mistake| SignUpError::Invalid(FieldErrors::of(Field::Password, mistake));
            let password =
                judge().map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))?;
            // After the password, so that its mistakes use up no mail.
            if needs == Needs::Mail {
                accounts.0.throttle.check_mail(MailCause::SignUp, &to)?;
            }
            Ok::<_, SignUpError>(password)
        };
        let hashed_password = self.0.hashing.hash_new(admit).await.map_err(Failure::from)??;
        Ok((email, hashed_password))
    }

    /// Whether a new account may be sent its link. Where it can do without, it is made all the same: its owner can ask
    /// for the link later.
    pub(super) fn may_be_written_to(&self, candidate: &Candidate) -> bool {
        let check = || self.0.throttle.check_mail(MailCause::SignUp, &candidate.email);
        candidate.is_mail_counted || check().is_ok()
    }
}

impl Candidate {
    pub fn email(&self) -> &EmailAddress {
        &self.email
    }

    /// The same, for whom this is the first log-in, too.
    pub fn logging_in(self) -> Self {
        Self { is_logging_in: true, ..self }
    }

    /// Adds them to the register; the unique index has the last word on duplicates.
    pub fn insert(
        &self,
        tx: &mut Transaction<'_>,
        is_admin: bool,
        now: OffsetDateTime,
    ) -> Result<UserId, SignUpError> {
        let new = NewUser {
            email: &self.email,
            hashed_password: &self.hashed_password,
            is_admin,
            created_at: now,
            last_log_in_at: self.is_logging_in.then_some(now),
            email_verified_at: None,
        };
        users::insert(tx, &new).map_err(|error| match error {
            EmailError::EmailTaken => SignUpError::duplicate(),
            EmailError::Storage(error) => error.into(),
        })
    }
}

impl SignUpError {
    fn duplicate() -> Self {
        Self::DuplicateEmail(FieldErrors::of(Field::Email, Mistake::EmailTaken))
    }
}

impl From<Error> for SignUpError {
    fn from(error: Error) -> Self {
        Self::Failure(error.into())
    }
}
