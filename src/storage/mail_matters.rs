//! Which mails are about the same: what takes another's place, and what is taken back.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::connection::Backend;
use super::schema::mails;
use super::{Error, Reader, Transaction, mail_tokens};
use crate::domain::{EmailAddress, Mail, MailId, MailKind, User, UserId};

pub(super) type Condition = Box<dyn BoxableExpression<mails::table, Backend, SqlType = Bool>>;

/// Whether a later one has taken this mail's place: of the same kind, to the same address or for the same account.
pub fn has_newer(db: &mut Reader<'_>, mail: &Mail) -> Result<bool, Error> {
    let newer: Option<i64> = mails::table
        .filter(mails::kind.eq(mail.kind.code()))
        .filter(mails::id.gt(mail.id.0))
        .filter(mails::not_sent_reason.is_null())
        .filter(same_matter(mail))
        .select(mails::id)
        .first(db.connection())
        .optional()?;
    Ok(newer.is_some())
}

pub(super) fn same_matter(mail: &Mail) -> Condition {
    match mail.user {
        Some(user) => about(user, &mail.to),
        None => Box::new(mails::email_key.eq(mail.to.key().to_owned())),
    }
}

/// About this account, also where its sender has not yet looked whose address it is.
fn about(user: UserId, email: &EmailAddress) -> Condition {
    let unknown = mails::user_id.is_null().and(mails::email_key.eq(email.key().to_owned()));
    Box::new(mails::user_id.eq(user.0).assume_not_null().or(unknown))
}

/// Takes back what was written to a person of these kinds: what is not sent never will be, and links open nothing any more.
pub fn withdraw(tx: &mut Transaction<'_>, user: &User, kinds: &[MailKind]) -> Result<(), Error> {
    withdraw_later(tx, user, kinds, MailId(0))
}

/// The same for what was written after one.
pub fn withdraw_later(
    tx: &mut Transaction<'_>,
    user: &User,
    kinds: &[MailKind],
    than: MailId,
) -> Result<(), Error> {
    let codes: Vec<&'static str> = kinds.iter().map(|kind| kind.code()).collect();
    let theirs = || -> Condition {
        let later = mails::id.gt(than.0).and(mails::kind.eq_any(codes.clone()));
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
