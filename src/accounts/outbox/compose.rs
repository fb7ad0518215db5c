//! The content and the recipient of a mail, determined when it is sent.

use time::OffsetDateTime;

use super::Outbox;
use crate::accounts::Failure;
use crate::domain::{
    Actor, EmailAddress, EventKind, Language, Mail, MailKind, NotSentReason, TRIED_FOR, Token, User, UserId,
    link_trouble,
};
use crate::mail::{About, Message};
use crate::storage::events::{self, AuditContext};
use crate::storage::{self, Transaction, address_holds, mail_tokens, mails, supersession, users};

/// The content and the recipient of a mail.
pub(super) struct Composed {
    pub to: EmailAddress,
    /// That its recipient reads; `None` for that of the site.
    pub language: Option<Language>,
    pub message: Message,
}

/// The decision about a mail that is due.
pub(super) enum Composing {
    Send(Composed),
    NotSent(NotSentReason),
}

impl Outbox {
    /// Composes a mail from the current state, or says why it is not sent. A mail about an account goes to the address
    /// that is stored with the account, never to another spelling that a visitor typed, because that may be another
    /// mailbox. No mail contains a link that is not valid.
    pub(super) fn compose(
        &self,
        tx: &mut Transaction<'_>,
        mail: &mut Mail,
        now: OffsetDateTime,
    ) -> Result<Composing, Failure> {
        if mail.kind.is_superseded() && supersession::has_newer(tx, mail)? {
            return Ok(Composing::NotSent(NotSentReason::Replaced));
        }
        if mail.kind == MailKind::SignUpConfirmation {
            return self.compose_sign_up(tx, mail, now);
        }
        let owner = match mail.user {
            Some(id) => users::find(tx, id)?,
            None => users::find_by_email(tx, &mail.to)?,
        };
        let Some(user) = owner else { return Ok(Composing::NotSent(NotSentReason::NotNeeded)) };
        let is_new_to_owner = mail.user.is_none();
        if follows_account(mail, &user) {
            readdress(tx, mail, Some(user.id), &user.email)?;
        }
        if let Some(reason) = self.why_not_sent(tx, mail, &user, now)? {
            return Ok(Composing::NotSent(reason));
        }
        let message = match mail.kind {
            MailKind::PasswordReset => {
                if is_new_to_owner {
                    note_reset_request(tx, mail, &user)?;
                }
                self.with_link(tx, mail, now)?
            }
            MailKind::EmailChange => match registered(tx, &mail.to, user.id, now)? {
                // Leave the recipient of the mail unchanged: the member who caused it can see it, and must not learn
                // about the other account. Store a link all the same, which is not sent: the change is then under way
                // for as long as any other.
                Some(to) => {
                    self.with_link(tx, mail, now)?;
                    let (language, message) = (None, Message::new(About::AlreadyRegistered));
                    return Ok(Composing::Send(Composed { to, language, message }));
                }
                None => self.with_link(tx, mail, now)?,
            },
            // Goes to the address that the account had at the time, like the notices below: an attacker may have
            // changed it since.
            MailKind::EmailChanged => {
                let can_undo =
                    mail.other_email.is_some() && link_trouble(mail, Some(&user), now, now).is_none();
                let message = match can_undo {
                    true => self.with_link(tx, mail, now)?,
                    false => Message::of(mail.kind),
                };
                Message { new_email: mail.other_email.clone(), ..message }
            }
            MailKind::AccountClosed => {
                let deleted_on = user.closed_at.unwrap_or(now) + self.core.settings.deleted_after;
                Message { deleted_on: Some(deleted_on), ..Message::of(mail.kind) }
            }
            kind if kind.link().is_some() => self.with_link(tx, mail, now)?,
            kind => Message::of(kind),
        };
        let language = user.language.or_else(|| mail.client.language.clone());
        Ok(Composing::Send(Composed { to: mail.to.clone(), language, message }))
    }

