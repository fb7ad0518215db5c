//! The `mails` table: the outbox, and the results of mails that have left it.

use diesel::prelude::*;
use diesel::sql_types::Bool;
use time::{OffsetDateTime, PrimitiveDateTime};

use crate::domain::{
    AddressHoldId, CLOCK_TOLERANCE, Client, EmailAddress, Language, MAX_MAIL_WAIT, Mail, MailId, MailKind,
    MailState, NotSentReason, PendingSignUpId, User, UserId,
};
use crate::storage::engine::Backend;
use crate::storage::engine::locks::OUTBOX;
use crate::storage::engine::timestamp::{from_stored, to_stored};
use crate::storage::events::AuditContext;
use crate::storage::schema::mails;
use crate::storage::{Error, Reader, Transaction};

pub(super) type Condition = Box<dyn BoxableExpression<mails::table, Backend, SqlType = Bool>>;

/// A mail that is about to be queued.
pub struct NewMail<'a> {
    pub kind: MailKind,
    /// `None` where only the sender looks up the account, so that response time does not reveal whether there is one.
    pub user: Option<UserId>,
    pub to: &'a EmailAddress,
    pub other_email: Option<&'a EmailAddress>,
    pub address_hold: Option<AddressHoldId>,
    pub pending_sign_up: Option<PendingSignUpId>,
}

impl<'a> NewMail<'a> {
    pub fn new(kind: MailKind, user: Option<UserId>, to: &'a EmailAddress) -> Self {
        Self { kind, user, to, other_email: None, address_hold: None, pending_sign_up: None }
    }

    /// A mail to the owner of an account.
    pub fn to_owner(kind: MailKind, user: &'a User) -> Self {
        Self::new(kind, Some(user.id), &user.email)
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = mails)]
pub(super) struct MailRow {
    pub(super) id: i64,
    kind: String,
    user_id: Option<i64>,
    email: String,
    email_key: String,
    other_email: Option<String>,
    address: Option<String>,
    user_agent: Option<String>,
    created_at: PrimitiveDateTime,
    queued_at: PrimitiveDateTime,
    next_attempt_at: Option<PrimitiveDateTime>,
    attempts: i64,
    sent_at: Option<PrimitiveDateTime>,
    given_up_at: Option<PrimitiveDateTime>,
    last_error: Option<String>,
    not_sent_reason: Option<String>,
    message_id: Option<String>,
    unconfirmed_at: Option<PrimitiveDateTime>,
    address_hold_id: Option<i64>,
    pending_sign_up_id: Option<i64>,
    language: Option<String>,
}

impl MailRow {
    /// `None` for a kind that only a later release knows.
    pub(super) fn into_mail(self) -> Option<Mail> {
        let reason = self.not_sent_reason.as_deref().and_then(NotSentReason::from_code);
        let given_up_at = from_stored(self.given_up_at.unwrap_or(self.queued_at));
        let state = match (self.next_attempt_at, self.sent_at, reason) {
            (Some(at), ..) => MailState::Waiting { next_attempt_at: from_stored(at) },
            (None, Some(at), _) => MailState::Sent { at: from_stored(at) },
            (None, None, None) => MailState::GivenUp { at: given_up_at },
            (None, None, Some(reason)) => MailState::NotSent { at: given_up_at, reason },
        };
        let address = self.address.and_then(|address| address.parse().ok());
        let language = self.language.as_deref().and_then(Language::parse);
        Some(Mail {
            id: MailId(self.id),
            kind: MailKind::from_code(&self.kind)?,
            user: self.user_id.map(UserId),
            to: EmailAddress::from_stored(self.email, self.email_key),
            other_email: self.other_email,
            client: Client::new(address, self.user_agent.as_deref()).reading(language),
            created_at: from_stored(self.created_at),
            queued_at: from_stored(self.queued_at),
            attempts: self.attempts,
            state,
            last_error: self.last_error,
            message_id: self.message_id.unwrap_or_default(),
            unconfirmed_at: self.unconfirmed_at.map(from_stored),
            address_hold: self.address_hold_id.map(AddressHoldId),
            pending_sign_up: self.pending_sign_up_id.map(PendingSignUpId),
        })
    }
}

