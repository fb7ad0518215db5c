//! A change of address that is under way: what its owner sees of it, sending its link again, and cancelling it.

use time::OffsetDateTime;

use crate::accounts::throttle::MailCause;
use crate::accounts::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EmailAddress, EventKind, MailKind, User, link_trouble};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Reader, Transaction, events, mail_tokens, supersession};

impl Accounts {
    /// The address whose owner has yet to follow the link, if there is one. In private mode an address that is registered
    /// looks like any other: its mail has a link as well, which is not sent.
    pub async fn pending_email_change(&self, signed_in: &SignedIn) -> Result<Option<EmailAddress>, Failure> {
        let (user, now) = (signed_in.user.clone(), self.0.core.clock.now());
        Ok(self.0.core.storage.read(move |db| pending(db, &user, now)).await?)
    }

    /// Sends a new link to the new address, which replaces the earlier one. False if there is no change under way.
    pub async fn resend_email_change(&self, signed_in: &SignedIn, client: &Client) -> Result<bool, Failure> {
        let Some(email) = self.pending_email_change(signed_in).await? else { return Ok(false) };
        self.0.core.throttle.check_mail(MailCause::EmailChange, &email).await?;
        let (user, audit) = (signed_in.user.clone(), self.0.core.audit(&signed_in.user, client));
        let enqueue = move |tx: &mut Transaction<'_>| {
            // Another request may have cancelled it, or changed it, in the meantime.
            if !pending(tx, &user, audit.at)?.is_some_and(|pending| pending.is_spelled_like(&email)) {
                return Ok(false);
            }
            mails::enqueue(tx, &NewMail::new(MailKind::EmailChange, Some(user.id), &email), &audit)?;
            Ok::<_, storage::Error>(true)
        };
        Ok(self.0.core.storage.write(enqueue).await?)
    }

    /// Withdraws the link to the new address. False if there is no change under way.
    pub async fn cancel_email_change(&self, signed_in: &SignedIn, client: &Client) -> Result<bool, Failure> {
        let (user, audit) = (signed_in.user.clone(), self.0.core.audit(&signed_in.user, client));
        let cancel = move |tx: &mut Transaction<'_>| {
            if pending(tx, &user, audit.at)?.is_none() {
                return Ok(false);
            }
            supersession::withdraw(tx, &user, EventKind::EmailChangeCancelled)?;
            events::record(tx, &audit, EventKind::EmailChangeCancelled, Some(user.id))?;
            Ok::<_, storage::Error>(true)
        };
        Ok(self.0.core.storage.write(cancel).await?)
    }
}

/// Where the newest link goes, whether the mail with it is sent or waits.
fn pending(
    db: &mut Reader<'_>,
    user: &User,
    now: OffsetDateTime,
) -> Result<Option<EmailAddress>, storage::Error> {
    let Some((mail, made_at)) = mail_tokens::newest_of(db, user.id, MailKind::EmailChange)? else {
        return Ok(None);
    };
    let is_live = link_trouble(&mail, Some(user), made_at.unwrap_or(now), now).is_none();
    Ok(Some(mail.to).filter(|to| is_live && !to.is_spelled_like(&user.email)))
}
