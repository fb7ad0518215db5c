//! The `set_up_tokens` table: the links with which the first administrator signs up.

use diesel::prelude::*;
use time::OffsetDateTime;

use super::engine::timestamp::to_stored;
use super::schema::set_up_tokens;
use super::{Error, Reader, Transaction};
use crate::domain::TokenDigest;

pub fn insert(tx: &mut Transaction<'_>, digest: &TokenDigest, now: OffsetDateTime) -> Result<(), Error> {
    diesel::insert_into(set_up_tokens::table)
        .values((
            set_up_tokens::token_digest.eq(digest.as_slice()),
            set_up_tokens::created_at.eq(to_stored(now)),
        ))
        .execute(tx.connection())?;
    Ok(())
}

/// Deletes all but the newest `max`.
pub fn keep_newest(tx: &mut Transaction<'_>, max: i64) -> Result<(), Error> {
    let newest_beyond: Option<i64> = set_up_tokens::table
        .order(set_up_tokens::id.desc())
        .offset(max)
        .limit(1)
        .select(set_up_tokens::id)
        .first(tx.connection())
        .optional()?;
    if let Some(id) = newest_beyond {
        diesel::delete(set_up_tokens::table.filter(set_up_tokens::id.le(id))).execute(tx.connection())?;
    }
    Ok(())
}

/// Whether the token was created after `cutoff` and has not been deleted.
pub fn is_live(db: &mut Reader<'_>, digest: &TokenDigest, cutoff: OffsetDateTime) -> Result<bool, Error> {
    let live = set_up_tokens::table
        .filter(set_up_tokens::token_digest.eq(digest.as_slice()))
        .filter(set_up_tokens::created_at.gt(to_stored(cutoff)));
    Ok(diesel::select(diesel::dsl::exists(live)).get_result(db.connection())?)
}

/// Deletes tokens that were created at `cutoff` or earlier.
pub fn delete_expired(tx: &mut Transaction<'_>, cutoff: OffsetDateTime) -> Result<(), Error> {
    let old = set_up_tokens::table.filter(set_up_tokens::created_at.le(to_stored(cutoff)));
    diesel::delete(old).execute(tx.connection())?;
    Ok(())
}

pub fn delete_all(tx: &mut Transaction<'_>) -> Result<(), Error> {
    diesel::delete(set_up_tokens::table).execute(tx.connection())?;
    Ok(())
}
