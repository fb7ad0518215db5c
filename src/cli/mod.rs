//! The command line: one file per subcommand.

mod admin;
mod background;
mod backup;
mod completions;
mod database;
mod doctor;
mod event_forwarding;
mod hash;
mod health;
mod keys;
mod log;
mod mail;
mod man;
mod memory;
mod migrate;
mod password;
mod progress;
mod prompt;
mod restore;
mod scheduled_backups;
mod secrets;
mod serve;
mod service_manager;
mod signals;
mod smoke;
mod templates;
mod user;

use std::fmt::Display;
use std::io::{ErrorKind, Write};
use std::path::PathBuf;

use clap::{Parser, Subcommand};
use clap_complete::Shell;

use event_forwarding::{Forwarding, Target};

use crate::accounts::{Accounts, AdministerError, Clock, Failure, RotateKeysError};
use crate::app::{self, Parts, Settings, StartError};
use crate::backup::BackupError;
use crate::config::{ConfigError, Layers};
use crate::listener::Passed;

/// The front door of an application: sign-up, log-in, accounts, and the list of users.
///
/// Without a subcommand it serves. Settings come from Rocket.toml and from FRONTDESK_… variables; docs/CONFIGURATION.md
/// lists them all.
#[derive(Debug, Parser)]
#[command(version = env!("VERSION_WITH_COMMIT"), max_term_width = 100)]
pub struct Cli {
    /// Read settings from this file instead of Rocket.toml in the working directory
    #[arg(long, global = true, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Serve the pages and the API (the default without a subcommand)
    Serve(serve::Arguments),
    /// Create the database, or bring its tables up to date, and exit
    Migrate,
    /// Back up the database while it is in use, rehearse a restore, and list back-ups
    Backup(backup::Command),
    /// Put a back-up in the place of the database; what was there is kept
    Restore(restore::Arguments),
    /// Move to another database
    #[command(subcommand)]
    Database(database::Command),
    /// Ask the running server whether it is ready, as the health check of a container does
    Health(health::Arguments),
    /// Try a running server out over HTTP: its pages, and an account from sign-up to its end
    ///
    /// Needs no settings. Exits with 1 if a check fails.
    Smoke(smoke::Arguments),
    /// Examine the installation: print what is wrong and what to do, and change nothing
    ///
    /// Checks the configuration, modes of files, the clock, the database and its migrations and indexes, keys, the cost
    /// of a hash, the mail server (connects and logs in), public_url and cookies, proxies, disks, back-ups, templates
    /// and limits. Works with and without a running server. Exits with 1 if a finding is an error, and with 0 if all
    /// are ok, skipped or warnings.
    Doctor(doctor::Arguments),
    /// Create, grant, revoke and list administrators
    #[command(subcommand)]
    Admin(admin::Command),
    /// Check a password hash, measure this machine, and find the cost that suits it
    #[command(subcommand)]
    Hash(hash::Command),
    /// Replace and list the keys that sign access tokens
    #[command(subcommand)]
    Keys(keys::Command),
    /// Replace and list the keys that encrypt what is stored
    #[command(subcommand)]
    Secrets(secrets::Command),
    /// Send a test mail
    #[command(subcommand)]
    Mail(mail::Command),
    /// Check which passwords would be accepted
    #[command(subcommand)]
    Password(password::Command),
    /// Check the templates and the words of pages and mails
    #[command(subcommand)]
    Templates(templates::Command),
    /// Disable, enable and unlock accounts
    #[command(subcommand)]
    User(user::Command),
    /// Print the completions of the command line for a shell
    Completions { shell: Shell },
    /// Write the manual pages, one for each command, into a folder that exists
    Man {
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
    },
}

