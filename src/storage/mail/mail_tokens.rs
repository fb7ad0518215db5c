//! The `mail_tokens` table: the links in mails, as digests.

use diesel::prelude::*;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::mails::{Condition, MailRow};
use crate::domain::{Mail, MailId, MailKind, MailState, TokenDigest, UserId};
use crate::storage::engine::timestamp::{from_stored, to_stored};
use crate::storage::schema::{mail_tokens, mails};
use crate::storage::{Error, Reader, Transaction};

/// Each attempt to send a mail gets its own link, because an earlier attempt may have arrived although it seemed to
/// fail.
pub fn insert(
    tx: &mut Transaction<'_>,
    mail: MailId,
    digest: &TokenDigest,
    now: OffsetDateTime,
) -> Result<(), Error> {
    diesel::insert_into(mail_tokens::table)
        .values((
            mail_tokens::mail_id.eq(mail.0),
            mail_tokens::token_digest.eq(digest.as_slice()),
            mail_tokens::created_at.eq(to_stored(now)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// The mail that contains this link, and the time at which the link was created.
pub fn find(db: &mut Reader<'_>, digest: &TokenDigest) -> Result<Option<(Mail, OffsetDateTime)>, Error> {
    let row: Option<(MailRow, PrimitiveDateTime)> = mail_tokens::table
        .inner_join(mails::table)
        .filter(mail_tokens::token_digest.eq(digest.as_slice()))
        .select((MailRow::as_select(), mail_tokens::created_at))
        .first(db.connection())
        .optional()?;
    Ok(row.and_then(|(mail, made_at)| Some((mail.into_mail()?, from_stored(made_at)))))
}

/// The newest mail of a kind about an account that has a link or will get one, and the time at which the link was
/// created; `None` for a mail that waits for its first attempt.
pub fn newest_of(
    db: &mut Reader<'_>,
    user: UserId,
    kind: MailKind,
) -> Result<Option<(Mail, Option<OffsetDateTime>)>, Error> {
    let row: Option<MailRow> = mails::table
        .filter(mails::user_id.eq(user.0))
        .filter(mails::kind.eq(kind.code()))
        .filter(mails::not_sent_reason.is_null())
        .order(mails::id.desc())
        .select(MailRow::as_select())
        .first(db.connection())
        .optional()?;
    let Some(mail) = row.and_then(MailRow::into_mail) else { return Ok(None) };
    let made_at: Option<PrimitiveDateTime> = mail_tokens::table
        .filter(mail_tokens::mail_id.eq(mail.id.0))
        .order(mail_tokens::created_at.desc())
        .select(mail_tokens::created_at)
        .first(db.connection())
        .optional()?;
    let waits = matches!(mail.state, MailState::Waiting { .. });
    Ok((waits || made_at.is_some()).then(|| (mail, made_at.map(from_stored))))
}

/// Uses up all links of a mail. Returns false if another request was first.
pub fn spend(tx: &mut Transaction<'_>, mail: MailId) -> Result<bool, Error> {
    let theirs = mail_tokens::table.filter(mail_tokens::mail_id.eq(mail.0));
    Ok(diesel::delete(theirs).execute(tx.connection())? > 0)
}

/// Deletes the links of the mails that meet the condition.
pub(super) fn end_where(tx: &mut Transaction<'_>, condition: Condition) -> Result<(), Error> {
    let links = mail_tokens::table.filter(mail_tokens::mail_id.eq(mails::id));
    let with_links: Vec<i64> = mails::table
        .filter(condition)
        .filter(diesel::dsl::exists(links))
        .select(mails::id)
        .load(tx.connection())?;
    diesel::delete(mail_tokens::table.filter(mail_tokens::mail_id.eq_any(with_links)))
        .execute(tx.connection())?;
    Ok(())
}
