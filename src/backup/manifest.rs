//! The manifest of a back-up: a file of JSON beside it that says what it is, and how to recognize damage.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use time::OffsetDateTime;

use super::error::BackupError;
use super::part_file::PartFile;
use crate::storage::DatabaseUrl;

/// The format of manifests that this release writes. It reads older ones, too.
pub const FORMAT: u32 = 1;

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    Sqlite,
    PostgreSql,
}

impl Kind {
    pub fn of(url: &DatabaseUrl) -> Self {
        match url {
            DatabaseUrl::Sqlite(_) => Self::Sqlite,
            DatabaseUrl::Postgres(_) => Self::PostgreSql,
        }
    }

    pub fn name(self) -> &'static str {
        match self {
            Self::Sqlite => "SQLite",
            Self::PostgreSql => "PostgreSQL",
        }
    }

    /// How the name of a back-up ends.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Sqlite => "sqlite3",
            Self::PostgreSql => "dump",
        }
    }
}

/// What a back-up is. A later release may add fields; it gives `format` another number if the meaning of one changes.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize, Serialize)]
pub struct Manifest {
    pub format: u32,
    /// The release of Frontdesk that made it.
    pub program: String,
    /// The moment that it shows, or a little before.
    #[serde(with = "time::serde::rfc3339")]
    pub created_at: OffsetDateTime,
    /// When a rehearsal of it last succeeded.
    #[serde(default, with = "time::serde::rfc3339::option")]
    pub rehearsed_at: Option<OffsetDateTime>,
    pub database: Kind,
    /// The version of the SQLite library, or of the PostgreSQL server.
    pub database_version: String,
    /// The last migration of the schema.
    pub migration: Option<String>,
    /// The name of the back-up's file.
    pub file: String,
    pub octets: u64,
    /// The SHA-256 of the file, in hexadecimal digits.
    pub sha256: String,
    /// The number of rows of each table.
    pub rows: BTreeMap<String, u64>,
    /// The ids of the secret keys that decrypt what is encrypted in it.
    pub secret_keys: Vec<String>,
}

impl Manifest {
    /// Where the manifest of a back-up is.
    pub fn path_of(backup: &Path) -> PathBuf {
        let mut name = OsString::from(backup);
        name.push(".json");
        name.into()
    }

    /// The manifest beside a back-up; `None` if there is none.
    pub fn read(backup: &Path) -> Result<Option<Self>, BackupError> {
        let path = Self::path_of(backup);
        let failed = |reason: String| BackupError::Manifest { path: path.display().to_string(), reason };
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(failed(error.to_string())),
        };
        #[derive(Deserialize)]
        struct Format {
            format: u32,
        }
        let Format { format } = serde_json::from_str(&text).map_err(|error| failed(error.to_string()))?;
        if format > FORMAT {
            return Err(BackupError::LaterRelease {
                path: path.display().to_string(),
                detail: format!("its manifest has the format {format}"),
            });
        }
        serde_json::from_str(&text).map(Some).map_err(|error| failed(error.to_string()))
    }

    /// Writes the manifest beside its back-up, whole or not at all.
    pub fn write(&self, backup: &Path) -> Result<(), BackupError> {
        let path = Self::path_of(backup);
        let text = serde_json::to_string_pretty(self).unwrap_or_default() + "\n";
        let (part, mut file) = PartFile::create(&path)?;
        file.write_all(text.as_bytes()).map_err(BackupError::file("cannot write", &path))?;
        drop(file);
        part.publish(&path)
    }

    /// What is in it, in a few words.
    pub fn summary(&self) -> String {
        let of = |table: &str, one: &str| match self.rows.get(table).copied().unwrap_or_default() {
            1 => format!("1 {one}"),
            rows => format!("{rows} {table}"),
        };
        let (users, sessions) = (of("users", "user"), of("sessions", "session"));
        format!("{users}, {sessions}, {} and {}", of("mails", "mail"), of("events", "event"))
    }
}
