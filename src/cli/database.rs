//! `frontdesk database …`: moves to another database.

use clap::Subcommand;

use super::progress::{Progress, Unit, grouped};
use super::{CliError, say};
use crate::app::{self, CopiedTable, DatabaseCopy, Settings};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Copy all rows into an empty database, from SQLite to PostgreSQL or the other way
    ///
    /// Stop the servers first: the source must not change meanwhile. A copy that was interrupted goes on where it
    /// stopped, when the command is run again. At the end both databases are read and compared. One of the two may be
    /// left out: then it is the database of the settings. A password need not be in the URL: PGPASSWORD and PGPASSFILE
    /// work.
    Copy {
        /// The database that is read, as sqlite://PATH or postgres://USER@HOST/NAME; a back-up of SQLite works, too
        #[arg(long, value_name = "URL", required_unless_present = "to")]
        from: Option<String>,
        /// The database that is written to: an empty one, or a SQLite file that does not exist
        #[arg(long, value_name = "URL", required_unless_present = "from")]
        to: Option<String>,
    },
}

impl Command {
    pub fn run(self, settings: &Settings) -> Result<(), CliError> {
        let Self::Copy { from, to } = self;
        let refused = |error: app::CopyDatabaseError| CliError::Refused(error.to_string());
        let copy = DatabaseCopy::new(settings, from.as_deref(), to.as_deref()).map_err(refused)?;
        let mut progress = Progress::new(Unit::Rows);
        let copied = copy
            .run(&mut |step| {
                progress.show(&format!("{} {}", step.verb, step.table), step.done, step.total);
            })
            .map_err(refused)?;
        progress.clear();
        say("TABLE             ROWS          SHA-256 OF THE ROWS, THE SAME IN BOTH")?;
        for CopiedTable { name, rows, digest } in &copied {
            let digest: String = digest.iter().take(16).map(|octet| format!("{octet:02x}")).collect();
            say(format_args!("{name:<16}  {:<12}  {digest}…", grouped(*rows)))?;
        }
        say(format_args!(
            "{} has everything that {} has. Set database_url (FRONTDESK_DATABASE_URL) to it and start the \
             server, with the same secrets file. The source is unchanged.",
            copy.to, copy.from
        ))
    }
}
