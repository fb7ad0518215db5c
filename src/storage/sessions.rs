//! The `sessions` table.

use diesel::prelude::*;
use diesel::sql_types::Bool;
use time::{OffsetDateTime, PrimitiveDateTime};

use super::engine::Backend;
use super::engine::timestamp::{from_stored, to_stored};
use super::schema::{sessions, users};
use super::users::UserRow;
use super::{Error, Reader, Transaction};
use crate::domain::{
    AuthenticationMethods, Client, PublicId, Session, SessionId, SessionKind, TokenDigest, User, UserId,
};

type Condition = Box<dyn BoxableExpression<sessions::table, Backend, SqlType = Bool>>;

/// A session that is about to be stored.
pub struct NewSession<'a> {
    pub user_id: UserId,
    pub token_digest: &'a TokenDigest,
    /// The half of a program's refresh token that is valid for one use.
    pub refresh_digest: Option<&'a TokenDigest>,
    pub is_persistent: bool,
    pub client: &'a Client,
    pub created_at: OffsetDateTime,
    pub authenticated_at: OffsetDateTime,
    pub methods: &'a AuthenticationMethods,
}

impl NewSession<'_> {
    fn kind(&self) -> SessionKind {
        if self.refresh_digest.is_some() { SessionKind::Program } else { SessionKind::Browser }
    }
}

/// A session that was created, or last used, at these times or earlier has expired.
#[derive(Clone, Copy, Debug)]
pub struct Cutoff {
    pub created_at: OffsetDateTime,
    pub last_used_at: OffsetDateTime,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = sessions)]
pub(super) struct SessionRow {
    pub(super) id: i64,
    user_id: i64,
    is_persistent: bool,
    created_at: PrimitiveDateTime,
    last_used_at: PrimitiveDateTime,
    address: Option<String>,
    user_agent: Option<String>,
    refresh_digest: Option<Vec<u8>>,
    kind: String,
    methods: String,
    authenticated_at: Option<PrimitiveDateTime>,
}

impl From<SessionRow> for Session {
    fn from(row: SessionRow) -> Self {
        Self {
            id: SessionId(row.id),
            user_id: UserId(row.user_id),
            // An earlier release that runs beside this one does not write the kind.
            kind: match row.refresh_digest {
                Some(_) => SessionKind::Program,
                None => row.kind.parse().unwrap_or(SessionKind::Browser),
            },
            is_persistent: row.is_persistent,
            created_at: from_stored(row.created_at),
            methods: AuthenticationMethods::from_stored(&row.methods),
            authenticated_at: from_stored(row.authenticated_at.unwrap_or(row.created_at)),
            last_used_at: from_stored(row.last_used_at),
            address: row.address,
            user_agent: row.user_agent,
        }
    }
}

pub fn insert(tx: &mut Transaction<'_>, new: &NewSession<'_>) -> Result<SessionId, Error> {
    let now = to_stored(new.created_at);
    let id = diesel::insert_into(sessions::table)
        .values((
            sessions::user_id.eq(new.user_id.0),
            sessions::token_digest.eq(new.token_digest.as_slice()),
            sessions::refresh_digest.eq(new.refresh_digest.map(TokenDigest::as_slice)),
            sessions::kind.eq(<&str>::from(new.kind())),
            sessions::methods.eq(new.methods.to_stored()),
            sessions::authenticated_at.eq(to_stored(new.authenticated_at)),
            sessions::is_persistent.eq(new.is_persistent),
            sessions::created_at.eq(now),
            sessions::last_used_at.eq(now),
            sessions::address.eq(new.client.address.map(|address| address.to_string())),
            sessions::user_agent.eq(new.client.user_agent.as_deref()),
        ))
        .returning(sessions::id)
        .get_result(tx.connection())?;
    Ok(SessionId(id))
}

