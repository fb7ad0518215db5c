//! Signing up where nobody is to learn which addresses are registered: whatever the address, the same is written and the
//! same is answered. Whether there is an account already only the sender of the mail looks, and only the owner is told.

use super::candidate::Needs;
use super::mail_link::{Followed, LinkError};
use super::{Accounts, SignUp, SignUpError};
use crate::domain::{Actor, Client, EventKind, Mail, MailKind};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::users::{self, NewUser};
use crate::storage::{Transaction, pending_sign_ups};

impl Accounts {
    pub(super) async fn sign_up_privately(
        &self,
        form: &SignUp<'_>,
        client: &Client,
    ) -> Result<(), SignUpError> {
        let (email, hashed_password) =
            self.accept_unseen(form.email, form.password.clone(), Needs::Mail).await?;
        let occasion = self.occasion(Actor::Unknown, client);
        self.0
            .storage
            .write(move |tx| {
                let pending = pending_sign_ups::replace(tx, &email, &hashed_password, occasion.at)?;
                let new = NewMail::new(MailKind::SignUpConfirmation, None, &email);
                let new = NewMail { pending_sign_up: Some(pending), ..new };
                Ok(mails::enqueue(tx, &new, &occasion)?)
            })
            .await
    }
}

/// Adds the person to the register. The unique index has the last word on duplicates.
pub(super) fn confirm(
    tx: &mut Transaction<'_>,
    mail: &Mail,
    occasion: Occasion,
) -> Result<Followed, LinkError> {
    let pending = mail.pending_sign_up.ok_or(LinkError::Dead)?;
    let hashed_password = pending_sign_ups::find(tx, pending)?.ok_or(LinkError::Dead)?;
    let new = NewUser {
        email: &mail.to,
        hashed_password: &hashed_password,
        is_admin: false,
        created_at: occasion.at,
        last_log_in_at: None,
        email_verified_at: Some(occasion.at),
    };
    let id = users::insert(tx, &new)?;
    mails::set_user(tx, mail.id, id)?;
    pending_sign_ups::delete(tx, pending)?;
    let occasion = Occasion { actor: Actor::User(id), ..occasion };
    events::record(tx, &occasion, EventKind::SignedUp, Some(id))?;
    events::record(tx, &occasion, EventKind::EmailVerified, Some(id))?;
    Ok(Followed::SignedUp)
}
