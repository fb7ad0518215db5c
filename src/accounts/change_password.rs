//! Changing one's password: it needs the present one, and ends the sessions elsewhere.

use super::candidate::judge;
use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventKind, Field, FieldErrors, Mistake, Password};
use crate::password_hashing::VerifyError;
use crate::storage::{self, events, sessions, users};

/// What was typed.
pub struct ChangePassword {
    pub current: Password,
    pub new: Password,
}

#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    pub async fn change_password(
        &self,
        signed_in: &SignedIn,
        form: ChangePassword,
        client: &Client,
    ) -> Result<(), ChangePasswordError> {
        self.0.throttle.check_client(client)?;
        let user = signed_in.user.id;
        let stored =
            self.0.storage.read(move |db| users::hashed_password(db, user)).await.map_err(Failure::from)?;
        let Some(stored) = stored else { return Err(wrong()) };

        let mut errors = FieldErrors::default();
        let email = signed_in.user.email.clone();
        let is_missing = form.current.expose().is_empty();
        if is_missing {
            errors.add(Field::CurrentPassword, Mistake::PasswordMissing);
        } else {
            self.0.throttle.check_address(&email)?;
            match self.0.hashing.verify(form.current, stored.clone()).await {
                Ok(_) => {}
                Err(VerifyError::Mismatch | VerifyError::Unreadable(_)) => {
                    errors.add(Field::CurrentPassword, Mistake::PasswordWrong);
                }
                Err(VerifyError::Hashing(error)) => return Err(Failure::from(error).into()),
            }
        }
        let policy = self.0.settings.password_policy.clone();
        let new = errors.collect(Field::NewPassword, judge(form.new, policy, Some(email)).await?);
        let Some(new) = new.filter(|_| errors.is_empty()) else {
            return Err(ChangePasswordError::Invalid(errors));
        };
        let hashed = self.0.hashing.hash(new.into_inner()).await.map_err(Failure::from)?;
        let session = signed_in.session.id;
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                // Somebody else may have changed it meanwhile: then what was typed is the present one no more.
                if !users::replace_password(tx, user, &stored, &hashed)? {
                    return Err(wrong());
                }
                sessions::end_all(tx, user, Some(session))?;
                events::record(tx, &occasion, EventKind::PasswordChanged, Some(user))?;
                Ok(())
            })
            .await
    }
}

fn wrong() -> ChangePasswordError {
    ChangePasswordError::Invalid(FieldErrors::of(Field::CurrentPassword, Mistake::PasswordWrong))
}

impl From<storage::Error> for ChangePasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
