//! The database, and how to connect to it.

use crate::config::{Config, ConfigError, Secret};
use crate::storage::DatabaseUrl;

pub fn url(config: &Config) -> Result<DatabaseUrl, ConfigError> {
    let Some(Secret(url)) = &config.database_url else {
        return Ok(DatabaseUrl::sqlite(&config.data_dir.join("frontdesk.db")));
    };
    let mut url = url.parse().map_err(|error| ConfigError::new("database_url", error))?;
    if let DatabaseUrl::Postgres(uri) = &mut url {
        uri.has_prepared_statements = config.database.prepared_statements;
    }
    Ok(url)
}
