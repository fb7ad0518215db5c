//! Signing up in private mode: for any address, the server writes the same rows and gives the same answer. Only the
//! sender of the mail looks up whether there is an account, and only the owner of the address learns it.

use super::new_account::Needs;
use crate::accounts::mail_links::LinkError;
use crate::accounts::{Accounts, SignUp, SignUpError};
use crate::domain::{Actor, Client, EventKind, Mail, MailKind};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::users::{self, NewUser};
use crate::storage::{Transaction, pending_sign_ups};

impl Accounts {
    pub(super) async fn sign_up_privately(
        &self,
        form: &SignUp<'_>,
        client: &Client,
    ) -> Result<(), SignUpError> {
        let new = self.validate_without_lookup(form.email, form.password.clone(), Needs::Mail).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let pending = pending_sign_ups::replace(tx, &new.email, &new.hashed_password, audit.at)?;
                let mail = NewMail::new(MailKind::SignUpConfirmation, None, &new.email);
                let mail = NewMail { pending_sign_up: Some(pending), ..mail };
                Ok(mails::enqueue(tx, &mail, &audit)?)
            })
            .await
    }
}

/// Adds the account of a pending sign-up. The unique index decides about duplicates.
pub(in crate::accounts) fn confirm(
    tx: &mut Transaction<'_>,
    mail: &Mail,
    audit: &AuditContext,
) -> Result<(), LinkError> {
    let pending = mail.pending_sign_up.ok_or(LinkError::InvalidLink)?;
    let hashed_password = pending_sign_ups::find(tx, pending)?.ok_or(LinkError::InvalidLink)?;
    let new = NewUser {
        email: &mail.to,
        hashed_password: &hashed_password,
        is_admin: false,
        created_at: audit.at,
        last_log_in_at: None,
        email_verified_at: Some(audit.at),
        language: audit.client.language.as_ref(),
    };
    let user = users::insert(tx, &new)?;
    mails::set_user(tx, mail.id, user.id)?;
    pending_sign_ups::delete(tx, pending)?;
    let audit = audit.by(&user);
    events::record(tx, &audit, EventKind::SignedUp, Some(user.id))?;
    events::record(tx, &audit, EventKind::EmailVerified, Some(user.id))?;
    Ok(())
}
