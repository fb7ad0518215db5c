//! Refuses a database whose text encoding is not UTF-8.

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::connection::{AnyConnection, Connection, failed};
use super::{DatabaseUrl, OpenError};

#[derive(QueryableByName)]
struct Encoding {
    #[diesel(sql_type = Text)]
    encoding: String,
}

/// In another encoding, PostgreSQL refuses characters that the encoding lacks, so sign-ups would fail. SQLite converts
/// between encodings, but sorts UTF-16 by its bytes, so lists would have another order than on other databases.
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
