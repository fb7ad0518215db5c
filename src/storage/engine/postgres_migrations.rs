//! Which migrations a PostgreSQL database has. Diesel's own check first creates its table. That needs a right which the
//! role of the server can do without if another role runs the migrations.

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

/// Whether exactly these versions are applied.
pub fn are_exactly(versions: &BTreeSet<String>, connection: &mut PgConnection) -> QueryResult<bool> {
    let table = "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS is_there";
    if !diesel::sql_query(table).get_result::<Exists>(connection)?.is_there {
        return Ok(false);
    }
    let applied: Vec<Applied> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(connection)?;
    Ok(applied.into_iter().map(|row| row.version).collect::<BTreeSet<_>>() == *versions)
}
