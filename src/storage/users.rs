//! The `users` table.

use diesel::prelude::*;
use diesel::result::DatabaseErrorKind;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::timestamp::{from_stored, to_stored};
use super::schema::users;
use super::{Error, Reader, Transaction, address_holds};
use crate::domain::{EmailAddress, Language, PersonName, PhcString, User, UserId};

/// An account that is about to be added.
pub struct NewUser<'a> {
    pub email: &'a EmailAddress,
    pub hashed_password: &'a PhcString,
    pub is_admin: bool,
    pub created_at: OffsetDateTime,
    /// A sign-up logs in; an account that an administrator adds is not logged in.
    pub last_log_in_at: Option<OffsetDateTime>,
    pub email_verified_at: Option<OffsetDateTime>,
    pub terms_accepted_at: Option<OffsetDateTime>,
    pub language: Option<&'a Language>,
}

#[derive(Debug, thiserror::Error)]
pub enum EmailError {
    #[error("the address is registered")]
    EmailTaken,
    #[error(transparent)]
    Storage(#[from] Error),
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = users)]
pub(super) struct UserRow {
    id: i64,
    email: String,
    email_key: String,
    is_admin: bool,
    created_at: PrimitiveDateTime,
    last_log_in_at: Option<PrimitiveDateTime>,
    disabled_at: Option<PrimitiveDateTime>,
    closed_at: Option<PrimitiveDateTime>,
    email_verified_at: Option<PrimitiveDateTime>,
    locked_at: Option<PrimitiveDateTime>,
    language: Option<String>,
    terms_accepted_at: Option<PrimitiveDateTime>,
    name: Option<String>,
}

impl From<UserRow> for User {
    fn from(row: UserRow) -> Self {
        Self {
            id: UserId(row.id),
            email: EmailAddress::from_stored(row.email, row.email_key),
            is_admin: row.is_admin,
            created_at: from_stored(row.created_at),
            last_log_in_at: row.last_log_in_at.map(from_stored),
            disabled_at: row.disabled_at.map(from_stored),
            closed_at: row.closed_at.map(from_stored),
            email_verified_at: row.email_verified_at.map(from_stored),
            locked_at: row.locked_at.map(from_stored),
            language: row.language.as_deref().and_then(Language::parse),
            terms_accepted_at: row.terms_accepted_at.map(from_stored),
            name: row.name.map(PersonName::from_stored),
        }
    }
}

/// Adds an account. The unique index on `email_key` decides which of several concurrent sign-ups is first.
pub fn insert(tx: &mut Transaction<'_>, new: &NewUser<'_>) -> Result<User, EmailError> {
    let id = diesel::insert_into(users::table)
        .values((
            users::email.eq(new.email.as_typed()),
            users::email_key.eq(new.email.key()),
            users::search_text.eq(new.email.search_text()),
            users::hashed_password.eq(new.hashed_password.as_str()),
            users::is_admin.eq(new.is_admin),
            users::created_at.eq(to_stored(new.created_at)),
            users::last_log_in_at.eq(new.last_log_in_at.map(to_stored)),
            users::email_verified_at.eq(new.email_verified_at.map(to_stored)),
            users::language.eq(new.language.map(Language::tag)),
            users::terms_accepted_at.eq(new.terms_accepted_at.map(to_stored)),
        ))
        .returning(users::id)
        .get_result(tx.connection())
        .map(UserId)?;
    refuse_held(tx, new.email, id, new.created_at)?;
    Ok(User {
        id,
        email: new.email.clone(),
        is_admin: new.is_admin,
        created_at: new.created_at,
        last_log_in_at: new.last_log_in_at,
        disabled_at: None,
        closed_at: None,
        email_verified_at: new.email_verified_at,
        locked_at: None,
        language: new.language.cloned(),
        terms_accepted_at: new.terms_accepted_at,
        name: None,
    })
}

/// For statements that write the address of a user: they write no other unique column. A test checks the unique indexes
/// of the table.
impl From<diesel::result::Error> for EmailError {
    fn from(error: diesel::result::Error) -> Self {
        match error {
            diesel::result::Error::DatabaseError(DatabaseErrorKind::UniqueViolation, about)
                if about.constraint_name().is_none_or(|name| name == EMAIL_INDEX) =>
            {
                Self::EmailTaken
            }
            error => Self::Storage(error.into()),
        }
    }
}

/// PostgreSQL names the index in the error, SQLite does not.
const EMAIL_INDEX: &str = "users_email_key";

pub fn find(db: &mut Reader<'_>, id: UserId) -> Result<Option<User>, Error> {
    let row = users::table.find(id.0).select(UserRow::as_select()).first(db.connection()).optional()?;
    Ok(row.map(User::from))
}

/// Sets the language that the owner of an account reads.
pub fn set_language(tx: &mut Transaction<'_>, id: UserId, language: &Language) -> Result<(), Error> {
    diesel::update(users::table.find(id.0))
        .set(users::language.eq(language.tag()))
        .execute(tx.connection())?;
    Ok(())
}

