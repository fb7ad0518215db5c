//! `frontdesk user …`: accounts, from a shell on the machine.

use clap::Subcommand;

use super::{CliError, say};
use crate::accounts::{Accounts, Administered, AdministrativeAct};
use crate::domain::{Actor, Client};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Keep somebody out and end their sessions
    Disable {
        /// The address of the account, in any spelling
        email: String,
    },
    /// Let them in again
    Enable {
        /// The address of the account, in any spelling
        email: String,
    },
    /// Unlock an account for which there were too many wrong passwords
    Unlock {
        /// The address of the account, in any spelling
        email: String,
    },
}

impl Command {
    pub async fn run(self, accounts: Accounts) -> Result<(), CliError> {
        match self {
            Self::Disable { email } => {
                act(&accounts, &email, AdministrativeAct::Disable, "is disabled").await
            }
            Self::Enable { email } => act(&accounts, &email, AdministrativeAct::Enable, "is enabled").await,
            Self::Unlock { email } => act(&accounts, &email, AdministrativeAct::Unlock, "is unlocked").await,
        }
    }
}

/// Finds the account, does it, and says how things are now.
pub async fn act(
    accounts: &Accounts,
    email: &str,
    act: AdministrativeAct,
    outcome: &str,
) -> Result<(), CliError> {
    let Administered { user, .. } = administer(accounts, email, act).await?;
    say(format_args!("{} {outcome}.", user.email.as_typed()))
}

pub async fn administer(
    accounts: &Accounts,
    email: &str,
    act: AdministrativeAct,
) -> Result<Administered, CliError> {
    let user = accounts.find_by_email(email).await?;
    let user = user.ok_or_else(|| CliError::Refused(format!("nobody has signed up as {email}")))?;
    Ok(accounts.administer(Actor::CommandLine, user.id, act, &Client::command_line()).await?)
}
