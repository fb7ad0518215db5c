//! Somebody who is about to be in the register: address and password accepted, the hash made.

use super::{Accounts, Failure, SignUpError};
use crate::domain::{
    EmailAddress, Field, FieldErrors, Mistake, NewPassword, Password, PasswordPolicy, PhcString, UserId,
};
use crate::storage::users::{self, InsertError, NewUser};
use crate::storage::{Error, Transaction};

pub struct Candidate {
    email: EmailAddress,
    hashed_password: PhcString,
}

impl Accounts {
    /// Parses both fields, looks for a duplicate before any hash is spent, and hashes.
    ///
    /// A duplicate is told before other mistakes: whoever has an account need not mend the password first.
    pub(super) async fn accept(&self, email: &str, password: Password) -> Result<Candidate, SignUpError> {
        let mut errors = FieldErrors::default();
        let email = errors.collect(Field::Email, EmailAddress::parse(email));
        if let Some(email) = email.clone() {
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
        let policy = self.0.settings.password_policy.clone();
        let password = judge(password, policy, email.clone()).await?;
        let password = errors.collect(Field::Password, password);
        let (Some(email), Some(password)) = (email, password) else {
            return Err(SignUpError::Invalid(errors));
        };
        let hashed_password = self.0.hashing.hash(password.into_inner()).await.map_err(Failure::from)?;
        Ok(Candidate { email, hashed_password })
    }
}

/// Judges a new password on a blocking thread, for it takes some computing.
pub(super) async fn judge(
    password: Password,
    policy: PasswordPolicy,
    email: Option<EmailAddress>,
) -> Result<Result<NewPassword, Mistake>, Failure> {
    tokio::task::spawn_blocking(move || NewPassword::parse(password, &policy, email.as_ref()))
        .await
        .map_err(|error| Failure::Unexpected(error.into()))
}

impl Candidate {
    /// Adds them to the register; the unique index has the last word on duplicates.
    pub fn insert(
        &self,
        tx: &mut Transaction<'_>,
        is_admin: bool,
        now: time::OffsetDateTime,
    ) -> Result<UserId, SignUpError> {
        let new =
            NewUser { email: &self.email, hashed_password: &self.hashed_password, is_admin, created_at: now };
        users::insert(tx, &new).map_err(|error| match error {
            InsertError::EmailTaken => SignUpError::duplicate(),
            InsertError::Storage(error) => error.into(),
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
