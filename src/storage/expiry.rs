//! Rows that expire: a reader finds them and a writer deletes them, a limited number at a time, so that on SQLite other
//! writers get their turn.

/// Defines `expired` and `delete_expired` for a table whose rows expire by the time in one column.
macro_rules! delete_expired_in_steps {
    ($table:ident, $column:ident) => {
        /// At most `max` rows whose time is `cutoff` or earlier, for [`delete_expired`].
        pub fn expired(db: &mut Reader<'_>, cutoff: OffsetDateTime, max: i64) -> Result<Vec<i64>, Error> {
            let expired = $table::table.filter($table::$column.le(to_stored(cutoff)));
            Ok(expired.limit(max).select($table::id).load(db.connection())?)
        }

        /// Deletes those of these rows that are still expired, and returns how many.
        pub fn delete_expired(
            tx: &mut Transaction<'_>,
            ids: &[i64],
            cutoff: OffsetDateTime,
        ) -> Result<usize, Error> {
            let expired =
                $table::table.filter($table::id.eq_any(ids)).filter($table::$column.le(to_stored(cutoff)));
            Ok(diesel::delete(expired).execute(tx.connection())?)
        }
    };
}

pub(super) use delete_expired_in_steps;
