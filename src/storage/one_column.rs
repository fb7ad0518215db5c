//! The answers to queries in SQL whose only column is named `value`.

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Nullable, Text};

use super::engine::connection::AnyConnection;

/// The texts of all rows, without those that are NULL.
pub fn texts(db: &mut AnyConnection, query: &str) -> QueryResult<Vec<String>> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Nullable<Text>)]
        value: Option<String>,
    }
    let rows: Vec<Row> = diesel::sql_query(query).load(db)?;
    Ok(rows.into_iter().filter_map(|row| row.value).collect())
}

/// The integer of the only row.
pub fn number(db: &mut AnyConnection, query: &str) -> QueryResult<i64> {
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = BigInt)]
        value: i64,
    }
    Ok(diesel::sql_query(query).get_result::<Row>(db)?.value)
}
