//! Giving one's password again, before something that a borrowed browser should not do.

use time::Duration;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, Field, FieldErrors, Mistake, Password, PhcString};
use crate::password_hashing::VerifyError;
use crate::storage::{self, Transaction, sessions, users};

/// For so long a password counts that was given in this session.
const CONFIRMED_FOR: Duration = Duration::minutes(10);

#[derive(Debug, thiserror::Error)]
pub enum ConfirmPasswordError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Whether the password was given in this session a short while ago.
    pub fn is_confirmed(&self, signed_in: &SignedIn) -> bool {
        self.0.clock.now() - signed_in.session.confirmed_at < CONFIRMED_FOR
    }

    pub async fn confirm_password(
        &self,
        signed_in: &SignedIn,
        password: Password,
        client: &Client,
    ) -> Result<(), ConfirmPasswordError> {
        self.0.throttle.check_client(client)?;
        if let Err(mistake) = self.check_current(signed_in, password).await? {
            return Err(ConfirmPasswordError::Invalid(FieldErrors::of(Field::CurrentPassword, mistake)));
        }
        let (session, now) = (signed_in.session.id, self.0.clock.now());
        // If the session has ended meanwhile, the next page says so.
        let confirm = move |tx: &mut Transaction<'_>| sessions::record_confirmation(tx, session, now);
        self.0.storage.write(confirm).await?;
        Ok(())
    }

    /// The hash of the password, if it was given as the present one; what is wrong with it otherwise. Guessing it is
    /// limited for the session, so that nobody keeps the owner from changing it.
    pub(super) async fn check_current(
        &self,
        signed_in: &SignedIn,
        current: Password,
    ) -> Result<Result<PhcString, Mistake>, Failure> {
        if current.expose().is_empty() {
            return Ok(Err(Mistake::PasswordMissing));
        }
        self.0.throttle.check_session(signed_in.session.id)?;
        let user = signed_in.user.id;
        let stored = self.0.storage.read(move |db| users::hashed_password(db, user)).await?;
        let Some(stored) = stored else { return Ok(Err(Mistake::PasswordWrong)) };
        match self.0.hashing.verify(current, stored.clone()).await {
            Ok(_) => Ok(Ok(stored)),
            Err(VerifyError::Mismatch) => Ok(Err(Mistake::PasswordWrong)),
            Err(VerifyError::Unreadable(reason)) => {
                tracing::error!(user = user.0, "the stored password hash cannot be verified: {reason}");
                Ok(Err(Mistake::PasswordWrong))
            }
            Err(VerifyError::Hashing(error)) => Err(error.into()),
        }
    }
}

impl From<storage::Error> for ConfirmPasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
