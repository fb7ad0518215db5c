//! Giving one's password again, before something that a borrowed browser should not do.

use time::Duration;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, Field, FieldErrors, Mistake, Password, PhcString};
use crate::password_hashing::VerifyError;
use crate::storage::{self, sessions, users};

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
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        let stored = self.0.storage.read(move |db| users::hashed_password(db, user)).await?;
        let mistake = match stored {
            Some(stored) => self.check_current(signed_in, password, &stored).await?,
            None => Some(Mistake::PasswordWrong),
        };
        if let Some(mistake) = mistake {
            return Err(ConfirmPasswordError::Invalid(FieldErrors::of(Field::CurrentPassword, mistake)));
        }
        let now = self.0.clock.now();
        self.0.storage.write(move |tx| Ok(sessions::record_confirmation(tx, session, now)?)).await
    }

    /// What is wrong with the password that was given as the present one. Guessing it is limited for the session,
    /// so that nobody keeps the owner from changing it.
    pub(super) async fn check_current(
        &self,
        signed_in: &SignedIn,
        current: Password,
        stored: &PhcString,
    ) -> Result<Option<Mistake>, Failure> {
        if current.expose().is_empty() {
            return Ok(Some(Mistake::PasswordMissing));
        }
        self.0.throttle.check_session(signed_in.session.id)?;
        match self.0.hashing.verify(current, stored.clone()).await {
            Ok(_) => Ok(None),
            Err(VerifyError::Mismatch) => Ok(Some(Mistake::PasswordWrong)),
            Err(VerifyError::Unreadable(reason)) => {
                let id = signed_in.user.id.0;
                tracing::error!(user = id, "the stored password hash cannot be verified: {reason}");
                Ok(Some(Mistake::PasswordWrong))
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
