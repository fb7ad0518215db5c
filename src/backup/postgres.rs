//! Back-ups of PostgreSQL: an archive of `pg_dump` in its custom format, with the tables of Frontdesk and nothing else.

use std::io::{ErrorKind, Read, Write};
use std::path::Path;
use std::process::{Child, Stdio};

use super::Report;
use super::error::BackupError;
use super::programs::{self, Programs, failed, not_started, reason};
use super::sqlite::watched;
use crate::storage::{Contents, DatabaseUrl, Direct, OpenError, PostgresUri};

/// The table in which Diesel notes migrations.
const MIGRATIONS: &str = "__diesel_schema_migrations";

/// How long a lock is waited for, in milliseconds.
const LOCK_WAIT_MS: u32 = 60_000;

const CHUNK: usize = 1 << 16;

/// Writes the archive into an existing file, as of one moment. Returns what is in it, and the version of the server.
pub fn dump(
    uri: &PostgresUri,
    programs: &Programs,
    into: &Path,
    report: &mut Report<'_>,
) -> Result<(Contents, String), BackupError> {
    let url = DatabaseUrl::Postgres(uri.clone());
    let mut direct = Direct::open(&url)?;
    let version = direct.server_version()?;
    programs.need("pg_dump", version.major)?;
    // From here on this connection and `pg_dump` see the same moment, so the counts are those of the archive.
    let snapshot = direct.export_snapshot()?;
    let contents = direct.contents()?;
    if contents.migration.is_none() {
        return Err(OpenError::NoTables { url: url.to_string() }.into());
    }
    let schema = direct.schema()?;
    let mut command = programs.connecting("pg_dump", uri)?;
    command
        .args(["--format=custom", "--no-unlogged-table-data"])
        .arg(format!("--lock-wait-timeout={LOCK_WAIT_MS}"))
        .arg(format!("--snapshot={snapshot}"))
        .arg(format!("--file={}", into.display()));
    let of_limits = direct.table_of_rate_limits()?;
    for table in direct.tables()?.into_iter().chain([MIGRATIONS]).chain(of_limits) {
        command.arg(format!("--table={}.{}", quoted(&schema), quoted(table)));
    }
    watched(into, 0, report, || programs::run("pg_dump", &mut command))?;
    Ok((contents, version.text))
}

/// What a restore on PostgreSQL does with rights and with what is there.
pub struct Swap<'a> {
    /// The end of the name of the schema that keeps the previous tables.
    pub date: &'a str,
    /// Grant the rights that roles had on the tables.
    pub with_privileges: bool,
}

/// Moves the tables of Frontdesk into a schema of their own, and puts those of the archive in their place, in one
/// transaction. Returns the name of the schema, if there were tables.
///
/// # Errors
///
/// Then nothing is changed.
pub fn restore(
    uri: &PostgresUri,
    programs: &Programs,
    archive: &Path,
    swap: &Swap<'_>,
) -> Result<Option<String>, BackupError> {
    let url = DatabaseUrl::Postgres(uri.clone());
    let mut direct = Direct::open(&url)?;
    let version = direct.server_version()?;
    programs.need("pg_restore", 0)?;
    programs.need("psql", version.major)?;
    let others = direct.other_sessions()?;
    if let Some(first) = others.first() {
        let by = format!("{} other sessions ({first})", others.len());
        return Err(BackupError::InUse { url: url.to_string(), by });
    }
    let schema = direct.schema()?;
    let present = direct.migration()?.map(|_| MIGRATIONS).into_iter().chain(direct.tables()?);
    let present = present.chain(direct.table_of_rate_limits()?);
    let kept = format!("frontdesk_replaced_{}", swap.date.to_lowercase().replace('-', "_"));
    let mut before = format!("SET lock_timeout = '{LOCK_WAIT_MS}ms';\n");
    let moves: String = present
        .map(|table| {
            format!("ALTER TABLE {}.{} SET SCHEMA {};\n", quoted(&schema), quoted(table), quoted(&kept))
        })
        .collect();
    if !moves.is_empty() {
        before += &format!("CREATE SCHEMA {};\n{moves}", quoted(&kept));
    }
    drop(direct);
    // An archive of another schema would leave the server without tables.
    let table = format!("{}.{MIGRATIONS}", quoted(&schema)).replace('\'', "''");
    let after = format!(
        "DO $check$ BEGIN IF to_regclass('{table}') IS NULL THEN
             RAISE EXCEPTION 'the archive has no tables of frontdesk in the schema of the database';
         END IF; END $check$;\n"
    );
    // Only this commits: if this process is killed, `psql` finds the end of its input, and the server rolls back.
    let (before, after) = (format!("BEGIN;\n{before}"), format!("{after}COMMIT;\n"));
    let script = Script { before: &before, archive, after: &after };
    run_in_one_transaction(uri, programs, &script, swap.with_privileges)?;
    Ok((!moves.is_empty()).then_some(kept))
}

