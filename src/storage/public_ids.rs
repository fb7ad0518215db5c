//! The public ids of users and sessions. A row gets one when a token first names it.

use diesel::prelude::*;

use super::schema::{sessions, users};
use super::{Error, Transaction};
use crate::domain::{PublicId, SessionId, UserId};

/// The public id of a user. Sets it to `fresh` if there is none. If two processes do so at once, the first one wins.
pub fn of_user(tx: &mut Transaction<'_>, id: UserId, fresh: PublicId) -> Result<PublicId, Error> {
    let select = || users::table.find(id.0).select(users::public_id);
    let mut stored: Option<String> = select().first(tx.connection())?;
    if stored.is_none() {
        let without = users::table.find(id.0).filter(users::public_id.is_null());
        diesel::update(without).set(users::public_id.eq(fresh.as_str())).execute(tx.connection())?;
        stored = select().first(tx.connection())?;
    }
    Ok(stored.map_or(fresh, PublicId::from_text))
}

/// The public id of a session. Sets it to `fresh` if there is none.
pub fn of_session(tx: &mut Transaction<'_>, id: SessionId, fresh: PublicId) -> Result<PublicId, Error> {
    let select = sessions::table.find(id.0).select(sessions::public_id);
    let stored: Option<String> = select.first(tx.connection())?;
    if let Some(stored) = stored {
        return Ok(PublicId::from_text(stored));
    }
    diesel::update(sessions::table.find(id.0))
        .set(sessions::public_id.eq(fresh.as_str()))
        .execute(tx.connection())?;
    Ok(fresh)
}
