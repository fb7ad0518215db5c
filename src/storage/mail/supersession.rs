//! Supersession: which mails are about the same subject, so that a newer one replaces an older one, and which are
//! withdrawn.

use std::iter;

use diesel::prelude::*;

use super::mail_tokens;
use super::mails::Condition;
use crate::domain::{EmailAddress, EventKind, Mail, MailId, MailKind, User, UserId};
use crate::storage::schema::mails;
use crate::storage::{Error, Reader, Transaction};

/// Whether a later mail supersedes this one: it is of the same kind, to the same address or for the same account.
pub fn has_newer(db: &mut Reader<'_>, mail: &Mail) -> Result<bool, Error> {
    let newer: Option<i64> = mails::table
        .filter(mails::kind.eq(mail.kind.code()))
        .filter(mails::id.gt(mail.id.0))
        .filter(mails::not_sent_reason.is_null())
        .filter(same_subject(mail))
        .select(mails::id)
        .first(db.connection())
        .optional()?;
    Ok(newer.is_some())
}

/// Deletes the links of the mails that this one supersedes.
pub fn end_earlier_links(tx: &mut Transaction<'_>, mail: &Mail) -> Result<(), Error> {
    let is_earlier = mails::kind.eq(mail.kind.code()).and(mails::id.lt(mail.id.0));
    mail_tokens::end_where(tx, Box::new(is_earlier.and(same_subject(mail))))
}

fn same_subject(mail: &Mail) -> Condition {
    match mail.user {
        Some(user) => about(user, &mail.to),
        None => Box::new(mails::email_key.eq(mail.to.key().to_owned())),
    }
}

/// Mails about this account, including those to its address for which the sender has not yet looked up the account.
fn about(user: UserId, email: &EmailAddress) -> Condition {
    let unknown = mails::user_id.is_null().and(mails::email_key.eq(email.key().to_owned()));
    Box::new(mails::user_id.eq(user.0).assume_not_null().or(unknown))
}

/// Withdraws the mails about an account that an event makes dangerous or pointless: unsent ones are deleted, and the
/// links of sent ones become invalid.
pub fn withdraw(tx: &mut Transaction<'_>, user: &User, event: EventKind) -> Result<(), Error> {
    withdraw_after(tx, user, MailKind::withdrawn_by(event), MailId(0))
}

/// Withdraws the mails about an account that are of the kind of this one and later.
pub fn withdraw_later(tx: &mut Transaction<'_>, user: &User, mail: &Mail) -> Result<(), Error> {
    withdraw_after(tx, user, iter::once(mail.kind), mail.id)
}

fn withdraw_after(
    tx: &mut Transaction<'_>,
    user: &User,
    kinds: impl Iterator<Item = MailKind>,
    after: MailId,
) -> Result<(), Error> {
    let codes: Vec<&'static str> = kinds.map(MailKind::code).collect();
    let theirs = || -> Condition {
        let later = mails::id.gt(after.0).and(mails::kind.eq_any(codes.clone()));
        Box::new(later.and(about(user.id, &user.email)))
    };
    let unsent = mails::table
        .filter(theirs())
        .filter(mails::sent_at.is_null())
        .filter(mails::not_sent_reason.is_null())
        .select(mails::id);
    let unsent: Vec<i64> = unsent.load(tx.connection())?;
    diesel::delete(mails::table.filter(mails::id.eq_any(unsent))).execute(tx.connection())?;
    mail_tokens::end_where(tx, theirs())
}
