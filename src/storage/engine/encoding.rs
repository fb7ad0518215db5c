//! Refuses a database that keeps its text in anything but UTF-8.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::{AnyConnection, Connection, failed};
use super::{DatabaseUrl, OpenError};

#[derive(QueryableByName)]
struct Encoding {
    #[diesel(sql_type = Text)]
    encoding: String,
}

/// PostgreSQL refuses characters that a database in another encoding has no place for, at any sign-up. SQLite converts,
/// but sorts UTF-16 by its bytes, so that lists come in another order than everywhere else.
pub fn check(url: &DatabaseUrl, connection: &mut Connection) -> Result<(), OpenError> {
    let (query, wanted) = match &connection.any {
        AnyConnection::Sqlite(_) => ("SELECT encoding FROM pragma_encoding", "UTF-8"),
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(_) => ("SELECT current_setting('server_encoding') AS encoding", "UTF8"),
    };
    let found = diesel::sql_query(query)
        .get_result::<Encoding>(&mut connection.any)
        .map_err(|error| failed(url, error))?;
    if found.encoding == wanted {
        return Ok(());
    }
    Err(OpenError::NotUtf8 { url: url.to_string(), encoding: found.encoding })
}
