//! What a mail says when it is sent, and to whom.

use time::OffsetDateTime;

use crate::accounts::{Accounts, Failure};
use crate::domain::{Actor, EmailAddress, EventKind, Mail, MailKind, Token, User, UserId};
use crate::mail::{Message, WayBack};
use crate::storage::events::{self, Occasion};
use crate::storage::{self, Transaction, mail_matters, mail_tokens, mails, pending_sign_ups, users};

/// What a mail says, and to whom.
pub(super) struct Composed {
    pub to: EmailAddress,
    pub message: Message,
}

impl Accounts {
    /// What a mail has to say now; none if there is nothing left to say. What is about an account goes to the address
    /// that is stored with it, and never to another spelling that a stranger typed: that may be another mailbox.
    pub(super) fn compose(
        &self,
        tx: &mut Transaction<'_>,
        mail: &mut Mail,
        now: OffsetDateTime,
    ) -> Result<Option<Composed>, Failure> {
        let owner = match (mail.kind, mail.user) {
            // Since the last attempt the address may have got another owner.
            (MailKind::SignUpConfirmation, _) | (_, None) => users::find_by_email(tx, &mail.to)?,
            (_, Some(id)) => users::find(tx, id)?,
        };
        let message = match (mail.kind, owner) {
            (MailKind::SignUpConfirmation, Some(user)) => {
                // What waits to be confirmed stays: without it the next sign-up would be another write than a stranger's.
                readdress(tx, mail, Some(user.id), &user.email)?;
                Message::AlreadyRegistered
            }
            (MailKind::SignUpConfirmation, None) => match mail_matters::find_held(tx, &mail.to, None, now)? {
                Some(held) => {
                    readdress(tx, mail, None, &held)?;
                    Message::AlreadyRegistered
                }
                None if pending_sign_ups::find(tx, &mail.to, mail.created_at)?.is_some() => {
                    let to = mail.to.clone();
                    readdress(tx, mail, None, &to)?;
                    Message::SignUpConfirmation { link: self.link(tx, mail, now)? }
                }
                None => return Ok(None),
            },
            (_, None) => return Ok(None),
            (MailKind::EmailVerification, Some(user)) => {
                if user.is_verified() || !user.email.is_spelled_like(&mail.to) {
                    return Ok(None);
                }
                Message::EmailVerification { link: self.link(tx, mail, now)? }
            }
            (MailKind::PasswordReset, Some(user)) => {
                if user.is_disabled() || user.email.key() != mail.to.key() {
                    return Ok(None);
                }
                if mail.user.is_none() {
                    note_reset_request(tx, mail, &user)?;
                }
                readdress(tx, mail, Some(user.id), &user.email)?;
                Message::PasswordReset { link: self.link(tx, mail, now)? }
            }
            (MailKind::EmailChange, Some(user)) => match registered(tx, &mail.to, user.id, now)? {
                // The mail stays as it is: its cause may see it, and is not to learn of the other account.
                Some(to) => return Ok(Some(Composed { to, message: Message::AlreadyRegistered })),
                None => Message::EmailChange { link: self.link(tx, mail, now)? },
            },
            // To the address that the account had at the time, as the notices below: a later change may be a thief's.
            (MailKind::EmailChanged, Some(_)) => Message::EmailChanged {
                way_back: match mail.other_email.clone() {
                    Some(new_email) => Some(WayBack { new_email, link: self.link(tx, mail, now)? }),
                    None => None,
                },
            },
            (MailKind::PasswordChanged, Some(_)) => Message::PasswordChanged,
            (MailKind::NewDevice, Some(_)) => Message::NewDevice,
            (MailKind::SessionEnded, Some(_)) => Message::SessionEnded,
            // Only what still holds.
            (MailKind::AdminGranted, Some(user)) if user.is_admin => Message::AdminGranted,
            (MailKind::AdminRevoked, Some(user)) if !user.is_admin => Message::AdminRevoked,
            (MailKind::AccountDisabled, Some(user)) if user.is_disabled() => Message::AccountDisabled,
            (MailKind::AccountEnabled, Some(user)) if !user.is_disabled() => Message::AccountEnabled,
            (
                MailKind::AdminGranted
                | MailKind::AdminRevoked
                | MailKind::AccountDisabled
                | MailKind::AccountEnabled,
                Some(_),
            ) => return Ok(None),
            (MailKind::AccountClosed, Some(user)) => match user.closed_at {
                Some(at) => Message::AccountClosed { deleted_on: at + self.0.settings.deleted_after },
                None => return Ok(None),
            },
            (MailKind::AccountLocked, Some(user)) => {
                if !user.is_locked() {
                    return Ok(None);
                }
                readdress(tx, mail, Some(user.id), &user.email)?;
                Message::AccountLocked { link: self.link(tx, mail, now)? }
            }
        };
        Ok(Some(Composed { to: mail.to.clone(), message }))
    }

    fn link(&self, tx: &mut Transaction<'_>, mail: &Mail, now: OffsetDateTime) -> Result<Token, Failure> {
        let token = Token::generate()?;
        if mail.kind.is_replaced_by_newer() {
            mail_tokens::end_earlier(tx, mail)?;
        }
        mail_tokens::insert(tx, mail.id, &token.digest(), now)?;
        Ok(token)
    }
}

/// Sends a mail to this address from now on. Links that an earlier attempt has sent to another one end.
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

/// How another account spells this address, that has it or has lately had it.
fn registered(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    except: UserId,
    now: OffsetDateTime,
) -> Result<Option<EmailAddress>, storage::Error> {
    match users::find_by_email(tx, email)? {
        Some(other) if other.id != except => Ok(Some(other.email)),
        _ => mail_matters::find_held(tx, email, Some(except), now),
    }
}

/// Whose account it is only shows here, where nobody waits who could tell it from the time.
fn note_reset_request(tx: &mut Transaction<'_>, mail: &Mail, user: &User) -> Result<(), storage::Error> {
    let occasion = Occasion { actor: Actor::Unknown, client: mail.client.clone(), at: mail.created_at };
    events::record(tx, &occasion, EventKind::PasswordResetRequested, Some(user.id))
}
