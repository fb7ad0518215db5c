//! The programs of PostgreSQL: where they are, whether they are new enough, and how they are run.

use std::io::ErrorKind;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use super::error::BackupError;
use crate::storage::PostgresUri;

/// Where the programs are.
#[derive(Clone, Debug, Default)]
pub struct Programs {
    /// `None`: in the folders of `PATH`.
    folder: Option<PathBuf>,
}

impl Programs {
    pub fn new(folder: Option<PathBuf>) -> Self {
        Self { folder }
    }

    fn command(&self, program: &str) -> Command {
        let mut command = match &self.folder {
            Some(folder) => Command::new(folder.join(program)),
            None => Command::new(program),
        };
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// A command that connects to this database. The password is in its environment, which only its user can read.
    pub fn connecting(&self, program: &str, database: &PostgresUri) -> Result<Command, BackupError> {
        let given = database.for_programs().map_err(|parameter| {
            failed(
                program,
                format!(
                    "{parameter} in database_url cannot be handed to it without showing it to every user of this \
                     machine: use a key file without a password, or a service file (PGSERVICEFILE)"
                ),
            )
        })?;
        let mut command = self.command(program);
        command.arg(format!("--dbname={}", given.uri)).arg("--no-password");
        if let Some(password) = given.password {
            command.env("PGPASSWORD", password);
        }
        Ok(command)
    }

    /// A command that reads an archive.
    pub fn reading(&self, program: &str) -> Command {
        self.command(program)
    }

    /// Checks that the program is there, and at least as new as the server or the archive: PostgreSQL's programs read
    /// older servers and archives, but no newer ones.
    pub fn need(&self, program: &str, major: u32) -> Result<(), BackupError> {
        let output = start(program, self.command(program).arg("--version"))?;
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let found = major_of(&told)
            .ok_or_else(|| failed(program, format!("does not tell its version: {:?}", told.trim())))?;
        if found >= major {
            return Ok(());
        }
        Err(failed(
            program,
            format!(
                "is of PostgreSQL {found}, and the database is of PostgreSQL {major}: install the client programs of \
                 {major} (Debian: postgresql-client-{major}), or name their folder in backup.postgres_programs"
            ),
        ))
    }
}

/// As in `pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)`, or `psql (PostgreSQL) 17beta1`.
fn major_of(version: &str) -> Option<u32> {
    let (_, number) = version.split_once("(PostgreSQL) ")?;
    let digits: String = number.chars().take_while(char::is_ascii_digit).collect();
    digits.parse().ok()
}

/// Runs the command to its end.
///
/// # Errors
///
/// If it fails: with its own message.
pub fn run(program: &str, command: &mut Command) -> Result<Output, BackupError> {
    let output = start(program, command)?;
    if output.status.success() { Ok(output) } else { Err(failed(program, reason(&output.stderr))) }
}

fn start(program: &str, command: &mut Command) -> Result<Output, BackupError> {
    command.output().map_err(|error| not_started(program, &error))
}

pub fn not_started(program: &str, error: &std::io::Error) -> BackupError {
    match error.kind() {
        ErrorKind::NotFound => failed(
            program,
            "is missing: install the client programs of PostgreSQL (Debian: postgresql-client), or name their folder \
             in backup.postgres_programs",
        ),
        _ => failed(program, error),
    }
}

/// What a program said on standard error, on one line: the end of it, where the reason is.
pub fn reason(stderr: &[u8]) -> String {
    let text = String::from_utf8_lossy(stderr);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let last = &lines[lines.len().saturating_sub(4)..];
    if last.is_empty() { "failed, and did not say why".to_owned() } else { last.join("; ") }
}

pub fn failed(program: &str, reason: impl ToString) -> BackupError {
    BackupError::Program { program: program.to_owned(), reason: reason.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_understood() {
        for (told, major) in [
            ("pg_dump (PostgreSQL) 15.14 (Debian 15.14-0+deb12u1)\n", Some(15)),
            ("psql (PostgreSQL) 17beta1", Some(17)),
            ("pg_dump of something else", None),
        ] {
            assert_eq!(major_of(told), major, "{told}");
        }
    }

    #[test]
    fn a_missing_program_is_named_with_what_to_do() {
        let folder = tempfile::TempDir::new().expect("a folder");
        let programs = Programs::new(Some(folder.path().to_owned()));
        let error = programs.need("pg_dump", 15).expect_err("there is none").to_string();
        assert!(
            error.starts_with("pg_dump: is missing: install") && error.contains("backup.postgres_programs")
        );
    }

    #[cfg(unix)]
    #[test]
    fn an_older_program_is_refused() {
        use std::os::unix::fs::PermissionsExt;

        let folder = tempfile::TempDir::new().expect("a folder");
        let program = folder.path().join("pg_dump");
        std::fs::write(&program, "#!/bin/sh\necho 'pg_dump (PostgreSQL) 14.9'\n").expect("a program");
        std::fs::set_permissions(&program, std::fs::Permissions::from_mode(0o700)).expect("a mode");
        let programs = Programs::new(Some(folder.path().to_owned()));
        assert!(programs.need("pg_dump", 14).is_ok());
        let error = programs.need("pg_dump", 15).expect_err("it is older").to_string();
        assert!(error.contains("is of PostgreSQL 14, and the database is of PostgreSQL 15"), "{error}");
    }
}
