//! Another address for an account: it counts when the link that was sent there is followed. The old address is told, with
//! a link that takes everything back.

use super::confirm_password::{CurrentPasswordError, record_confirmation};
use super::mail_link::{Followed, LinkError};
use super::throttle::MailCause;
use super::{Accounts, Failure, RenewedSession, SessionOver, SignedIn};
use crate::domain::{
    Client, EmailAddress, EventKind, Field, FieldErrors, Mail, MailKind, Mistake, Password, User,
};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{
    self, Reader, Transaction, account_lock, address_holds, known_devices, mail_matters, sessions, users,
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
    /// Not in private mode, where only the owner of the address learns it.
    #[error("the address is registered")]
    DuplicateEmail(FieldErrors),
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// What ends when a change is taken back, beside the ways back to later addresses.
const UNDONE_WITH_IT: [MailKind; 4] =
    [MailKind::EmailVerification, MailKind::PasswordReset, MailKind::EmailChange, MailKind::AccountLocked];

impl Accounts {
    /// Sends a link to the new address. Until it is followed the old one stays.
    pub async fn change_email(
        &self,
        signed_in: &SignedIn,
        form: ChangeEmail<'_>,
        client: &Client,
    ) -> Result<RenewedSession, ChangeEmailError> {
        self.0.throttle.check_client(client)?;
        let wrong = match self.check_current(signed_in, form.current_password, client).await {
            Ok(_) => None,
            Err(CurrentPasswordError::Refused(mistake)) => Some(mistake),
            Err(CurrentPasswordError::SessionOver(over)) => return Err(over.into()),
            Err(CurrentPasswordError::Failure(failure)) => return Err(failure.into()),
        };
        let mut errors = FieldErrors::default();
        errors.extend(Field::CurrentPassword, wrong);
        let parsed = EmailAddress::parse(form.new_email).and_then(|email| {
            // Another spelling of the same mailbox is a change: it is shown as typed, and mail goes there.
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
        self.0.throttle.check_mail(MailCause::EmailChange, &email)?;
        let renewed = self.renew_session(&signed_in.session)?;
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                // The owner may have revoked this session because of the attempt: stop if it is gone.
                record_confirmation::<ChangeEmailError>(tx, &signed_in, &token, occasion.at)?;
                let user = signed_in.user.id;
                mails::enqueue(tx, &NewMail::new(MailKind::EmailChange, Some(user), &email), &occasion)?;
                Ok::<_, ChangeEmailError>(events::record(
                    tx,
                    &occasion,
                    EventKind::EmailChangeRequested,
                    Some(user),
                )?)
            })
            .await?;
        Ok(renewed)
    }

    async fn refuse_taken(&self, signed_in: &SignedIn, email: &EmailAddress) -> Result<(), ChangeEmailError> {
        if self.0.settings.is_sign_up_private {
            return Ok(());
        }
        let (own, email, now) = (signed_in.user.id, email.clone(), self.0.clock.now());
        let look = move |db: &mut Reader<'_>| {
            let has_account = users::find_by_email(db, &email)?.is_some_and(|other| other.id != own);
            Ok::<_, storage::Error>(has_account || address_holds::find(db, &email, Some(own), now)?.is_some())
        };
        match self.0.storage.read(look).await? {
            true => {
                Err(ChangeEmailError::DuplicateEmail(FieldErrors::of(Field::NewEmail, Mistake::EmailTaken)))
            }
            false => Ok(()),
        }
    }
}

/// The mail went to the new address, which is shown to be theirs by that.
pub(super) fn confirm(
    tx: &mut Transaction<'_>,
    user: &User,
    mail: &Mail,
    occasion: &Occasion,
) -> Result<Followed, LinkError> {
    users::set_email(tx, user.id, &mail.to, occasion.at)?;
    events::record(tx, occasion, EventKind::EmailChanged, Some(user.id))?;
    // An address that was never shown to be theirs may be anybody's: it hears of it, and has no way back.
    let mut told = NewMail::to_owner(MailKind::EmailChanged, user);
    if user.is_verified() {
        told.other_email = Some(&mail.to);
        told.address_hold = Some(address_holds::insert(tx, user.id, &user.email, occasion.at)?);
    }
    mails::enqueue(tx, &told, occasion)?;
    Ok(Followed::EmailChanged)
}

/// The mail went to the old address. Whoever changed it may know the password: so everybody is logged out, the password
/// opens nothing until there is a new one, and a link for that is on its way.
pub(super) fn undo(
    tx: &mut Transaction<'_>,
    user: &User,
    mail: &Mail,
    occasion: &Occasion,
) -> Result<Followed, LinkError> {
    users::set_email(tx, user.id, &mail.to, occasion.at)?;
    events::record(tx, occasion, EventKind::EmailChangeUndone, Some(user.id))?;
    sessions::end_all(tx, user.id, None)?;
    known_devices::forget_all(tx, user.id, &[])?;
    // A way back to an address that was theirs before this one stays: it may be the owner's, and this one a thief's.
    if let Some(hold) = mail.address_hold {
        address_holds::end_from(tx, user.id, hold)?;
    }
    mail_matters::withdraw_later(tx, user, &[MailKind::EmailChanged], mail.id)?;
    mail_matters::withdraw(tx, user, &UNDONE_WITH_IT)?;
    if account_lock::lock(tx, user.id, occasion.at)? {
        events::record(tx, occasion, EventKind::AccountLocked, Some(user.id))?;
    }
    mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailChanged, user), occasion)?;
    mails::enqueue(tx, &NewMail::new(MailKind::PasswordReset, Some(user.id), &mail.to), occasion)?;
    Ok(Followed::EmailChangeUndone)
}

impl From<storage::Error> for ChangeEmailError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