/// The credential that opens a session.
#[derive(Clone, Copy, Debug)]
pub enum OpenedBy<'a> {
    /// The cookie of a browser.
    Cookie(&'a TokenDigest),
    /// The half of a program's refresh token that stays the same.
    RefreshToken(&'a TokenDigest),
    /// The access token of a program, which names the session and its user.
    AccessToken { session: &'a PublicId, user: &'a PublicId },
}

/// The session that this credential opens, with its user. The session may have expired.
pub fn find(db: &mut Reader<'_>, by: OpenedBy<'_>) -> Result<Option<(Session, User)>, Error> {
    let found = sessions::table
        .inner_join(users::table)
        .select((SessionRow::as_select(), UserRow::as_select()))
        .into_boxed::<Backend>();
    let is_program = sessions::refresh_digest.is_not_null();
    let found = match by {
        OpenedBy::Cookie(digest) => found
            .filter(sessions::token_digest.eq(digest.as_slice()))
            .filter(sessions::refresh_digest.is_null()),
        OpenedBy::RefreshToken(digest) => {
            found.filter(sessions::token_digest.eq(digest.as_slice())).filter(is_program)
        }
        OpenedBy::AccessToken { session, user } => found
            .filter(sessions::public_id.eq(session.as_str()))
            .filter(users::public_id.eq(user.as_str()))
            .filter(is_program),
    };
    let row: Option<(SessionRow, UserRow)> = found.first(db.connection()).optional()?;
    Ok(row.map(|(session, user)| (session.into(), user.into())))
}

pub fn record_use(tx: &mut Transaction<'_>, id: SessionId, at: OffsetDateTime) -> Result<(), Error> {
    diesel::update(sessions::table.find(id.0))
        .set(sessions::last_used_at.eq(to_stored(at)))
        .execute(tx.connection())?;
    Ok(())
}

/// Whether the session still exists.
pub fn exists(db: &mut Reader<'_>, id: SessionId) -> Result<bool, Error> {
    Ok(diesel::select(diesel::dsl::exists(sessions::table.find(id.0))).get_result(db.connection())?)
}

/// Counts a wrong password in this session, and returns how many there were in a row; `None` if the session has ended.
pub fn count_failure(tx: &mut Transaction<'_>, id: SessionId) -> Result<Option<i64>, Error> {
    let failures = diesel::update(sessions::table.find(id.0))
        .set(sessions::failed_confirmations.eq(sessions::failed_confirmations + 1))
        .returning(sessions::failed_confirmations)
        .get_result(tx.connection())
        .optional()?;
    Ok(failures)
}

/// Replaces the token of a session. Returns false if the session has ended in the meantime.
pub fn rotate_token(tx: &mut Transaction<'_>, id: SessionId, new: &TokenDigest) -> Result<bool, Error> {
    let rotated = diesel::update(sessions::table.find(id.0))
        .set(sessions::token_digest.eq(new.as_slice()))
        .execute(tx.connection())?;
    Ok(rotated == 1)
}

/// Records a step-up in this session, sets its count of failures to zero, and replaces its token. Returns false if the
/// session has ended in the meantime. Until this transaction ends, no other one can end the session.
pub fn record_step_up(
    tx: &mut Transaction<'_>,
    id: SessionId,
    new: &TokenDigest,
    methods: &AuthenticationMethods,
    at: OffsetDateTime,
) -> Result<bool, Error> {
    let recorded = diesel::update(sessions::table.find(id.0))
        .set((
            sessions::token_digest.eq(new.as_slice()),
            sessions::methods.eq(methods.to_stored()),
            sessions::authenticated_at.eq(to_stored(at)),
            sessions::failed_confirmations.eq(0),
        ))
        .execute(tx.connection())?;
    Ok(recorded == 1)
}

/// Replaces the digest of the half of a refresh token that is valid for one use. Returns false if `current` is no
/// longer the current one.
pub fn rotate_refresh_token(
    tx: &mut Transaction<'_>,
    id: SessionId,
    current: &TokenDigest,
    next: &TokenDigest,
    at: OffsetDateTime,
) -> Result<bool, Error> {
    let unchanged = sessions::table.find(id.0).filter(sessions::refresh_digest.eq(current.as_slice()));
    let rotated = diesel::update(unchanged)
        .set((sessions::refresh_digest.eq(next.as_slice()), sessions::last_used_at.eq(to_stored(at))))
        .execute(tx.connection())?;
    Ok(rotated == 1)
}

/// Ends the oldest sessions of a user, so that at most `max` of this kind remain.
pub fn keep_newest(
    tx: &mut Transaction<'_>,
    user_id: UserId,
    kind: SessionKind,
    max: i64,
) -> Result<(), Error> {
    let of_kind = || -> Condition {
        let theirs = sessions::user_id.eq(user_id.0);
        match kind {
            SessionKind::Browser => Box::new(theirs.and(sessions::refresh_digest.is_null())),
            SessionKind::Program => Box::new(theirs.and(sessions::refresh_digest.is_not_null())),
        }
    };
    let newest_beyond: Option<i64> = sessions::table
        .filter(of_kind())
        .order(sessions::id.desc())
        .offset(max)
        .limit(1)
        .select(sessions::id)
        .first(tx.connection())
        .optional()?;
    if let Some(id) = newest_beyond {
        let beyond = sessions::table.filter(of_kind()).filter(sessions::id.le(id));
        diesel::delete(beyond).execute(tx.connection())?;
    }
    Ok(())
}

/// Ends one session of a user. Returns false if the user has no such session.
pub fn end(tx: &mut Transaction<'_>, user_id: UserId, id: SessionId) -> Result<bool, Error> {
    let ended = diesel::delete(sessions::table.find(id.0).filter(sessions::user_id.eq(user_id.0)))
        .execute(tx.connection())?;
    Ok(ended == 1)
}

/// Ends all sessions of a user except one, and returns how many.
pub fn end_all(tx: &mut Transaction<'_>, user_id: UserId, except: Option<SessionId>) -> Result<usize, Error> {
    let kept = except.map_or(0, |id| id.0);
    let theirs = sessions::table.filter(sessions::user_id.eq(user_id.0)).filter(sessions::id.ne(kept));
    Ok(diesel::delete(theirs).execute(tx.connection())?)
}

/// Deletes the expired sessions of a user.
pub fn delete_expired_of(tx: &mut Transaction<'_>, user_id: UserId, cutoff: Cutoff) -> Result<(), Error> {
    diesel::delete(sessions::table.filter(sessions::user_id.eq(user_id.0)).filter(is_expired(cutoff)))
        .execute(tx.connection())?;
    Ok(())
}

/// At most `max` expired sessions of all users, for [`delete_expired`].
pub fn expired(db: &mut Reader<'_>, cutoff: Cutoff, max: i64) -> Result<Vec<SessionId>, Error> {
    let ids: Vec<i64> =
        sessions::table.filter(is_expired(cutoff)).limit(max).select(sessions::id).load(db.connection())?;
    Ok(ids.into_iter().map(SessionId).collect())
}

/// Deletes those of these sessions that are still expired, and returns how many.
pub fn delete_expired(tx: &mut Transaction<'_>, ids: &[SessionId], cutoff: Cutoff) -> Result<usize, Error> {
    let ids: Vec<i64> = ids.iter().map(|id| id.0).collect();
    let expired = sessions::table.filter(sessions::id.eq_any(ids)).filter(is_expired(cutoff));
    Ok(diesel::delete(expired).execute(tx.connection())?)
}

fn is_expired(cutoff: Cutoff) -> Condition {
    Box::new(
        sessions::created_at
            .le(to_stored(cutoff.created_at))
            .or(sessions::last_used_at.le(to_stored(cutoff.last_used_at))),
    )
}
