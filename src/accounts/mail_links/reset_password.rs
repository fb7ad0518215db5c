//! A new password for an owner who has forgotten the old one, by a link in a mail. Following it does not log in.

use super::link::find_live;
use crate::accounts::failure::fails_with_failure;
use crate::accounts::throttle::{Asker, MailCause};
use crate::accounts::{Accounts, Failure};
use crate::domain::{
    Actor, Client, EmailAddress, EventKind, Field, FieldErrors, Mail, MailKind, NewPassword, Password,
    PhcString, Token, TokenDigest, User,
};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{
    self, Reader, Transaction, account_lock, known_devices, mail_tokens, passwords, sessions, supersession,
    users,
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
    /// The link is unknown, used, expired or superseded.
    #[error("the link is not valid")]
    InvalidLink,
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Requests a link. Only the sender of the mail looks up the account, so that neither the answer nor its time
    /// reveals whether there is one. `devices` are the browser's device tokens.
    pub async fn request_password_reset(
        &self,
        email: &str,
        devices: &[Token],
        client: &Client,
    ) -> Result<(), RequestPasswordResetError> {
        self.0.core.throttle.check_client(client).await?;
        let email = EmailAddress::parse(email)
            .map_err(|mistake| RequestPasswordResetError::Invalid(FieldErrors::of(Field::Email, mistake)))?;
        let asker = self.asker(&email, devices).await?;
        self.0.core.throttle.check_mail_of(MailCause::PasswordReset, &email, asker).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let new = NewMail::new(MailKind::PasswordReset, None, &email);
                Ok(mails::enqueue(tx, &new, &audit)?)
            })
            .await
    }

    /// The visitor who requests a mail to this address. The query depends on the browser's cookie and not on the
    /// address, so that response time reveals nothing about the address.
    async fn asker(&self, email: &EmailAddress, devices: &[Token]) -> Result<Asker, Failure> {
        if devices.is_empty() {
            return Ok(Asker::Stranger);
        }
        let digests: Vec<_> = devices.iter().map(Token::digest).collect();
        let known = self.0.core.storage.read(move |db| known_devices::with_owners(db, &digests)).await?;
        let known = known.into_iter().find(|(_, owner)| owner.email.key() == email.key());
        Ok(match known {
            Some((device, owner)) if owner.is_verified() => Asker::Owner(device),
            Some(_) => Asker::UnconfirmedOwner,
            None => Asker::Stranger,
        })
    }

    /// The address of the account whose password this link sets, if it is valid.
    pub async fn find_password_reset(&self, token: &Token) -> Result<Option<EmailAddress>, Failure> {
        let (digest, now) = (token.digest(), self.0.core.clock.now());
        let found = self.0.core.storage.read(move |db| live_reset(db, &digest, now)).await?;
        Ok(found.map(|(_, user)| user.email))
    }

    /// Sets the password, ends all sessions and all other links for a password, and notifies the owner. `devices` are
    /// this browser's device tokens; the account forgets all others. Returns the address of the account.
    pub async fn reset_password(
        &self,
        token: &Token,
        new: Password,
        devices: Vec<Token>,
        client: &Client,
    ) -> Result<EmailAddress, ResetPasswordError> {
        self.0.core.throttle.check_client(client).await?;
        let email = self.find_password_reset(token).await?.ok_or(ResetPasswordError::InvalidLink)?;
        let policy = self.0.core.settings.password_policy.clone();
        let check_policy = move || NewPassword::parse(new, &policy, Some(&email));
        let refused = |mistake| ResetPasswordError::Invalid(FieldErrors::of(Field::NewPassword, mistake));
        let accept = move || {
            check_policy().map_err(|error| Failure::or_mistake(error).map_or_else(Into::into, refused))
        };
        let hashed = self.0.hashing.hash_new(accept).await?;
        let digest = token.digest();
        let devices: Vec<_> = devices.iter().map(Token::digest).collect();
        let audit = self.0.core.audit(Actor::Unknown, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let (mail, user) =
                    live_reset(tx, &digest, audit.at)?.ok_or(ResetPasswordError::InvalidLink)?;
                if !mail_tokens::spend(tx, mail.id)? {
                    return Err(ResetPasswordError::InvalidLink);
                }
                let audit = audit.by(&user);
                replace_password(tx, &user, &hashed, &devices, &audit)?;
                Ok(user.email)
            })
            .await
    }
}

/// Replaces the password, and ends every session and every other way to get in. The owner has proven access to the
/// mailbox.
fn replace_password(
    tx: &mut Transaction<'_>,
    user: &User,
    hashed: &PhcString,
    devices: &[TokenDigest],
    audit: &AuditContext,
) -> Result<(), storage::Error> {
    passwords::set(tx, user.id, hashed)?;
    users::set_verified(tx, user.id, &user.email, audit.at)?;
    account_lock::unlock(tx, user.id)?;
    sessions::end_all(tx, user.id, None)?;
    known_devices::delete_all(tx, user.id, devices)?;
    supersession::withdraw(tx, user, EventKind::PasswordReset)?;
    events::record(tx, audit, EventKind::PasswordReset, Some(user.id))?;
    mails::enqueue(tx, &NewMail::to_owner(MailKind::PasswordChanged, user), audit)
}

fn live_reset(
    db: &mut Reader<'_>,
    digest: &TokenDigest,
    now: time::OffsetDateTime,
) -> Result<Option<(Mail, User)>, storage::Error> {
    let found = find_live(db, digest, now)?.filter(|(mail, _)| mail.kind == MailKind::PasswordReset);
    Ok(found.and_then(|(mail, user)| Some((mail, user?))))
}

fails_with_failure!(RequestPasswordResetError, ResetPasswordError);
