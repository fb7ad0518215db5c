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
        let (password, terms) = (form.password.clone(), self.terms(form));
        let new = self.validate_without_lookup(form.email, password, terms, Needs::Mail).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let accepted_at = new.has_accepted_terms.then_some(audit.at);
                let hash = &new.hashed_password;
                let pending = pending_sign_ups::replace(tx, &new.email, hash, accepted_at, audit.at)?;
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
    let sign_up = pending_sign_ups::find(tx, pending)?.ok_or(LinkError::InvalidLink)?;
    let new = NewUser {
        email: &mail.to,
        hashed_password: &sign_up.hashed_password,
        is_admin: false,
        created_at: audit.at,
        last_log_in_at: None,
        email_verified_at: Some(audit.at),
        terms_accepted_at: sign_up.terms_accepted_at,
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
