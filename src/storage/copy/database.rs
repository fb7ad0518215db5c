//! The two databases of a copy: the source, which no other program may change meanwhile, and the target, which is empty
//! or has the beginning of the same copy.

use std::collections::BTreeMap;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
#[cfg(feature = "postgres")]
use diesel::sql_types::BigInt;
use diesel::sql_types::Text;
use sha2::{Digest, Sha256};

use super::error::CopyError;
use super::tables::TABLES;
use crate::storage::direct::Direct;
use crate::storage::engine::connection::{Access, AnyConnection, Connection};
use crate::storage::engine::{COPY_BEGUN, holder, transaction, versions};
use crate::storage::{DatabaseUrl, Error, OpenError, Storage, one_column};

/// How many rows a table has, its highest id, and the last id that was given out: an id of a deleted row must not be
/// given out again, because events refer to it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Extent {
    rows: u64,
    highest: i64,
    given_out: i64,
}

pub struct Source {
    pub connection: Connection,
    extents: BTreeMap<&'static str, Extent>,
    migration: String,
}

impl Source {
    /// Opens the database and holds it in the state that it has now: on SQLite no other connection can open it, on
    /// PostgreSQL a transaction reads one moment.
    pub fn open(url: &DatabaseUrl) -> Result<Self, CopyError> {
        let in_use = |by: String| CopyError::SourceInUse { url: url.to_string(), by };
        if let DatabaseUrl::Sqlite(path) = url
            && let Some(by) = holder(path).ok().flatten()
        {
            return Err(in_use(by));
        }
        let mut direct = Direct::open(url)?;
        match url {
            DatabaseUrl::Sqlite(_) => {
                if !direct.hold_alone()? {
                    return Err(in_use("another process".to_owned()));
                }
            }
            DatabaseUrl::Postgres(_) => {
                let others = direct.other_sessions()?;
                if let Some(first) = others.first() {
                    return Err(in_use(format!("{} other sessions ({first})", others.len())));
                }
                direct.run(|any| any.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))?;
            }
        }
        let migration = direct.migration()?;
        let expected = versions(url).pop().unwrap_or_default();
        match migration {
            None => Err(CopyError::NoTables { url: url.to_string() }),
            Some(found) if found != expected => {
                Err(CopyError::OtherRelease { url: url.to_string(), found, expected })
            }
            Some(migration) => {
                let mut connection = direct.into_connection();
                let extents = extents(&mut connection)?;
                Ok(Self { connection, extents, migration })
            }
        }
    }

    /// How many rows a table has.
    pub fn count(&self, table: &str) -> u64 {
        self.extents.get(table).map_or(0, |extent| extent.rows)
    }

    /// Identifies the source in the state in which it is: another database, or one that has changed, has another.
    fn fingerprint(&self) -> String {
        let text = format!("{} {:?}", self.migration, self.extents);
        Sha256::digest(text).iter().map(|octet| format!("{octet:02x}")).collect()
    }
}

pub struct Target {
    pub connection: Connection,
}

/// Opening a database migrates it, which must not happen to one that was named by mistake and that another release uses.
fn refuse_another_release(url: &DatabaseUrl) -> Result<(), CopyError> {
    // Where there is none, or none that answers, opening it says so.
    let Ok(mut direct) = Direct::open(url) else { return Ok(()) };
    let expected = versions(url).pop().unwrap_or_default();
    match direct.migration()? {
        Some(found) if found != expected => {
            Err(CopyError::OtherRelease { url: url.to_string(), found, expected })
        }
        _ => Ok(()),
    }
}

impl Target {
    /// Opens the database, creates it and its tables if they are missing, and marks it as a copy that is not finished.
    pub fn open(url: &DatabaseUrl, source: &Source) -> Result<Self, CopyError> {
        refuse_another_release(url)?;
        let is_begun = match Storage::open(url, 1) {
            Ok(_) => false,
            Err(OpenError::CopyUnfinished { .. }) => true,
            Err(error) => return Err(error.into()),
        };
        let mut connection = Connection::establish(url)?;
        connection.configure(url, Access::Write)?;
        let fingerprint = source.fingerprint();
        if is_begun {
            return match begun_with(&mut connection)? == fingerprint {
                true => Ok(Self { connection }),
                false => Err(CopyError::OtherSource { url: url.to_string() }),
            };
        }
        transaction::run(&mut connection, |tx| {
            for &table in TABLES {
                let exists =
                    format!("SELECT count(*) AS value FROM (SELECT 1 FROM {table} LIMIT 1) AS first");
                if number(tx.connection(), &exists)? > 0 {
                    return Err(CopyError::NotEmpty { url: url.to_string(), table });
                }
            }
            let create = format!("CREATE TABLE {COPY_BEGUN} (fingerprint TEXT NOT NULL)");
            tx.connection().batch_execute(&create).map_err(Error::from)?;
            let insert = format!("INSERT INTO {COPY_BEGUN} (fingerprint) VALUES ('{fingerprint}')");
            tx.connection().batch_execute(&insert).map_err(Error::from)?;
            Ok(())
        })?;
        Ok(Self { connection })
    }

