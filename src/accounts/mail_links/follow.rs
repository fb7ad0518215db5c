//! Following the link of a mail.

use super::link::{LinkError, LiveLink, find_live};
use super::verify_email;
use crate::accounts::Accounts;
use crate::accounts::log_in::unlock_by_link;
use crate::accounts::profile::{confirm_email_change, undo_email_change};
use crate::accounts::sign_up::confirm_private_sign_up;
use crate::domain::{Actor, Client, MailKind, Token};
use crate::storage::mail_tokens;

impl Accounts {
    /// Performs the action of a link, once. Returns what its mail was about, and where it was sent.
    pub async fn follow_link(&self, token: &Token, client: &Client) -> Result<LiveLink, LinkError> {
        self.0.core.throttle.check_client(client).await?;
        let digest = token.digest();
        let audit = self.0.core.audit(Actor::Unknown, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let (mail, user) = find_live(tx, &digest, audit.at)?.ok_or(LinkError::InvalidLink)?;
                if !mail_tokens::spend(tx, mail.id)? {
                    return Err(LinkError::InvalidLink);
                }
                let audit = audit.by(user.as_ref().map_or(Actor::Unknown, Actor::from));
                match (mail.kind, &user) {
                    (MailKind::SignUpConfirmation, _) => confirm_private_sign_up(tx, &mail, &audit)?,
                    (MailKind::EmailVerification, Some(user)) => verify_email::confirm(tx, user, &audit)?,
                    (MailKind::EmailChange, Some(user)) => confirm_email_change(tx, user, &mail, &audit)?,
                    (MailKind::EmailChanged, Some(user)) => undo_email_change(tx, user, &mail, &audit)?,
                    (MailKind::AccountLocked, Some(user)) => unlock_by_link(tx, user, &audit)?,
                    _ => return Err(LinkError::InvalidLink),
                }
                Ok(LiveLink { kind: mail.kind, sent_to: mail.to })
            })
            .await
    }
}
