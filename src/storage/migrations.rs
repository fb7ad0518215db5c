//! Brings the tables up to date, in one transaction and one process at a time.

use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::connection::{Access, AnyConnection, connect};
use super::locks::MIGRATIONS;
use super::{DatabaseUrl, OpenError, transaction};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
#[cfg(feature = "postgres")]
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

pub fn run(url: &DatabaseUrl) -> Result<(), OpenError> {
    let mut connection = connect(url, Access::Write)?;
    run_pending(&mut connection).map_err(|error| OpenError::Migrate {
        url: url.to_string(),
        reason: error.to_string().trim_end().replace('\n', "; "),
    })
}

type Failure = Box<dyn std::error::Error + Send + Sync>;

fn run_pending(connection: &mut AnyConnection) -> Result<(), Failure> {
    transaction::run(connection, |tx| {
        MIGRATIONS.take(tx)?;
        match tx.connection() {
            AnyConnection::Sqlite(sqlite) => apply(sqlite, SQLITE),
            #[cfg(feature = "postgres")]
            AnyConnection::Postgres(postgres) => apply(postgres, POSTGRES),
        }
    })
}

fn apply<C, DB>(connection: &mut C, migrations: EmbeddedMigrations) -> Result<(), Failure>
where
    C: MigrationHarness<DB>,
    DB: diesel::backend::Backend,
{
    connection.run_pending_migrations(migrations).map(|_| ())
}
