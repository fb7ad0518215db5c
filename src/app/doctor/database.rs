//! Whether the database can be reached and read, keeps its text in UTF-8, and lets the server write.

use super::{Outcome, Subject};
use crate::storage::{DatabaseUrl, Error, Examination, Examined};

/// Of checks that have nothing to look at.
const NOT_THERE: &str = "there is no database that can be read";

pub fn check(subject: &mut Subject) -> Vec<Outcome> {
    let url = &subject.settings.database_url;
    let server_or_file = match url {
        DatabaseUrl::Sqlite(_) => "check database_url and data_dir, and that this user can read the file",
        DatabaseUrl::Postgres(_) => "check database_url, and that the server runs and lets this machine in",
    };
    let mut database = match Examination::open(url) {
        Err(error) => return vec![Outcome::error(error, server_or_file)],
        Ok(Examined::Missing) => {
            return vec![Outcome::warning(
                format_args!("there is no {url}: the first start makes it"),
                "if there should be one, check database_url, data_dir and the working directory",
            )];
        }
        Ok(Examined::Restoring(marker)) => {
            return vec![Outcome::error(
                format_args!("a restore of {url} was interrupted, and has left {marker}"),
                "run `frontdesk restore` again; what was there before is beside it, under a name with `.replaced-`",
            )];
        }
        Ok(Examined::LogWithoutIndex) => {
            return vec![Outcome::warning(
                format_args!("{url} has a log (-wal) without its index (-shm), as after a crash or a copy"),
                "start the server or run `frontdesk migrate`, which take the log into the database; then run this again",
            )];
        }
        Ok(Examined::Open(database)) => *database,
    };
    let outcome = match database.version() {
        Ok((version, true)) => Outcome::ok(format_args!("{url}, {version}")),
        Ok((version, false)) => {
            Outcome::error(format_args!("{url} is {version}"), "use PostgreSQL 15 or later")
        }
        Err(error) => {
            return vec![Outcome::error(format_args!("{url} cannot be read: {error}"), unreadable(url))];
        }
    };
    let mut outcomes = vec![outcome];
    if let Some(host) = subject.settings.database_host_in_clear() {
        outcomes.push(Outcome::warning(
            format_args!("the connection to the database at {host} may be unencrypted"),
            "set sslmode=verify-full (or require) in database_url",
        ));
    }
    subject.database = Some(database);
    outcomes
}

/// A server that starts or stops meanwhile may change the file under the question, so one error does not say that it is
/// damaged.
fn unreadable(url: &DatabaseUrl) -> &'static str {
    match url {
        DatabaseUrl::Sqlite(_) => {
            "run this again; if it stays so, the file may be damaged or no database: put a back-up in its place with \
             `frontdesk restore`"
        }
        DatabaseUrl::Postgres(_) => {
            "run this again; if it stays so, look at the log of the PostgreSQL server"
        }
    }
}

pub fn encoding(subject: &mut Subject) -> Vec<Outcome> {
    with_database(subject, |_, database| {
        Ok(vec![match database.encoding()? {
            (encoding, true) => Outcome::ok(format_args!("text is in {encoding}")),
            (encoding, false) => Outcome::error(
                format_args!("text is in {encoding}, and has to be in UTF-8"),
                "make a new database (PostgreSQL: CREATE DATABASE … ENCODING 'UTF8' TEMPLATE template0)",
            ),
        }])
    })
}

pub fn rights(subject: &mut Subject) -> Vec<Outcome> {
    with_tables(subject, |subject, database| {
        if let DatabaseUrl::Sqlite(_) = subject.settings.database_url {
            return Ok(vec![Outcome::skipped("on SQLite the modes of the files decide")]);
        }
        if database.is_standby()? {
            return Ok(vec![Outcome::error(
                "the server is a standby, which refuses to write",
                "name all hosts in database_url, so that the one that accepts writes is used",
            )]);
        }
        let forbidden = database.forbidden_tables()?;
        Ok(vec![match forbidden.is_empty() {
            true => Outcome::ok("the role may read and change every table"),
            false => Outcome::error(
                format_args!("the role may not read and change {}", forbidden.join(", ")),
                "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA … TO the role",
            ),
        }])
    })
}

/// Runs a check on the database, if there is one. An error is a finding.
pub fn with_database(
    subject: &mut Subject,
    check: impl FnOnce(&Subject, &mut Examination) -> Result<Vec<Outcome>, Error>,
) -> Vec<Outcome> {
    let Some(mut database) = subject.database.take() else { return vec![Outcome::skipped(NOT_THERE)] };
    let outcomes = check(subject, &mut database);
    subject.database = Some(database);
    outcomes.unwrap_or_else(|error| vec![Outcome::error(error, unreadable(&subject.settings.database_url))])
}

/// Runs a check that reads the tables of this release, if they are there.
pub fn with_tables(
    subject: &mut Subject,
    check: impl FnOnce(&Subject, &mut Examination) -> Result<Vec<Outcome>, Error>,
) -> Vec<Outcome> {
    match (&subject.database, subject.is_migrated) {
        (Some(_), false) => vec![Outcome::skipped("the database does not have the tables of this release")],
        _ => with_database(subject, check),
    }
}
