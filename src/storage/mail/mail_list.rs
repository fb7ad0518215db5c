//! Lists of mails: for administrators, and for the user that a mail is about.

use diesel::dsl::min;
use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::mails::MailRow;
use crate::domain::{EmailAddress, Mail, MailCounts, MailFilter, MailId, MailKind, MailPage, UserId};
use crate::storage::engine::Backend;
use crate::storage::engine::timestamp::from_stored;
use crate::storage::schema::mails;
use crate::storage::{Error, Reader};

/// A page of at most `size` mails, the newest first, from before one on.
pub fn page(
    db: &mut Reader<'_>,
    filter: MailFilter,
    before: Option<MailId>,
    size: usize,
) -> Result<MailPage, Error> {
    let all = mails::table.select(MailRow::as_select()).into_boxed::<Backend>();
    let wanted = match filter {
        MailFilter::All => all,
        MailFilter::Waiting => all.filter(mails::next_attempt_at.is_not_null()),
        MailFilter::Sent => all.filter(mails::sent_at.is_not_null()),
        MailFilter::GivenUp => {
            all.filter(mails::given_up_at.is_not_null()).filter(mails::not_sent_reason.is_null())
        }
        MailFilter::NotSent => all.filter(mails::not_sent_reason.is_not_null()),
    };
    let rows: Vec<MailRow> = wanted
        .filter(mails::id.lt(before.map_or(i64::MAX, |id| id.0)))
        .order(mails::id.desc())
        .limit(size as i64 + 1)
        .load(db.connection())?;
    Ok(to_page(rows, size))
}

/// The mails to a user about their account, in the same order.
pub fn of_user(
    db: &mut Reader<'_>,
    user: UserId,
    before: Option<MailId>,
    size: usize,
) -> Result<MailPage, Error> {
    let rows: Vec<MailRow> = mails::table
        .filter(mails::user_id.eq(user.0))
        .filter(mails::id.lt(before.map_or(i64::MAX, |id| id.0)))
        .order(mails::id.desc())
        .limit(size as i64 + 1)
        .select(MailRow::as_select())
        .load(db.connection())?;
    Ok(to_page(rows, size))
}

/// The newest mail of some kinds to an address. Mails that there was no reason to send do not count.
pub fn newest_to(
    db: &mut Reader<'_>,
    kinds: &[MailKind],
    email: &EmailAddress,
) -> Result<Option<Mail>, Error> {
    let codes: Vec<&'static str> = kinds.iter().map(|kind| kind.code()).collect();
    let row: Option<MailRow> = mails::table
        .filter(mails::email_key.eq(email.key()))
        .filter(mails::kind.eq_any(codes))
        .filter(mails::not_sent_reason.is_null())
        .order(mails::id.desc())
        .select(MailRow::as_select())
        .first(db.connection())
        .optional()?;
    Ok(row.and_then(MailRow::into_mail))
}

/// One extra row shows whether there are older mails.
fn to_page(rows: Vec<MailRow>, size: usize) -> MailPage {
    let older = rows.get(size.saturating_sub(1)).map(|row| MailId(row.id)).filter(|_| rows.len() > size);
    MailPage { mails: rows.into_iter().take(size).filter_map(MailRow::into_mail).collect(), older }
}

pub fn counts(db: &mut Reader<'_>) -> Result<MailCounts, Error> {
    let waiting =
        mails::table.filter(mails::next_attempt_at.is_not_null()).count().get_result(db.connection())?;
    let given_up = mails::table
        .filter(mails::given_up_at.is_not_null())
        .filter(mails::not_sent_reason.is_null())
        .count()
        .get_result(db.connection())?;
    Ok(MailCounts { waiting, given_up })
}

/// When the mail that has waited longest was created.
pub fn oldest_waiting(db: &mut Reader<'_>) -> Result<Option<OffsetDateTime>, Error> {
    let oldest: Option<PrimitiveDateTime> = mails::table
        .filter(mails::next_attempt_at.is_not_null())
        .select(min(mails::created_at))
        .first(db.connection())?;
    Ok(oldest.map(from_stored))
}
