//! A copy of a whole database into another one; each may be the one of the settings.

use super::settings::Settings;
use crate::storage::{self, CopiedTable, CopyError, DatabaseUrl, InvalidDatabaseUrl, Progress};

/// Where from, and where to.
pub struct DatabaseCopy {
    pub from: DatabaseUrl,
    pub to: DatabaseUrl,
}

#[derive(Debug, thiserror::Error)]
pub enum CopyDatabaseError {
    #[error("--from: {0}")]
    From(#[source] InvalidDatabaseUrl),
    #[error("--to: {0}")]
    To(#[source] InvalidDatabaseUrl),
    #[error(transparent)]
    Copy(#[from] CopyError),
}

impl DatabaseCopy {
    /// # Errors
    ///
    /// If a text is no URL of a database.
    pub fn new(settings: &Settings, from: Option<&str>, to: Option<&str>) -> Result<Self, CopyDatabaseError> {
        let url = |text: Option<&str>| match text {
            Some(text) => text.parse().map(|url| like(settings, url)),
            None => Ok(settings.database_url.clone()),
        };
        Ok(Self {
            from: url(from).map_err(CopyDatabaseError::From)?,
            to: url(to).map_err(CopyDatabaseError::To)?,
        })
    }

    /// # Errors
    ///
    /// If the source changes or is in use, or the target is not empty. Each error says what to do.
    pub fn run(&self, report: &mut dyn FnMut(Progress)) -> Result<Vec<CopiedTable>, CopyDatabaseError> {
        Ok(storage::copy(&self.from, &self.to, report)?)
    }
}

/// A pooler in front of the configured database is in front of another one, too.
fn like(settings: &Settings, mut url: DatabaseUrl) -> DatabaseUrl {
    if let (DatabaseUrl::Postgres(given), DatabaseUrl::Postgres(configured)) =
        (&mut url, &settings.database_url)
    {
        given.has_prepared_statements = configured.has_prepared_statements;
    }
    url
}
