//! An open database, which the other modules use to read and write.

use std::sync::Arc;

use super::connection::{Access, Connection};
use super::migrations::{self, Tables};
use super::pool::{Connector, Pool, Usage};
use super::recorder::Recorder;
use super::sqlite::SqliteDatabase;
use super::{DatabaseUrl, Error, OpenError, Reader, Transaction, encoding, transaction};

/// An open database. Cheap to clone; all clones share the connections.
#[derive(Clone)]
pub struct Storage {
    database: Database,
    recorder: Recorder,
}

#[derive(Clone)]
enum Database {
    Sqlite(SqliteDatabase),
    Postgres(Pool),
}

impl Storage {
    /// Opens the database, creates it if it is missing, and migrates its tables. Safe when several processes do so at
    /// the same time.
    pub fn open(url: &DatabaseUrl, connections: u32) -> Result<Self, OpenError> {
        let database = match url {
            DatabaseUrl::Sqlite(path) => Database::Sqlite(SqliteDatabase::open(url, path, connections)?),
            DatabaseUrl::Postgres(_) => {
                let mut first = Connection::establish(url)?;
                encoding::check(url, &mut first)?;
                migrations::run(url, &mut first, Tables::MadeIfMissing)?;
                let (url, access, open) = (url.clone(), Access::Write, Arc::new(()));
                Database::Postgres(Pool::new(Connector { url, access, files: None, open }, connections)?)
            }
        };
        Ok(Self { database, recorder: Recorder::default() })
    }

    /// Runs `work` on a connection that only reads.
    pub async fn read<T, E>(
        &self,
        work: impl FnOnce(&mut Reader<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        match &self.database {
            Database::Sqlite(sqlite) => sqlite.read(work).await,
            Database::Postgres(pool) => {
                pool.run(move |connection| work(&mut Reader::new(&mut connection.any))).await
            }
        }
    }

    /// Runs `work` in a transaction, which is committed if `work` returns `Ok` and rolled back otherwise.
    pub async fn write<T, E>(
        &self,
        work: impl FnOnce(&mut Transaction<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<Error> + Send + 'static,
    {
        let recorder = self.recorder.clone();
        match &self.database {
            Database::Sqlite(sqlite) => sqlite.write(recorder, work).await,
            Database::Postgres(pool) => {
                pool.run(move |connection| transaction::run_and_tell(connection, &recorder, work)).await
            }
        }
    }

    /// Whether the database has every migration of this release. It may have those of a later release, too, while the
    /// nodes of a cluster are replaced one by one.
    pub async fn is_migrated(&self) -> Result<bool, Error> {
        self.read(|db: &mut Reader<'_>| migrations::are_all_applied(db.connection())).await
    }

    /// Whether the database is on a server, for processes on many machines.
    pub fn is_postgres(&self) -> bool {
        matches!(self.database, Database::Postgres(_))
    }

    /// What is told of events.
    pub fn recorder(&self) -> &Recorder {
        &self.recorder
    }

    /// How many connections are in use, by what they are for.
    pub fn usage(&self) -> Vec<(&'static str, Usage)> {
        match &self.database {
            Database::Sqlite(sqlite) => sqlite.usage().map(Vec::from).unwrap_or_default(),
            Database::Postgres(pool) => vec![("all", pool.usage())],
        }
    }

    /// To be called at least twice a second. On SQLite this checks whether the files are still in place. Returns true
    /// if it has opened another database that took their place.
    pub async fn watch(&self) -> bool {
        let Database::Sqlite(sqlite) = &self.database else { return false };
        let sqlite = sqlite.clone();
        tokio::task::spawn_blocking(move || sqlite.watch()).await.unwrap_or_default()
    }

    /// Closes a database that [`Storage::watch`] has opened, because it cannot be used for this reason.
    pub async fn refuse(&self, reason: String) {
        let Database::Sqlite(sqlite) = &self.database else { return };
        let sqlite = sqlite.clone();
        let _ = tokio::task::spawn_blocking(move || sqlite.refuse(reason)).await;
    }
}