/// Adds a mail to the outbox, in the transaction of the change that causes it.
pub fn enqueue(tx: &mut Transaction<'_>, new: &NewMail<'_>, audit: &AuditContext) -> Result<(), Error> {
    let now = to_stored(audit.at);
    diesel::insert_into(mails::table)
        .values((
            mails::kind.eq(new.kind.code()),
            mails::user_id.eq(new.user.map(|id| id.0)),
            mails::email.eq(new.to.as_typed()),
            mails::email_key.eq(new.to.key()),
            mails::other_email.eq(new.other_email.map(EmailAddress::as_typed)),
            mails::address_hold_id.eq(new.address_hold.map(|id| id.0)),
            mails::pending_sign_up_id.eq(new.pending_sign_up.map(|id| id.0)),
            mails::address.eq(audit.client.address.map(|address| address.to_string())),
            mails::user_agent.eq(audit.client.user_agent.as_deref()),
            mails::language.eq(audit.client.language.as_ref().map(Language::tag)),
            mails::created_at.eq(now),
            mails::queued_at.eq(now),
            mails::next_attempt_at.eq(now),
            mails::attempts.eq(0),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Whether any mail is due.
pub fn is_any_due(db: &mut Reader<'_>, now: OffsetDateTime) -> Result<bool, Error> {
    let first: Option<i64> = due(now).limit(1).select(mails::id).first(db.connection()).optional()?;
    Ok(first.is_some())
}

/// Claims the mail that has been due for longest. Until `lease_end` only this sender may send it; after that it is due
/// again, because the sender may have died. On its first claim the mail gets the new Message-ID.
pub fn claim(
    tx: &mut Transaction<'_>,
    now: OffsetDateTime,
    lease_end: OffsetDateTime,
    new_message_id: String,
) -> Result<Option<Mail>, Error> {
    OUTBOX.take(tx)?;
    let row: Option<MailRow> = due(now)
        .order((mails::next_attempt_at, mails::id))
        .limit(1)
        .select(MailRow::as_select())
        .first(tx.connection())
        .optional()?;
    let Some(mut row) = row else { return Ok(None) };
    let (id, attempts) = (row.id, row.attempts + 1);
    let message_id = row.message_id.get_or_insert(new_message_id);
    diesel::update(mails::table.find(id))
        .set((
            mails::next_attempt_at.eq(to_stored(lease_end)),
            mails::attempts.eq(attempts),
            mails::message_id.eq(message_id.as_str()),
        ))
        .execute(tx.connection())?;
    Ok(row.into_mail().map(|mail| Mail { attempts, ..mail }))
}

/// Mails that are due, of kinds that this release knows. A mail whose next attempt is further ahead than any wait was
/// queued by a clock that was ahead, so it is due, too.
#[diesel::dsl::auto_type(no_type_alias)]
fn due(now: OffsetDateTime) -> _ {
    let farthest: PrimitiveDateTime = to_stored(now + MAX_MAIL_WAIT + CLOCK_TOLERANCE);
    let codes: Vec<&'static str> = MailKind::all().iter().map(|kind| kind.code()).collect();
    let now: PrimitiveDateTime = to_stored(now);
    mails::table
        .filter(mails::next_attempt_at.le(now).or(mails::next_attempt_at.gt(farthest)))
        .filter(mails::kind.eq_any(codes))
}

/// Stores the account that a mail is about, once the sender has found it.
pub fn set_user(tx: &mut Transaction<'_>, id: MailId, user: UserId) -> Result<(), Error> {
    diesel::update(mails::table.find(id.0)).set(mails::user_id.eq(user.0)).execute(tx.connection())?;
    Ok(())
}

/// Stores the account and the address that a mail goes to.
pub fn set_recipient(
    tx: &mut Transaction<'_>,
    id: MailId,
    user: Option<UserId>,
    to: &EmailAddress,
) -> Result<(), Error> {
    diesel::update(mails::table.find(id.0))
        .set((
            mails::user_id.eq(user.map(|user| user.0)),
            mails::email.eq(to.as_typed()),
            mails::email_key.eq(to.key()),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Stores state, last error and `unconfirmed_at` of a mail, unless the claim has expired and another sender has it.
pub fn settle(tx: &mut Transaction<'_>, mail: &Mail) -> Result<(), Error> {
    let (next_attempt_at, sent_at, given_up_at, reason) = match mail.state {
        MailState::Waiting { next_attempt_at } => (Some(to_stored(next_attempt_at)), None, None, None),
        MailState::Sent { at } => (None, Some(to_stored(at)), None, None),
        MailState::GivenUp { at } => (None, None, Some(to_stored(at)), None),
        MailState::NotSent { at, reason } => (None, None, Some(to_stored(at)), Some(reason.code())),
    };
    diesel::update(claimed(mail))
        .set((
            mails::next_attempt_at.eq(next_attempt_at),
            mails::sent_at.eq(sent_at),
            mails::given_up_at.eq(given_up_at),
            mails::not_sent_reason.eq(reason),
            mails::last_error.eq(mail.last_error.as_deref()),
            mails::unconfirmed_at.eq(mail.unconfirmed_at.map(to_stored)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn claimed(mail: &Mail) -> _ {
    let (id, attempts): (i64, i64) = (mail.id.0, mail.attempts);
    mails::table
        .filter(mails::id.eq(id))
        .filter(mails::attempts.eq(attempts))
        .filter(mails::next_attempt_at.is_not_null())
}

/// Deletes a mail that is no longer needed.
pub fn delete(tx: &mut Transaction<'_>, id: MailId) -> Result<(), Error> {
    diesel::delete(mails::table.find(id.0)).execute(tx.connection())?;
    Ok(())
}

/// Queues a mail that was given up again, with its attempts set to zero. `None` if the mail was not given up.
pub fn retry(tx: &mut Transaction<'_>, id: MailId, now: OffsetDateTime) -> Result<Option<Mail>, Error> {
    let none: Option<PrimitiveDateTime> = None;
    let given_up = mails::table
        .find(id.0)
        .filter(mails::given_up_at.is_not_null())
        .filter(mails::not_sent_reason.is_null());
    let retried = diesel::update(given_up)
        .set((
            mails::given_up_at.eq(none),
            mails::next_attempt_at.eq(to_stored(now)),
            mails::queued_at.eq(to_stored(now)),
            mails::attempts.eq(0),
            mails::unconfirmed_at.eq(none),
        ))
        .execute(tx.connection())?;
    if retried == 0 {
        return Ok(None);
    }
    let row = mails::table.find(id.0).select(MailRow::as_select()).first(tx.connection())?;
    Ok(MailRow::into_mail(row))
}

/// The number of mails of a kind to a user since then.
pub fn count(db: &mut Reader<'_>, user: UserId, kind: MailKind, since: OffsetDateTime) -> Result<i64, Error> {
    Ok(mails::table
        .filter(mails::user_id.eq(user.0))
        .filter(mails::kind.eq(kind.code()))
        .filter(mails::created_at.gt(to_stored(since)))
        .count()
        .get_result(db.connection())?)
}

/// Deletes at most `max` mails that were sent or given up at `cutoff` or earlier, and returns how many.
pub fn delete_expired(tx: &mut Transaction<'_>, cutoff: OffsetDateTime, max: i64) -> Result<usize, Error> {
    let cutoff = to_stored(cutoff);
    let over = mails::sent_at.le(cutoff).or(mails::given_up_at.le(cutoff));
    let ids: Vec<i64> = mails::table.filter(over).limit(max).select(mails::id).load(tx.connection())?;
    Ok(diesel::delete(mails::table.filter(mails::id.eq_any(ids))).execute(tx.connection())?)
}