/// What one transaction does.
struct Script<'a> {
    before: &'a str,
    archive: &'a Path,
    after: &'a str,
}

/// Hands the script to `psql`, whose last statement commits. If reading the archive fails, that statement must not come:
/// `psql` is killed, and the server rolls back.
fn run_in_one_transaction(
    uri: &PostgresUri,
    programs: &Programs,
    script: &Script<'_>,
    with_privileges: bool,
) -> Result<(), BackupError> {
    let mut reading = programs.reading("pg_restore");
    reading.args(["--file=-", "--no-owner"]).arg(script.archive);
    if !with_privileges {
        reading.arg("--no-privileges");
    }
    let mut psql = programs.connecting("psql", uri)?;
    psql.args(["--no-psqlrc", "--quiet", "--set=ON_ERROR_STOP=1", "--file=-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::null());
    let mut reader = reading.spawn().map_err(|error| not_started("pg_restore", &error))?;
    let mut writer = psql.spawn().map_err(|error| {
        let _ = reader.kill();
        not_started("psql", &error)
    })?;
    let (reader_said, writer_said) = (listen(&mut reader), listen(&mut writer));
    let handed_over = hand_over(script, &mut reader, &mut writer);
    let read = reader.wait();
    let is_whole = handed_over.is_ok() && read.as_ref().is_ok_and(|status| status.success());
    if !is_whole {
        let _ = writer.kill();
    }
    // Closes its input, if it has not ended.
    drop(writer.stdin.take());
    let written = writer.wait();
    let (reader_said, writer_said) = (said(reader_said), said(writer_said));
    // If `psql` has ended early, it is its message that has the reason.
    let has_ended_early = matches!(&handed_over, Err(error) if error.kind() == ErrorKind::BrokenPipe);
    if has_ended_early || (is_whole && !written.is_ok_and(|status| status.success())) {
        return Err(failed(
            "psql",
            format!("{}; nothing was changed{}", reason(&writer_said), hint(&writer_said)),
        ));
    }
    if !is_whole {
        let what = handed_over.err().map_or_else(|| reason(&reader_said), |error| error.to_string());
        return Err(failed("pg_restore", format!("{what}; nothing was changed")));
    }
    Ok(())
}

/// What usually helps.
fn hint(stderr: &[u8]) -> &'static str {
    let text = String::from_utf8_lossy(stderr);
    if text.contains("role \"") {
        "; if the role is to stay away, restore with --no-privileges"
    } else if text.contains("permission denied") || text.contains("must be owner") {
        "; the role of database_url has to own the tables, and to have CREATE on the database"
    } else {
        ""
    }
}

fn hand_over(script: &Script<'_>, reader: &mut Child, writer: &mut Child) -> std::io::Result<()> {
    let (Some(output), Some(input)) = (reader.stdout.as_mut(), writer.stdin.as_mut()) else {
        return Err(std::io::Error::other("a pipe is missing"));
    };
    input.write_all(script.before.as_bytes())?;
    let mut chunk = vec![0; CHUNK];
    loop {
        match output.read(&mut chunk)? {
            0 => break,
            read => input.write_all(&chunk[..read])?,
        }
    }
    input.write_all(script.after.as_bytes())?;
    input.flush()
}

type Listening = Option<std::thread::JoinHandle<Vec<u8>>>;

/// Reads what a program says on standard error, so that it never waits for a reader.
fn listen(child: &mut Child) -> Listening {
    let mut stderr = child.stderr.take()?;
    Some(std::thread::spawn(move || {
        let mut text = Vec::new();
        let _ = stderr.read_to_end(&mut text);
        text
    }))
}

fn said(listening: Listening) -> Vec<u8> {
    listening.and_then(|listening| listening.join().ok()).unwrap_or_default()
}

/// Puts the tables of an archive into an empty database.
pub fn unpack(uri: &PostgresUri, programs: &Programs, archive: &Path) -> Result<(), BackupError> {
    let mut command = programs.connecting("pg_restore", uri)?;
    command.args(["--exit-on-error", "--no-owner", "--no-privileges"]).arg(archive);
    programs::run("pg_restore", &mut command).map(drop)
}

/// An identifier in quotes.
fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}
