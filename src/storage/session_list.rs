//! Lists of sessions: for their owner, for administrators, and for the export.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::engine::Backend;
use super::engine::timestamp::to_stored;
use super::schema::sessions;
use super::sessions::{Cutoff, SessionRow};
use super::{Error, Reader};
use crate::domain::{Session, SessionId, SessionList, SessionPage, UserId};

type Condition = Box<dyn BoxableExpression<sessions::table, Backend, SqlType = Bool>>;

/// At most `max` live sessions of a user, the last used first.
pub fn of_user(
    db: &mut Reader<'_>,
    user_id: UserId,
    cutoff: Cutoff,
    max: usize,
) -> Result<SessionList, Error> {
    // One extra row shows whether there are more.
    let rows: Vec<SessionRow> = sessions::table
        .filter(live(user_id, cutoff))
        .order((sessions::last_used_at.desc(), sessions::id.desc()))
        .limit(max as i64 + 1)
        .select(SessionRow::as_select())
        .load(db.connection())?;
    let has_more = rows.len() > max;
    Ok(SessionList { sessions: rows.into_iter().take(max).map(Session::from).collect(), has_more })
}

/// A page of at most `size` live sessions, the newest first, from before one on.
pub fn page(
    db: &mut Reader<'_>,
    user_id: UserId,
    cutoff: Cutoff,
    before: Option<SessionId>,
    size: usize,
) -> Result<SessionPage, Error> {
    let rows: Vec<SessionRow> = sessions::table
        .filter(live(user_id, cutoff))
        .filter(sessions::id.lt(before.map_or(i64::MAX, |id| id.0)))
        .order(sessions::id.desc())
        .limit(size as i64 + 1)
        .select(SessionRow::as_select())
        .load(db.connection())?;
    let oldest = rows.get(size.saturating_sub(1)).map(|row| SessionId(row.id));
    let older = oldest.filter(|_| rows.len() > size);
    Ok(SessionPage { sessions: rows.into_iter().take(size).map(Session::from).collect(), older })
}

fn live(user_id: UserId, cutoff: Cutoff) -> Condition {
    Box::new(
        sessions::user_id
            .eq(user_id.0)
            .and(sessions::created_at.gt(to_stored(cutoff.created_at)))
            .and(sessions::last_used_at.gt(to_stored(cutoff.last_used_at))),
    )
}
