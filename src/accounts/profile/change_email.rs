//! Changing the address of an account: the new one takes effect when the owner follows the link that was sent there.
//! The old address gets a link that undoes the change.

use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::record_step_up;
use crate::accounts::mail_links::LinkError;
use crate::accounts::throttle::MailCause;
use crate::accounts::{Accounts, Failure, RenewedSession, SessionOver, SignedIn};
use crate::domain::{
    AuthenticationMethods, Client, EmailAddress, EventKind, Field, FieldErrors, Mail, MailKind, Mistake,
    Password, User,
};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{
    self, Reader, Transaction, account_lock, address_holds, known_devices, sessions, supersession, users,
};

/// What was typed.
pub struct ChangeEmail<'a> {
    pub current_password: Password,
    pub new_email: &'a str,
}

#[derive(Debug, thiserror::Error)]
pub enum ChangeEmailError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    /// Not reported in private mode, where only the owner of the address learns it.
    #[error("the address is registered")]
    DuplicateEmail(FieldErrors),
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Accounts {
    /// Sends a link to the new address. Until its owner follows it, the old address stays.
    pub async fn change_email(
        &self,
        signed_in: &SignedIn,
        form: ChangeEmail<'_>,
        client: &Client,
    ) -> Result<RenewedSession, ChangeEmailError> {
        self.0.core.throttle.check_client(client).await?;
        let wrong = match self.check_current_password(signed_in, form.current_password, client).await {
            Ok(_) => None,
            Err(error) => Some(error.or_mistake::<ChangeEmailError>()?),
        };
        let mut errors = FieldErrors::default();
        errors.extend(Field::CurrentPassword, wrong);
        let parsed = EmailAddress::parse(form.new_email).and_then(|email| {
            // Another spelling of the same address is a change: pages show the address as typed, and mails go there.
            match email.is_spelled_like(&signed_in.user.email) {
                true => Err(Mistake::EmailUnchanged),
                false => EmailAddress::parse_new(form.new_email),
            }
        });
        let email = errors.collect(Field::NewEmail, parsed);
        let Some(email) = email.filter(|_| errors.is_empty()) else {
            return Err(ChangeEmailError::Invalid(errors));
        };
        self.refuse_taken(signed_in, &email).await?;
        self.0.core.throttle.check_mail(MailCause::EmailChange, &email).await?;
        let renewed = self.renew_session(&signed_in.session)?;
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                // The owner may have revoked this session because of the attempt: stop if it is gone.
                record_step_up::<ChangeEmailError>(
                    tx,
                    &signed_in,
                    &AuthenticationMethods::PASSWORD,
                    &token,
                    audit.at,
                )?;
                let user = signed_in.user.id;
                mails::enqueue(tx, &NewMail::new(MailKind::EmailChange, Some(user), &email), &audit)?;
                Ok::<_, ChangeEmailError>(events::record(
                    tx,
                    &audit,
                    EventKind::EmailChangeRequested,
                    Some(user),
                )?)
            })
            .await?;
        Ok(renewed)
    }

    async fn refuse_taken(&self, signed_in: &SignedIn, email: &EmailAddress) -> Result<(), ChangeEmailError> {
        if self.0.core.settings.is_sign_up_private {
            return Ok(());
        }
        let (own, email, now) = (signed_in.user.id, email.clone(), self.0.core.clock.now());
        let look = move |db: &mut Reader<'_>| {
            let has_account = users::find_by_email(db, &email)?.is_some_and(|other| other.id != own);
            Ok::<_, storage::Error>(has_account || address_holds::find(db, &email, Some(own), now)?.is_some())
        };
        match self.0.core.storage.read(look).await? {
            true => {
                Err(ChangeEmailError::DuplicateEmail(FieldErrors::of(Field::NewEmail, Mistake::EmailTaken)))
            }
            false => Ok(()),
        }
    }
}

/// The mail went to the new address, so following its link confirms that address.
pub(in crate::accounts) fn confirm(
    tx: &mut Transaction<'_>,
    user: &User,
    mail: &Mail,
    audit: &AuditContext,
) -> Result<(), LinkError> {
    users::set_email(tx, user.id, &mail.to, audit.at)?;
    events::record(tx, audit, EventKind::EmailChanged, Some(user.id))?;
    // An old address that was never confirmed may be another person's: it is notified, without an undo link.
    let mut told = NewMail::to_owner(MailKind::EmailChanged, user);
    if user.is_verified() {
        told.other_email = Some(&mail.to);
        told.address_hold = Some(address_holds::insert(tx, user.id, &user.email, audit.at)?);
    }
    mails::enqueue(tx, &told, audit)?;
    Ok(())
}

/// The mail went to the old address. An attacker who changed it may know the password, so end all sessions, lock the
/// account until there is a new password, and queue a mail with a link for one.
pub(in crate::accounts) fn undo(
    tx: &mut Transaction<'_>,
    user: &User,
    mail: &Mail,
    audit: &AuditContext,
) -> Result<(), LinkError> {
    users::set_email(tx, user.id, &mail.to, audit.at)?;
    events::record(tx, audit, EventKind::EmailChangeUndone, Some(user.id))?;
    sessions::end_all(tx, user.id, None)?;
    known_devices::delete_all(tx, user.id, &[])?;
    // Undo links to earlier addresses stay valid: such an address may be the owner's, and this one an attacker's.
    if let Some(hold) = mail.address_hold {
        address_holds::end_from(tx, user.id, hold)?;
    }
    supersession::withdraw_later(tx, user, mail)?;
    supersession::withdraw(tx, user, EventKind::EmailChangeUndone)?;
    if account_lock::lock(tx, user.id, audit.at)? {
        events::record(tx, audit, EventKind::AccountLocked, Some(user.id))?;
    }
    mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailChanged, user), audit)?;
    mails::enqueue(tx, &NewMail::new(MailKind::PasswordReset, Some(user.id), &mail.to), audit)?;
    Ok(())
}

fails_with_failure!(ChangeEmailError);
