//! Which mails are about the same: what takes another's place, what is taken back, and which address is held meanwhile.

use diesel::prelude::*;
use diesel::sql_types::Bool;
use time::OffsetDateTime;

use super::connection::Backend;
use super::schema::mails;
use super::timestamp::to_stored;
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

/// Whether an account has lately had this address, and may take it back: nobody else gets it meanwhile.
pub fn is_held(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    for_other_than: Option<UserId>,
    now: OffsetDateTime,
) -> Result<bool, Error> {
    Ok(find_held(db, email, for_other_than, now)?.is_some())
}

/// The same, and how the account that had it spells it.
pub fn find_held(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    for_other_than: Option<UserId>,
    now: OffsetDateTime,
) -> Result<Option<EmailAddress>, Error> {
    let held: Option<(String, String)> = mails::table
        .filter(mails::email_key.eq(email.key()))
        .filter(mails::user_id.ne(for_other_than.map_or(0, |id| id.0)))
        .filter(is_way_back(now))
        .order(mails::id)
        .select((mails::email, mails::email_key))
        .first(db.connection())
        .optional()?;
    Ok(held.map(|(typed, key)| EmailAddress::from_stored(typed, key)))
}

/// Whether an account can be taken back to an address that it has lately had.
pub fn has_way_back(db: &mut Reader<'_>, user: UserId, now: OffsetDateTime) -> Result<bool, Error> {
    let way_back: Option<i64> = mails::table
        .filter(mails::user_id.eq(user.0))
        .filter(is_way_back(now))
        .select(mails::id)
        .first(db.connection())
        .optional()?;
    Ok(way_back.is_some())
}

/// As long as its link lives, which is as old as the change.
fn is_way_back(now: OffsetDateTime) -> Condition {
    let since = now - MailKind::EmailChanged.link_life().unwrap_or_default();
    let changed = mails::kind.eq(MailKind::EmailChanged.code()).and(mails::other_email.is_not_null());
    Box::new(changed.and(mails::created_at.gt(to_stored(since))))
}
