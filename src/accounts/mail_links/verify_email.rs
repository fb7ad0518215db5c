//! Confirming an address, by a link that was sent to it.

use super::link::LinkError;
use crate::accounts::throttle::MailCause;
use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EmailAddress, EventKind, MailKind, MailState, User};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{Transaction, mail_list, users};

impl Accounts {
    /// Sends a new link. False if the address is confirmed already.
    pub async fn resend_verification(&self, signed_in: &SignedIn, client: &Client) -> Result<bool, Failure> {
        if signed_in.user.is_verified() {
            return Ok(false);
        }
        self.send_verification(&signed_in.user, client).await?;
        Ok(true)
    }

    /// Whether the last mail of a sign-up has come back, for a visitor who may have typed any address. In private mode this
    /// is never told: what becomes of a mail depends on whether the address is registered.
    pub async fn is_sign_up_undelivered(&self, email: &EmailAddress) -> Result<bool, Failure> {
        match self.0.core.settings.is_sign_up_private {
            true => Ok(false),
            false => self.is_confirmation_undelivered(email).await,
        }
    }

    /// Whether the server has given up the last mail that asks to confirm an address, or to finish signing up with it.
    pub async fn is_confirmation_undelivered(&self, email: &EmailAddress) -> Result<bool, Failure> {
        const KINDS: [MailKind; 2] = [MailKind::EmailVerification, MailKind::SignUpConfirmation];
        let email = email.clone();
        let newest = self.0.core.storage.read(move |db| mail_list::newest_to(db, &KINDS, &email)).await?;
        Ok(newest.is_some_and(|mail| matches!(mail.state, MailState::GivenUp { .. })))
    }

    pub(in crate::accounts) async fn send_verification(
        &self,
        user: &User,
        client: &Client,
    ) -> Result<(), Failure> {
        self.0.core.throttle.check_mail(MailCause::Verification, &user.email).await?;
        let (user, audit) = (user.clone(), self.0.core.audit(user, client));
        let enqueue = move |tx: &mut Transaction<'_>| {
            mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailVerification, &user), &audit)
        };
        Ok(self.0.core.storage.write(enqueue).await?)
    }
}

pub(super) fn confirm(tx: &mut Transaction<'_>, user: &User, audit: &AuditContext) -> Result<(), LinkError> {
    if users::set_verified(tx, user.id, &user.email, audit.at)? {
        events::record(tx, audit, EventKind::EmailVerified, Some(user.id))?;
    }
    Ok(())
}