/// Why a command has failed: one line on standard error.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error(transparent)]
    Start(#[from] StartError),
    #[error("{0}")]
    Refused(String),
    #[error(transparent)]
    Failure(#[from] Failure),
}

impl Cli {
    /// Runs the command, and returns when it is done. Every command needs valid settings, except those that describe the
    /// command line, of which packages are made, the one that tries out a server elsewhere, and `doctor`, which says what is
    /// wrong with settings.
    pub fn run(self) -> Result<(), CliError> {
        let command = match self.command.unwrap_or(Command::Serve(serve::Arguments::default())) {
            Command::Completions { shell } => return completions::run(shell),
            Command::Man { folder } => return man::run(&folder),
            Command::Smoke(arguments) => return arguments.run(),
            Command::Doctor(arguments) => return arguments.run(self.config.as_deref()),
            command => command,
        };
        let mut layers = Layers::read(self.config.as_deref())?;
        let mut passed = Passed::none();
        if let Command::Serve(arguments) = &command {
            layers.figment = arguments.over(layers.figment);
            passed = Passed::take();
        }
        let config = layers.config()?;
        let settings = Settings::read(&layers.figment, &config)?;
        if let Command::Health(arguments) = command {
            return arguments.run(&settings.listener);
        }
        let parts = app::build(&settings)?;
        let forwarding = config.events.forward.as_deref().map(forwarded_to).transpose()?;
        let accounts = |parts| accounts(&settings, parts, forwarding.as_ref());
        match command {
            Command::Doctor(_)
            | Command::Health(_)
            | Command::Smoke(_)
            | Command::Completions { .. }
            | Command::Man { .. } => Ok(()),
            Command::Serve(_) => serve::run(layers, &config, settings, parts, passed, forwarding.as_ref()),
            Command::Migrate => migrate::run(&settings),
            Command::Backup(command) => command.run(&layers, &config, &settings),
            Command::Restore(arguments) => restore::run(&settings, arguments),
            Command::Database(command) => command.run(&settings),
            Command::Admin(command) => in_runtime(command.run(accounts(parts)?)),
            Command::Hash(command) => command.run(&settings.hashing),
            Command::Keys(command) => in_runtime(command.run(accounts(parts)?)),
            Command::Secrets(command) => in_runtime(command.run(accounts(parts)?)),
            Command::Mail(command) => in_runtime(command.run(accounts(parts)?)),
            Command::Password(command) => command.run(&app::password_policy(&settings)?),
            Command::Templates(command) => command.run(&settings, &parts),
            Command::User(command) => in_runtime(command.run(accounts(parts)?)),
        }
    }
}

/// Where events go beside the database. What is returned has to live as long as the command runs.
fn forwarded_to(target: &str) -> Result<Forwarding, ConfigError> {
    Forwarding::start(Target::parse(target)?)
        .map_err(|error| ConfigError::new("events.forward", format!("cannot open {target}: {error}")))
}

fn accounts(
    settings: &Settings,
    parts: Parts,
    forwarding: Option<&Forwarding>,
) -> Result<Accounts, StartError> {
    let accounts = app::accounts(settings, parts.mailer, Clock::system())?;
    if let Some(forwarding) = forwarding {
        forwarding.follow(&accounts);
    }
    Ok(accounts)
}

/// Writes a line to standard output. A broken pipe is no error, because the reader may stop early.
fn say(text: impl Display) -> Result<(), CliError> {
    match writeln!(std::io::stdout(), "{text}") {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        written => written.map_err(|error| CliError::Refused(format!("cannot write: {error}"))),
    }
}

fn in_runtime<T>(work: impl Future<Output = Result<T, CliError>>) -> Result<T, CliError> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| CliError::Refused(format!("cannot start: {error}")))?.block_on(work)
}

impl From<BackupError> for CliError {
    fn from(error: BackupError) -> Self {
        Self::Refused(error.to_string())
    }
}

impl From<ConfigError> for CliError {
    fn from(error: ConfigError) -> Self {
        Self::Start(error.into())
    }
}

impl From<RotateKeysError> for CliError {
    fn from(error: RotateKeysError) -> Self {
        match error {
            RotateKeysError::Failure(failure) => Self::Failure(failure),
            RotateKeysError::TooMany => Self::Refused(format!(
                "{error}; wait an hour until old ones are deleted, or use --forget-old"
            )),
        }
    }
}

impl From<AdministerError> for CliError {
    fn from(error: AdministerError) -> Self {
        match error {
            AdministerError::Failure(failure) => Self::Failure(failure),
            AdministerError::NotFound => Self::Refused("there is no such user".into()),
            AdministerError::Unconfirmed => Self::Refused(
                "the address is not confirmed, so anyone may have signed up with it; \
                 have it confirmed first, or use --unconfirmed if you know whose account it is"
                    .into(),
            ),
            AdministerError::LastAdministrator => Self::Refused(
                "this is the last administrator; make another one first (frontdesk admin grant EMAIL)".into(),
            ),
        }
    }
}
