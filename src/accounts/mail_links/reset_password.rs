//! A new password for somebody who has forgotten the old one, by a link that is sent to them. It logs nobody in.

use super::mail_link::live;
use super::throttle::{Asker, MailCause};
use super::{Accounts, Failure};
use crate::domain::{
    Actor, Client, EmailAddress, EventKind, Field, FieldErrors, Mail, MailKind, NewPassword, Password,
    PhcString, Token, TokenDigest, User,
};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{
    self, Reader, Transaction, account_lock, known_devices, mail_matters, mail_tokens, sessions, users,
};

#[derive(Debug, thiserror::Error)]
pub enum RequestPasswordResetError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

#[derive(Debug, thiserror::Error)]
pub enum ResetPasswordError {
    /// It is unknown, used or old, or a newer one has taken its place.
    #[error("the link is dead")]
    DeadLink,
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Asks for a link. Nobody looks here whether the address has an account: the sender of the mail does. So there is
    /// nothing to be told from the answer, nor from its time. `devices` is what the browser is recognized by.
    pub async fn request_password_reset(
        &self,
        email: &str,
        devices: &[Token],
        client: &Client,
    ) -> Result<(), RequestPasswordResetError> {
        self.0.throttle.check_client(client)?;
        let email = EmailAddress::parse(email)
            .map_err(|mistake| RequestPasswordResetError::Invalid(FieldErrors::of(Field::Email, mistake)))?;
        let asker = self.asker(&email, devices).await?;
        self.0.throttle.check_mail_of(MailCause::PasswordReset, &email, asker)?;
        let occasion = self.occasion(Actor::Unknown, client);
        self.0
            .storage
            .write(move |tx| {
                let new = NewMail::new(MailKind::PasswordReset, None, &email);
                Ok(mails::enqueue(tx, &new, &occasion)?)
            })
            .await
    }

    /// Who asks for a mail to this address. What is looked up depends on the browser's cookie and not on the address, so the
    /// time tells a stranger nothing about that.
    async fn asker(&self, email: &EmailAddress, devices: &[Token]) -> Result<Asker, Failure> {
        if devices.is_empty() {
            return Ok(Asker::Stranger);
        }
        let digests: Vec<_> = devices.iter().map(Token::digest).collect();
        let known = self.0.storage.read(move |db| known_devices::with_owners(db, &digests)).await?;
        let known = known.into_iter().find(|(_, owner)| owner.email.key() == email.key());
        Ok(match known {
            Some((device, owner)) if owner.is_verified() => Asker::Owner(device),
            Some(_) => Asker::UnconfirmedOwner,
            None => Asker::Stranger,
        })
    }

    /// Whose password this link sets, if it still does.
    pub async fn find_password_reset(&self, token: &Token) -> Result<Option<EmailAddress>, Failure> {
        let (digest, now) = (token.digest(), self.0.clock.now());
        let found = self.0.storage.read(move |db| live_reset(db, &digest, now)).await?;
        Ok(found.map(|(_, user)| user.email))
    }

    /// Sets the password, ends all sessions and all other links that could, and tells the owner. `devices` is what this
    /// browser is recognized by; others are not any more.
    pub async fn reset_password(
        &self,
        token: &Token,
        new: Password,
        devices: Vec<Token>,
        client: &Client,
    ) -> Result<(), ResetPasswordError> {
        self.0.throttle.check_client(client)?;
        let email = self.find_password_reset(token).await?.ok_or(ResetPasswordError::DeadLink)?;
        let policy = self.0.settings.password_policy.clone();
        let judge = move || NewPassword::parse(new, &policy, Some(&email));
        let hashed = self.0.hashing.hash_new(judge).await.map_err(Failure::from)?;
        let refused = |mistake| ResetPasswordError::Invalid(FieldErrors::of(Field::NewPassword, mistake));
        let hashed = hashed.map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))?;
        let digest = token.digest();
        let devices: Vec<_> = devices.iter().map(Token::digest).collect();
        let occasion = self.occasion(Actor::Unknown, client);
        self.0
            .storage
            .write(move |tx| {
                let (mail, user) =
                    live_reset(tx, &digest, occasion.at)?.ok_or(ResetPasswordError::DeadLink)?;
                if !mail_tokens::spend(tx, mail.id)? {
                    return Err(ResetPasswordError::DeadLink);
                }
                let occasion = Occasion { actor: Actor::from(&user), ..occasion };
                Ok(replace_password(tx, &user, &hashed, &devices, &occasion)?)
            })
            .await
    }
}

/// Whoever was in is out, and whoever could have come in otherwise no longer can. The mailbox is shown to be theirs.
fn replace_password(
    tx: &mut Transaction<'_>,
    user: &User,
    hashed: &PhcString,
    devices: &[TokenDigest],
    occasion: &Occasion,
) -> Result<(), storage::Error> {
    users::set_password(tx, user.id, hashed)?;
    users::set_verified(tx, user.id, &user.email, occasion.at)?;
    account_lock::unlock(tx, user.id)?;
    sessions::end_all(tx, user.id, None)?;
    known_devices::forget_all(tx, user.id, devices)?;
    mail_matters::withdraw(
        tx,
        user,
        &[MailKind::PasswordReset, MailKind::EmailChange, MailKind::AccountLocked],
    )?;
    events::record(tx, occasion, EventKind::PasswordReset, Some(user.id))?;
    mails::enqueue(tx, &NewMail::to_owner(MailKind::PasswordChanged, user), occasion)
}

fn live_reset(
    db: &mut Reader<'_>,
    digest: &TokenDigest,
    now: time::OffsetDateTime,
) -> Result<Option<(Mail, User)>, storage::Error> {
    let found = live(db, digest, now)?.filter(|(mail, _)| mail.kind == MailKind::PasswordReset);
    Ok(found.and_then(|(mail, user)| Some((mail, user?))))
}

impl From<storage::Error> for RequestPasswordResetError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<storage::Error> for ResetPasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