    /// In private mode: sends the link, or says that there is an account. Since the last attempt the address may have
    /// become that of an account, or that of another one.
    fn compose_sign_up(
        &self,
        tx: &mut Transaction<'_>,
        mail: &mut Mail,
        now: OffsetDateTime,
    ) -> Result<Composing, Failure> {
        let mut language = mail.client.language.clone();
        let (owner, to) = match users::find_by_email(tx, &mail.to)? {
            Some(user) => {
                language = user.language.or(language);
                (Some(user.id), Some(user.email))
            }
            None => (None, address_holds::find(tx, &mail.to, None, now)?),
        };
        let message = if let Some(to) = to {
            // Keep the pending sign-up: without it the next sign-up would write other rows than for an unknown address.
            readdress(tx, mail, owner, &to)?;
            Message::new(About::AlreadyRegistered)
        } else if mail.pending_sign_up.is_none() {
            return Ok(Composing::NotSent(NotSentReason::Replaced));
        } else if now > mail.created_at + TRIED_FOR {
            // The pending sign-up would be deleted before the link expires.
            return Ok(Composing::NotSent(NotSentReason::LinkExpired));
        } else {
            let to = mail.to.clone();
            readdress(tx, mail, None, &to)?;
            self.with_link(tx, mail, now)?
        };
        Ok(Composing::Send(Composed { to: mail.to.clone(), language, message }))
    }

    fn why_not_sent(
        &self,
        tx: &mut Transaction<'_>,
        mail: &Mail,
        user: &User,
        now: OffsetDateTime,
    ) -> Result<Option<NotSentReason>, Failure> {
        let is_done = match mail.kind {
            MailKind::EmailVerification => user.is_verified(),
            MailKind::AccountLocked => !user.is_locked(),
            MailKind::AccountClosed => !user.is_closed(),
            MailKind::AdminGranted => !user.is_admin,
            MailKind::AdminRevoked => user.is_admin,
            MailKind::AccountDisabled => !user.is_disabled(),
            MailKind::AccountEnabled => user.is_disabled(),
            _ => false,
        };
        if is_done {
            return Ok(Some(NotSentReason::NotNeeded));
        }
        if mail.kind.is_superseded() {
            return Ok(link_trouble(mail, Some(user), now, now));
        }
        // A notice is sent even where its link is not valid. But an unconfirmed address may belong to another person,
        // and the owner of the account can cause any number of notices, so these have a limit.
        let is_confirmed = match mail.kind {
            MailKind::EmailChanged => mail.other_email.is_some(),
            _ => user.is_verified(),
        };
        let is_limited = !is_confirmed && mail.attempts == 1;
        let is_one_too_many = is_limited && !self.core.throttle.allows_notice(tx, &mail.to)?;
        Ok(is_one_too_many.then_some(NotSentReason::TooMany))
    }

    /// The message of this mail, with a new link.
    fn with_link(
        &self,
        tx: &mut Transaction<'_>,
        mail: &Mail,
        now: OffsetDateTime,
    ) -> Result<Message, Failure> {
        let token = Token::generate()?;
        if mail.kind.is_superseded() {
            supersession::end_earlier_links(tx, mail)?;
        }
        mail_tokens::insert(tx, mail.id, &token.digest(), now)?;
        Ok(Message { link: Some(token), ..Message::of(mail.kind) })
    }
}

/// Whether a mail goes to the current address of the account. A link to set a password is for the account that has the
/// address with which it was requested.
fn follows_account(mail: &Mail, user: &User) -> bool {
    match mail.kind {
        MailKind::AccountLocked => true,
        MailKind::PasswordReset => user.email.key() == mail.to.key(),
        _ => false,
    }
}

/// Changes the recipient of a mail. Links that an earlier attempt sent to another address become invalid.
fn readdress(
    tx: &mut Transaction<'_>,
    mail: &mut Mail,
    user: Option<UserId>,
    to: &EmailAddress,
) -> Result<(), storage::Error> {
    if mail.user == user && mail.to.is_spelled_like(to) {
        return Ok(());
    }
    mail_tokens::spend(tx, mail.id)?;
    mails::set_recipient(tx, mail.id, user, to)?;
    (mail.user, mail.to) = (user, to.clone());
    Ok(())
}

/// The spelling of this address in another account that has it or holds it, if there is one.
fn registered(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    except: UserId,
    now: OffsetDateTime,
) -> Result<Option<EmailAddress>, storage::Error> {
    match users::find_by_email(tx, email)? {
        Some(other) if other.id != except => Ok(Some(other.email)),
        _ => address_holds::find(tx, email, Some(except), now),
    }
}

/// Records a request for a new password. Only the sender looks up the account, where no client waits and could measure
/// the time.
fn note_reset_request(tx: &mut Transaction<'_>, mail: &Mail, user: &User) -> Result<(), storage::Error> {
    let audit = AuditContext { actor: Actor::Unknown, client: mail.client.clone(), at: mail.created_at };
    events::record(tx, &audit, EventKind::PasswordResetRequested, Some(user.id))
}