    /// How many rows an earlier run has copied into a table, and the last id among them.
    pub fn copied(&mut self, table: &str) -> Result<(u64, i64), Error> {
        let any = &mut self.connection.any;
        let rows = number(any, &format!("SELECT count(*) AS value FROM {table}"))?;
        if rows == 0 {
            return Ok((0, i64::MIN));
        }
        let last = number(any, &format!("SELECT max(id) AS value FROM {table}"))?;
        Ok((u64::try_from(rows).unwrap_or_default(), last))
    }

    /// Continues the ids where the source stopped, and lets servers use the database.
    pub fn finish(mut self, source: &Source) -> Result<(), CopyError> {
        transaction::run(&mut self.connection, |tx| {
            for (table, extent) in &source.extents {
                set_given_out(tx.connection(), table, extent.given_out.max(extent.highest))?;
            }
            tx.connection().batch_execute(&format!("DROP TABLE {COPY_BEGUN}")).map_err(Error::from)
        })?;
        Ok(())
    }
}

fn begun_with(connection: &mut Connection) -> Result<String, Error> {
    #[derive(QueryableByName)]
    struct Begun {
        #[diesel(sql_type = Text)]
        fingerprint: String,
    }
    let query = format!("SELECT fingerprint FROM {COPY_BEGUN}");
    let begun: Option<Begun> = diesel::sql_query(query).get_result(&mut connection.any).optional()?;
    Ok(begun.map(|begun| begun.fingerprint).unwrap_or_default())
}

fn extents(connection: &mut Connection) -> Result<BTreeMap<&'static str, Extent>, Error> {
    let mut extents = BTreeMap::new();
    for &table in TABLES {
        let rows = number(&mut connection.any, &format!("SELECT count(*) AS value FROM {table}"))?;
        let highest =
            number(&mut connection.any, &format!("SELECT coalesce(max(id), 0) AS value FROM {table}"))?;
        let rows = u64::try_from(rows).unwrap_or_default();
        let given_out = given_out(&mut connection.any, table)?;
        extents.insert(table, Extent { rows, highest, given_out });
    }
    Ok(extents)
}

/// The last id that was given out for a table.
fn given_out(db: &mut AnyConnection, table: &str) -> Result<i64, Error> {
    let query = match db {
        AnyConnection::Sqlite(_) => {
            format!("SELECT coalesce(max(seq), 0) AS value FROM sqlite_sequence WHERE name = '{table}'")
        }
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(_) => format!(
            "SELECT coalesce(pg_sequence_last_value(pg_get_serial_sequence('{table}', 'id')::regclass), 0) AS value"
        ),
    };
    number(db, &query)
}

fn set_given_out(db: &mut AnyConnection, table: &str, last: i64) -> Result<(), Error> {
    if last <= 0 {
        return Ok(());
    }
    match db {
        AnyConnection::Sqlite(sqlite) => {
            for statement in [
                format!("DELETE FROM sqlite_sequence WHERE name = '{table}'"),
                format!("INSERT INTO sqlite_sequence (name, seq) VALUES ('{table}', {last})"),
            ] {
                diesel::sql_query(statement).execute(sqlite)?;
            }
        }
        #[cfg(feature = "postgres")]
        AnyConnection::Postgres(postgres) => {
            diesel::sql_query("SELECT setval(pg_get_serial_sequence($1, 'id'), $2)")
                .bind::<Text, _>(table)
                .bind::<BigInt, _>(last)
                .execute(postgres)?;
        }
    }
    Ok(())
}

fn number(db: &mut AnyConnection, query: &str) -> Result<i64, Error> {
    Ok(one_column::number(db, query)?)
}
