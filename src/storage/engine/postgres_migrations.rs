//! Which migrations a PostgreSQL database has. Diesel's own look makes its table first, which takes a right that the role of
//! a server does not need where another role migrates.

use std::collections::BTreeSet;

use diesel::pg::PgConnection;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Text};

#[derive(QueryableByName)]
struct Exists {
    #[diesel(sql_type = Bool)]
    is_there: bool,
}

#[derive(QueryableByName)]
struct Applied {
    #[diesel(sql_type = Text)]
    version: String,
}

/// Whether these versions are applied and no others.
pub fn are_exactly(versions: &BTreeSet<String>, connection: &mut PgConnection) -> QueryResult<bool> {
    let table = "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS is_there";
    if !diesel::sql_query(table).get_result::<Exists>(connection)?.is_there {
        return Ok(false);
    }
    let applied: Vec<Applied> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(connection)?;
    Ok(applied.into_iter().map(|row| row.version).collect::<BTreeSet<_>>() == *versions)
}