/// Sets the name of a person, or removes it.
pub fn set_name(tx: &mut Transaction<'_>, id: UserId, name: Option<&PersonName>) -> Result<(), Error> {
    diesel::update(users::table.find(id.0))
        .set(users::name.eq(name.map(PersonName::as_str)))
        .execute(tx.connection())?;
    Ok(())
}

pub fn find_by_email(db: &mut Reader<'_>, email: &EmailAddress) -> Result<Option<User>, Error> {
    let row = users::table
        .filter(users::email_key.eq(email.key()))
        .select(UserRow::as_select())
        .first(db.connection())
        .optional()?;
    Ok(row.map(User::from))
}

/// Changes the address of a user, who has confirmed it. The unique index decides which of several concurrent changes is
/// first.
pub fn set_email(
    tx: &mut Transaction<'_>,
    id: UserId,
    email: &EmailAddress,
    verified_at: OffsetDateTime,
) -> Result<(), EmailError> {
    diesel::update(users::table.find(id.0))
        .set((
            users::email.eq(email.as_typed()),
            users::email_key.eq(email.key()),
            users::search_text.eq(email.search_text()),
            users::email_verified_at.eq(to_stored(verified_at)),
        ))
        .execute(tx.connection())?;
    refuse_held(tx, email, id, verified_at)
}

/// An address that another account holds counts as registered. The check comes after the write of the address: from
/// then on no other transaction can be about to give it up.
fn refuse_held(
    tx: &mut Transaction<'_>,
    email: &EmailAddress,
    id: UserId,
    now: OffsetDateTime,
) -> Result<(), EmailError> {
    match address_holds::find(tx, email, Some(id), now)? {
        Some(_) => Err(EmailError::EmailTaken),
        None => Ok(()),
    }
}

/// Records that the address is confirmed, if it is still this one, in this very spelling. Returns false if it was
/// already recorded.
pub fn set_verified(
    tx: &mut Transaction<'_>,
    id: UserId,
    email: &EmailAddress,
    at: OffsetDateTime,
) -> Result<bool, Error> {
    let unverified = users::table
        .find(id.0)
        .filter(users::email.eq(email.as_typed()))
        .filter(users::email_verified_at.is_null());
    let updated = diesel::update(unverified)
        .set(users::email_verified_at.eq(to_stored(at)))
        .execute(tx.connection())?;
    Ok(updated == 1)
}

/// Records a log-in with a password that was checked against `hash`, and sets the count of failures to zero. Returns
/// false if the account was disabled or the password was changed in the meantime. The row stays locked, so neither can
/// happen before the transaction ends.
pub fn record_log_in(
    tx: &mut Transaction<'_>,
    id: UserId,
    hash: &PhcString,
    at: OffsetDateTime,
) -> Result<bool, Error> {
    let unchanged = users::table
        .find(id.0)
        .filter(users::hashed_password.eq(hash.as_str()))
        .filter(users::disabled_at.is_null());
    let updated = diesel::update(unchanged)
        .set((users::last_log_in_at.eq(to_stored(at)), users::failed_log_ins.eq(0)))
        .execute(tx.connection())?;
    Ok(updated == 1)
}

pub fn set_disabled(
    tx: &mut Transaction<'_>,
    id: UserId,
    since: Option<OffsetDateTime>,
) -> Result<(), Error> {
    diesel::update(users::table.find(id.0))
        .set(users::disabled_at.eq(since.map(to_stored)))
        .execute(tx.connection())?;
    Ok(())
}

pub fn set_closed(tx: &mut Transaction<'_>, id: UserId, since: OffsetDateTime) -> Result<(), Error> {
    diesel::update(users::table.find(id.0))
        .set(users::closed_at.eq(to_stored(since)))
        .execute(tx.connection())?;
    Ok(())
}

/// Reopens a closed account. Returns false if it is not closed.
pub fn reopen(tx: &mut Transaction<'_>, id: UserId) -> Result<bool, Error> {
    let closed = users::table.find(id.0).filter(users::closed_at.is_not_null());
    let none: Option<PrimitiveDateTime> = None;
    Ok(diesel::update(closed).set(users::closed_at.eq(none)).execute(tx.connection())? == 1)
}

/// At most `max` accounts that were closed at `cutoff` or earlier, in the order of their ids, from after one on. An
/// account that an administrator has also disabled is kept, because the administrator may have a reason.
pub fn closed_before(
    db: &mut Reader<'_>,
    cutoff: OffsetDateTime,
    after: UserId,
    max: i64,
) -> Result<Vec<UserId>, Error> {
    let ids: Vec<i64> = users::table
        .filter(users::closed_at.le(to_stored(cutoff)))
        .filter(users::disabled_at.is_null())
        .filter(users::id.gt(after.0))
        .order(users::id)
        .limit(max)
        .select(users::id)
        .load(db.connection())?;
    Ok(ids.into_iter().map(UserId).collect())
}

/// Deletes an account with all of its rows, if it still meets these conditions.
pub fn delete_closed(tx: &mut Transaction<'_>, id: UserId, cutoff: OffsetDateTime) -> Result<bool, Error> {
    let closed = users::table
        .find(id.0)
        .filter(users::closed_at.le(to_stored(cutoff)))
        .filter(users::disabled_at.is_null());
    Ok(diesel::delete(closed).execute(tx.connection())? == 1)
}
