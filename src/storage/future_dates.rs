//! Corrects dates in the future, after a clock that was ahead has been corrected.

use diesel::prelude::*;
use time::OffsetDateTime;

use super::engine::timestamp::to_stored;
use super::schema::{
    address_holds, idempotency_keys, known_devices, mail_tokens, mails, pending_sign_ups, sessions,
    set_up_tokens, users,
};
use super::{Error, Reader, Transaction};
use crate::domain::{CLOCK_TOLERANCE, MAX_MAIL_WAIT};

/// Columns that stay unchanged: events are not rewritten, an account stays disabled whatever the date, and the operator
/// decides about signing keys.
#[cfg(test)]
pub const KEPT: [&str; 3] = ["events, occurred_at", "users, disabled_at", "signing_keys, created_at"];

/// Applies a macro to every other column with a time. A row that would stay valid for too long is deleted: the owner
/// logs in again, or requests another link. Any other date becomes the current time.
macro_rules! every_column {
    ($apply:ident, $($context:tt)*) => {
        $apply!(delete, sessions, created_at, $($context)*);
        $apply!(set, sessions, last_used_at, $($context)*);
        $apply!(clear, sessions, confirmed_at, $($context)*);
        $apply!(clear, sessions, authenticated_at, $($context)*);
        $apply!(delete, set_up_tokens, created_at, $($context)*);
        $apply!(delete, mail_tokens, created_at, $($context)*);
        $apply!(set, users, created_at, $($context)*);
        $apply!(set, users, last_log_in_at, $($context)*);
        $apply!(set, users, email_verified_at, $($context)*);
        $apply!(set, users, locked_at, $($context)*);
        $apply!(set, users, closed_at, $($context)*);
        $apply!(set, users, terms_accepted_at, $($context)*);
        $apply!(set, idempotency_keys, created_at, $($context)*);
        $apply!(set, mails, created_at, $($context)*);
        $apply!(set, mails, queued_at, $($context)*);
        $apply!(set_waiting, mails, next_attempt_at, $($context)*);
        $apply!(set, mails, sent_at, $($context)*);
        $apply!(set, mails, given_up_at, $($context)*);
        $apply!(set, mails, unconfirmed_at, $($context)*);
        $apply!(set, pending_sign_ups, created_at, $($context)*);
        $apply!(set, pending_sign_ups, terms_accepted_at, $($context)*);
        $apply!(set, address_holds, created_at, $($context)*);
        $apply!(set, known_devices, created_at, $($context)*);
        $apply!(set, known_devices, last_used_at, $($context)*);
    };
}

/// Whether any date has to be corrected. Reads every table.
pub fn has_any(db: &mut Reader<'_>, now: OffsetDateTime) -> Result<bool, Error> {
    let limit = to_stored(now + CLOCK_TOLERANCE);
    let waiting_limit = to_stored(now + MAX_MAIL_WAIT + CLOCK_TOLERANCE);
    macro_rules! find {
        (set_waiting, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            find!(set, $table, $column, $waiting, $waiting)
        };
        ($_:ident, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            let future = $table::table.filter($table::$column.gt($limit));
            if diesel::select(diesel::dsl::exists(future)).get_result(db.connection())? {
                return Ok(true);
            }
        };
    }
    every_column!(find, limit, waiting_limit);
    Ok(false)
}

/// Corrects all dates that are further ahead than clocks may differ, and returns how many.
pub fn correct(tx: &mut Transaction<'_>, now: OffsetDateTime) -> Result<usize, Error> {
    let limit = to_stored(now + CLOCK_TOLERANCE);
    let waiting_limit = to_stored(now + MAX_MAIL_WAIT + CLOCK_TOLERANCE);
    let now = to_stored(now);
    let mut corrected = 0;
    macro_rules! correct {
        (delete, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            let future = $table::table.filter($table::$column.gt($limit));
            corrected += diesel::delete(future).execute(tx.connection())?;
        };
        (set, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            let future = $table::table.filter($table::$column.gt($limit));
            corrected += diesel::update(future).set($table::$column.eq(now)).execute(tx.connection())?;
        };
        (set_waiting, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            correct!(set, $table, $column, $waiting, $waiting)
        };
        (clear, $table:ident, $column:ident, $limit:ident, $waiting:ident) => {
            let future = $table::table.filter($table::$column.gt($limit));
            let nothing = $table::$column.eq(None::<time::PrimitiveDateTime>);
            corrected += diesel::update(future).set(nothing).execute(tx.connection())?;
        };
    }
    every_column!(correct, limit, waiting_limit);
    Ok(corrected)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_with_a_time_has_a_decision() {
        let (code, mut table, mut columns) = (include_str!("future_dates.rs"), "", 0);
        for line in include_str!("schema.rs").lines().map(str::trim) {
            if let Some(name) = line.strip_suffix(" (id) {") {
                table = name;
            }
            let Some((column, kind)) = line.split_once(" -> ") else { continue };
            if kind.contains("Timestamp") {
                columns += 1;
                let is_decided = code.contains(&format!(", {table}, {column}, $"));
                let is_kept = KEPT.contains(&format!("{table}, {column}").as_str());
                assert!(is_decided != is_kept, "{table}.{column}");
            }
        }
        assert!(columns > 20, "the test sees them");
    }
}
