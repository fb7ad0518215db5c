//! Sending the mail of a sign-up again, to a visitor who waits for it.

use crate::accounts::throttle::MailCause;
use crate::accounts::{Accounts, Failure};
use crate::domain::{Actor, Client, EmailAddress, MailKind};
use crate::storage::mails::{self, NewMail};
use crate::storage::{Reader, Transaction, pending_sign_ups, users};

impl Accounts {
    /// Sends the mail of a sign-up again; its limit is that of sign-ups with this mailbox. In private mode the server
    /// writes the same rows for any address, as for the sign-up itself, and only the sender of the mail looks up whether
    /// there is an account. Otherwise only the owner of an account that is not confirmed gets a mail.
    pub async fn resend_sign_up(&self, email: &EmailAddress, client: &Client) -> Result<(), Failure> {
        self.0.core.throttle.check_client(client).await?;
        self.0.core.throttle.check_mail(MailCause::SignUp, email).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        let email = email.clone();
        if self.0.core.settings.is_sign_up_private {
            let enqueue = move |tx: &mut Transaction<'_>| {
                let pending = pending_sign_ups::find_by_email(tx, &email)?;
                let (pending, to) = pending.map_or((None, email), |(id, email)| (Some(id), email));
                let mail = NewMail::new(MailKind::SignUpConfirmation, None, &to);
                mails::enqueue(tx, &NewMail { pending_sign_up: pending, ..mail }, &audit)
            };
            return Ok(self.0.core.storage.write(enqueue).await?);
        }
        let find = move |db: &mut Reader<'_>| users::find_by_email(db, &email);
        let user = self.0.core.storage.read(find).await?.filter(|user| !user.is_verified());
        let Some(user) = user else { return Ok(()) };
        let enqueue = move |tx: &mut Transaction<'_>| {
            mails::enqueue(tx, &NewMail::to_owner(MailKind::EmailVerification, &user), &audit)
        };
        Ok(self.0.core.storage.write(enqueue).await?)
    }
}
