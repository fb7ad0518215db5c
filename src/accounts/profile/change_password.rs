//! Changing a member's password: this needs the current one, and ends all other sessions.

use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::record_step_up;
use crate::accounts::{Accounts, Failure, RenewedSession, SessionOver, SignedIn};
use crate::domain::{
    AuthenticationMethods, Client, EventKind, Field, FieldErrors, MailKind, Mistake, NewPassword, Password,
    Token,
};
use crate::storage::mails::{self, NewMail};
use crate::storage::{events, known_devices, passwords, sessions, supersession};

/// What was typed.
pub struct ChangePassword {
    pub current: Password,
    pub new: Password,
    /// This browser's device tokens; the account forgets all others.
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
        self.0.core.throttle.check_client(client).await?;
        let policy = self.0.core.settings.password_policy.clone();
        let email = signed_in.user.email.clone();
        let check_policy = move || NewPassword::parse(form.new, &policy, Some(&email));
        let stored = match self.check_current_password(signed_in, form.current, client).await {
            Ok(stored) => stored,
            Err(error) => {
                let wrong_current = error.or_mistake::<ChangePasswordError>()?;
                let mistake = self.0.hashing.check_policy(check_policy).await?.err();
                return Err(invalid(Some(wrong_current), mistake.map(Failure::or_mistake).transpose()?));
            }
        };
        let refused = |mistake| invalid(None, Some(mistake));
        let accept = move || {
            check_policy().map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))
        };
        let hashed = self.0.hashing.hash_new(accept).await?;
        let devices: Vec<_> = form.devices.iter().map(Token::digest).collect();
        let renewed = self.renew_session(&signed_in.session)?;
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let SignedIn { user, session } = &signed_in;
                // Another request may have changed it in the meantime: then the typed password is no longer the current
                // one.
                if !passwords::replace(tx, user.id, &stored, &hashed)? {
                    return Err(invalid(Some(Mistake::PasswordWrong), None));
                }
                // The owner may have revoked this session because of the change: stop if it is gone.
                let methods = AuthenticationMethods::PASSWORD;
                record_step_up::<ChangePasswordError>(tx, &signed_in, &methods, &token, audit.at)?;
                sessions::end_all(tx, user.id, Some(session.id))?;
                known_devices::delete_all(tx, user.id, &devices)?;
                events::record(tx, &audit, EventKind::PasswordChanged, Some(user.id))?;
                supersession::withdraw(tx, user, EventKind::PasswordChanged)?;
                Ok(mails::enqueue(tx, &NewMail::to_owner(MailKind::PasswordChanged, user), &audit)?)
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

fails_with_failure!(ChangePasswordError);
