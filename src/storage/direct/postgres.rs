//! What back-ups need to know of a PostgreSQL server, and its scratch databases.

use diesel::connection::SimpleConnection;

use super::Direct;
use crate::storage::Error;

/// The beginning of the names of scratch databases.
const SCRATCH: &str = "frontdesk_rehearsal_";

/// In seconds.
const DAY: i64 = 86_400;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ServerVersion {
    /// As `15.14`.
    pub text: String,
    pub major: u32,
}

impl Direct {
    pub fn server_version(&mut self) -> Result<ServerVersion, Error> {
        let number = self.number("SELECT current_setting('server_version_num')::bigint AS value")?;
        let (major, minor) = (number / 10_000, number % 10_000);
        Ok(ServerVersion {
            text: format!("{major}.{minor}"),
            major: u32::try_from(major).unwrap_or_default(),
        })
    }

    /// Begins a transaction that sees one moment, and returns the name under which `pg_dump` can see the same.
    pub fn export_snapshot(&mut self) -> Result<String, Error> {
        self.run(|any| any.batch_execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"))?;
        Ok(self.texts("SELECT pg_export_snapshot() AS value")?.join(""))
    }

    /// The schema in which tables are created, and found first.
    pub fn schema(&mut self) -> Result<String, Error> {
        Ok(self.texts("SELECT current_schema()::text AS value")?.join(""))
    }

    /// The other clients that are connected to this database, by their names and addresses. The server hides both of
    /// other roles from a role without the right to see them.
    pub fn other_sessions(&mut self) -> Result<Vec<String>, Error> {
        self.texts(
            "SELECT coalesce(nullif(application_name, ''), 'a client')
                 || coalesce(' from ' || host(client_addr), '') AS value
             FROM pg_stat_activity
             WHERE datname = current_database() AND pid <> pg_backend_pid()
               AND coalesce(backend_type, 'client backend') = 'client backend'
             ORDER BY 1",
        )
    }

    /// The role of this connection, and whether it may create databases.
    pub fn may_create_databases(&mut self) -> Result<(String, bool), Error> {
        let role = self.texts("SELECT current_user::text AS value")?.join("");
        let may = self.number(
            "SELECT (rolcreatedb OR rolsuper)::int::bigint AS value FROM pg_roles WHERE rolname = current_user",
        )?;
        Ok((role, may != 0))
    }

    /// Creates an empty database for a rehearsal, and returns its name. `now` is in seconds of Unix. Drops those that
    /// killed processes have left a day ago or longer: their names have their dates.
    pub fn create_scratch_database(&mut self, now: i64) -> Result<String, Error> {
        let left = self.texts(&format!(
            "SELECT datname::text AS value FROM pg_database
             WHERE datname::text ~ '^{SCRATCH}[0-9]{{1,12}}_[0-9]+$'
               AND split_part(datname::text, '_', 3)::bigint < {}",
            now - DAY
        ))?;
        for name in left {
            // Best effort: another role may own it, or another process drop it at the same time.
            let _ = self.run(|any| any.batch_execute(&format!("DROP DATABASE IF EXISTS \"{name}\"")));
        }
        let name = format!("{SCRATCH}{now}_{}", std::process::id());
        let create = format!("CREATE DATABASE \"{name}\" ENCODING 'UTF8' TEMPLATE template0");
        self.run(|any| any.batch_execute(&create))?;
        Ok(name)
    }

    pub fn drop_scratch_database(&mut self, name: &str) -> Result<(), Error> {
        self.run(|any| any.batch_execute(&format!("DROP DATABASE IF EXISTS \"{name}\" WITH (FORCE)")))
    }

    pub fn create_schema(&mut self, name: &str) -> Result<(), Error> {
        self.run(|any| any.batch_execute(&format!("CREATE SCHEMA IF NOT EXISTS {}", quoted(name))))
    }
}

/// An identifier in quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
