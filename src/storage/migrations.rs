//! Brings the tables up to date, in one transaction and one process at a time.

use diesel::backend::Backend;
use diesel::migration::{MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{Access, AnyConnection, connect};
use super::locks::MIGRATIONS;
use super::{DatabaseUrl, Error, OpenError, encoding, transaction};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

pub fn run(url: &DatabaseUrl) -> Result<(), OpenError> {
    let mut connection = connect(url, Access::Write)?;
    encoding::check(url, &mut connection)?;
    run_pending(&mut connection).map_err(|failure| match failure {
        Failure::Unknown(version) => OpenError::LaterRelease { url: url.to_string(), version },
        Failure::Failed(error) => OpenError::Migrate {
            url: url.to_string(),
            reason: error.to_string().trim_end().replace('\n', "; "),
        },
    })
}

enum Failure {
    /// The database has a migration that this release does not have.
    Unknown(String),
    Failed(Box<dyn std::error::Error + Send + Sync>),
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Failed(error.into())
    }
}

fn run_pending(connection: &mut AnyConnection) -> Result<(), Failure> {
    transaction::run(connection, |tx| {
        MIGRATIONS.take(tx)?;
        match tx.connection() {
            AnyConnection::Sqlite(sqlite) => apply(sqlite, SQLITE),
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(postgres) => match postgres::are_all_applied(postgres)? {
                true => Ok(()),
                false => apply(postgres, POSTGRES),
            },
        }
    })
}

fn apply<C, DB>(connection: &mut C, migrations: EmbeddedMigrations) -> Result<(), Failure>
where
    C: MigrationHarness<DB>,
    DB: Backend,
{
    let known = MigrationSource::<DB>::migrations(&migrations).map_err(Failure::Failed)?;
    // The newest comes first.
    let applied = connection.applied_migrations().map_err(Failure::Failed)?;
    let is_unknown =
        |version: &&MigrationVersion<'_>| !known.iter().any(|known| known.name().version() == **version);
    if let Some(version) = applied.iter().find(is_unknown) {
        return Err(Failure::Unknown(version.to_string()));
    }
    connection.run_pending_migrations(migrations).map(|_| ()).map_err(Failure::Failed)
}

#[cfg(feature = "postgres")]
mod postgres {
    use std::collections::BTreeSet;

    use diesel::pg::{Pg, PgConnection};
    use diesel::prelude::*;
    use diesel::sql_types::{Bool, Text};

    use super::{Failure, MigrationSource, POSTGRES};

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

    /// Whether there is nothing to do. Diesel's own look makes its table first, which takes a right that the role of a
    /// server does not need where another role migrates.
    pub fn are_all_applied(connection: &mut PgConnection) -> Result<bool, Failure> {
        let table = "SELECT to_regclass('__diesel_schema_migrations') IS NOT NULL AS is_there";
        if !diesel::sql_query(table).get_result::<Exists>(connection).map_err(failed)?.is_there {
            return Ok(false);
        }
        let applied: Vec<Applied> = diesel::sql_query("SELECT version FROM __diesel_schema_migrations")
            .load(connection)
            .map_err(failed)?;
        let applied: BTreeSet<String> = applied.into_iter().map(|row| row.version).collect();
        let known = MigrationSource::<Pg>::migrations(&POSTGRES).map_err(Failure::Failed)?;
        let known: BTreeSet<String> = known.iter().map(|known| known.name().version().to_string()).collect();
        Ok(applied == known)
    }

    fn failed(error: diesel::result::Error) -> Failure {
        Failure::Failed(error.into())
    }
}
