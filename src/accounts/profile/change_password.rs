//! Changing one's password: it needs the present one, and ends the sessions elsewhere.

use super::confirm_password::{CurrentPasswordError, record_confirmation};
use super::{Accounts, Failure, RenewedSession, SessionOver, SignedIn};
use crate::domain::{Client, EventKind, Field, FieldErrors, MailKind, Mistake, NewPassword, Password, Token};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, events, known_devices, mail_matters, sessions, users};

/// What was typed.
pub struct ChangePassword {
    pub current: Password,
    pub new: Password,
    /// What this browser is recognized by; others are not any more.
    pub devices: Vec<Token>,
}

#[derive(Debug, thiserror::Error)]
pub enum ChangePasswordError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    pub async fn change_password(
        &self,
        signed_in: &SignedIn,
        form: ChangePassword,
        client: &Client,
    ) -> Result<RenewedSession, ChangePasswordError> {
        self.0.throttle.check_client(client)?;
        let policy = self.0.settings.password_policy.clone();
        let email = signed_in.user.email.clone();
        let judge = move || NewPassword::parse(form.new, &policy, Some(&email));
        let stored = match self.check_current(signed_in, form.current, client).await {
            Ok(stored) => stored,
            Err(CurrentPasswordError::SessionOver(over)) => return Err(over.into()),
            Err(CurrentPasswordError::Failure(failure)) => return Err(failure.into()),
            Err(CurrentPasswordError::Refused(wrong_current)) => {
                let mistake = self.0.hashing.judge(judge).await.map_err(Failure::from)?;
                return Err(invalid(Some(wrong_current), mistake.map(Failure::or_mistake).transpose()?));
            }
        };
        let hashed = self.0.hashing.hash_new(judge).await.map_err(Failure::from)?;
        let refused = |mistake| invalid(None, Some(mistake));
        let hashed = hashed.map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))?;
        let devices: Vec<_> = form.devices.iter().map(Token::digest).collect();
        let renewed = self.renew_session(&signed_in.session)?;
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                let SignedIn { user, session } = &signed_in;
                // Somebody else may have changed it meanwhile: then what was typed is the present one no more.
                if !users::replace_password(tx, user.id, &stored, &hashed)? {
                    return Err(invalid(Some(Mistake::PasswordWrong), None));
                }
                // The owner may have revoked this session because of the change: it must not happen then.
                record_confirmation::<ChangePasswordError>(tx, &signed_in, &token, occasion.at)?;
                sessions::end_all(tx, user.id, Some(session.id))?;
                known_devices::forget_all(tx, user.id, &devices)?;
                events::record(tx, &occasion, EventKind::PasswordChanged, Some(user.id))?;
                mail_matters::withdraw(tx, user, &[MailKind::PasswordReset, MailKind::EmailChange])?;
                Ok(mails::enqueue(tx, &NewMail::to_owner(MailKind::PasswordChanged, user), &occasion)?)
            })
            .await?;
        Ok(renewed)
    }
}

fn invalid(current: Option<Mistake>, new: Option<Mistake>) -> ChangePasswordError {
    let mut errors = FieldErrors::default();
    errors.extend(Field::CurrentPassword, current);
    errors.extend(Field::NewPassword, new);
    ChangePasswordError::Invalid(errors)
}

impl From<storage::Error> for ChangePasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
