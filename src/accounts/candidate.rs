//! Somebody who is about to be in the register: address and password accepted, the hash made.

use time::OffsetDateTime;

use super::{Accounts, Failure, SignUpError};
use crate::domain::{EmailAddress, Field, FieldErrors, Mistake, NewPassword, Password, PhcString, UserId};
use crate::storage::users::{self, EmailError, NewUser};
use crate::storage::{Error, Transaction};

pub struct Candidate {
    email: EmailAddress,
    hashed_password: PhcString,
    is_logging_in: bool,
}

impl Accounts {
    /// Parses both fields, looks for a duplicate before any hash is spent, and hashes.
    ///
    /// A duplicate is told before other mistakes: whoever has an account need not mend the password first.
    pub(super) async fn accept(&self, email: &str, password: Password) -> Result<Candidate, SignUpError> {
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
        let (email, hashed_password) = self.accept_unseen(email, password).await?;
        Ok(Candidate { email, hashed_password, is_logging_in: false })
    }

    /// Parses both fields and hashes; nobody looks whether the address is registered.
    pub(super) async fn accept_unseen(
        &self,
        email: &str,
        password: Password,
    ) -> Result<(EmailAddress, PhcString), SignUpError> {
        let mut errors = FieldErrors::default();
        let email = errors.collect(Field::Email, EmailAddress::parse_new(email));
        let policy = self.0.settings.password_policy.clone();
        let known = email.clone();
        let judge = move || NewPassword::parse(password, &policy, known.as_ref());
        let Some(email) = email else {
            let mistake = self.0.hashing.judge(judge).await.map_err(Failure::from)?;
            errors.extend(Field::Password, mistake);
            return Err(SignUpError::Invalid(errors));
        };
        match self.0.hashing.hash_new(judge).await.map_err(Failure::from)? {
            Ok(hashed_password) => Ok((email, hashed_password)),
            Err(mistake) => Err(SignUpError::Invalid(FieldErrors::of(Field::Password, mistake))),
        }
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
