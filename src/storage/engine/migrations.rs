//! Migrates the tables in one transaction, in one process at a time.

use diesel::RunQueryDsl;
use diesel::backend::Backend;
use diesel::migration::{self, Migration, MigrationSource, MigrationVersion};
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel::sqlite::Sqlite;
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{AnyConnection, Connection};
use super::locks::MIGRATIONS;
#[cfg(feature = "postgres")]
use super::postgres_migrations;
use super::{DatabaseUrl, Error, OpenError, transaction};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// The table that a database has while rows are copied into it: no server may use it then.
pub const COPY_BEGUN: &str = "frontdesk_copy";

/// Whether a database without tables is accepted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tables {
    MadeIfMissing,
    /// The database was in use before, so one without tables is the wrong one.
    There,
}

pub fn run(url: &DatabaseUrl, connection: &mut Connection, tables: Tables) -> Result<(), OpenError> {
    let run = transaction::run(connection, |tx| {
        MIGRATIONS.take(tx)?;
        if is_unfinished_copy(tx.connection()).map_err(Error::from)? {
            return Err(Failure::CopyUnfinished);
        }
        match tx.connection() {
            AnyConnection::Sqlite(sqlite) => apply(sqlite, SQLITE, tables),
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(postgres) => {
                let known = of_postgres().map_err(Failure::Failed)?.into_iter().collect();
                match postgres_migrations::are_exactly(&known, postgres).map_err(Error::from)? {
                    true => Ok(()),
                    false => apply(postgres, POSTGRES, tables),
                }
            }
        }
    });
    run.map_err(|failure| match failure {
        Failure::Unknown(version) => OpenError::LaterRelease { url: url.to_string(), version },
        Failure::CopyUnfinished => OpenError::CopyUnfinished { url: url.to_string() },
        Failure::NoTables => OpenError::NoTables { url: url.to_string() },
        Failure::Failed(error) => OpenError::Migrate {
            url: url.to_string(),
            reason: error.to_string().trim_end().replace('\n', "; "),
        },
    })
}

enum Failure {
    /// The database has a migration that this release does not have.
    Unknown(String),
    CopyUnfinished,
    NoTables,
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error.into())
    }
}

/// Whether no migration of this release is missing. Diesel's own check would create its table first.
pub fn are_all_applied(connection: &mut AnyConnection) -> Result<bool, Error> {
    #[derive(QueryableByName)]
    struct Applied {
        #[diesel(sql_type = Text)]
        version: String,
    }
    let applied: Vec<Applied> =
        diesel::sql_query("SELECT version FROM __diesel_schema_migrations").load(connection)?;
    let known = match connection {
        AnyConnection::Sqlite(_) => of_sqlite(),
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(_) => of_postgres(),
    };
    let is_applied = |version: &String| applied.iter().any(|row| row.version == *version);
    Ok(known.map_err(Error::Failed)?.iter().all(is_applied))
}

fn apply<C, DB>(connection: &mut C, migrations: EmbeddedMigrations, tables: Tables) -> Result<(), Failure>
where
    C: MigrationHarness<DB>,
    DB: Backend,
{
    let known = MigrationSource::<DB>::migrations(&migrations).map_err(Failure::Failed)?;
    // The newest is first.
    let applied = connection.applied_migrations().map_err(Failure::Failed)?;
    let is_unknown =
        |version: &&MigrationVersion<'_>| !known.iter().any(|known| known.name().version() == **version);
    if let Some(version) = applied.iter().find(is_unknown) {
        return Err(Failure::Unknown(version.to_string()));
    }
    if applied.is_empty() && tables == Tables::There {
        return Err(Failure::NoTables);
    }
    connection.run_pending_migrations(migrations).map(|_| ()).map_err(Failure::Failed)
}

fn is_unfinished_copy(connection: &mut AnyConnection) -> diesel::QueryResult<bool> {
    #[derive(diesel::QueryableByName)]
    struct Count {
        #[diesel(sql_type = diesel::sql_types::BigInt)]
        tables: i64,
    }
    let query = match connection {
        AnyConnection::Sqlite(_) => {
            format!("SELECT count(*) AS tables FROM sqlite_schema WHERE name = '{COPY_BEGUN}'")
        }
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(_) => {
            format!("SELECT count(to_regclass('{COPY_BEGUN}')) AS tables")
        }
    };
    let count: Count = diesel::sql_query(query).get_result(connection)?;
    Ok(count.tables > 0)
}

/// The versions of the migrations of this release, in order.
pub fn versions(url: &DatabaseUrl) -> Vec<String> {
    let named = match url {
        DatabaseUrl::Sqlite(_) => of_sqlite(),
        #[cfg(feature = "postgres")]
        DatabaseUrl::Postgres(_) => of_postgres(),
        #[cfg(not(feature = "postgres"))]
        DatabaseUrl::Postgres(_) => of_sqlite(),
    };
    let mut named = named.unwrap_or_default();
    named.sort();
    named
}

fn of_sqlite() -> migration::Result<Vec<String>> {
    MigrationSource::<Sqlite>::migrations(&SQLITE).map(names)
}

#[cfg(feature = "postgres")]
fn of_postgres() -> migration::Result<Vec<String>> {
    MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES).map(names)
}

fn names<DB: Backend>(migrations: Vec<Box<dyn Migration<DB>>>) -> Vec<String> {
    migrations.iter().map(|migration| migration.name().version().to_string()).collect()
}
