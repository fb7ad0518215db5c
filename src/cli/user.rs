//! `frontdesk user …`: accounts, from a shell on the machine.

use clap::Subcommand;

use super::{CliError, say};
use crate::accounts::{Accounts, Administered, AdministrativeAct};
use crate::domain::{Actor, Client};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Disable an account and end its sessions
    Disable {
        /// The address of the account, in any spelling
        email: String,
    },
    /// Enable a disabled account
    Enable {
        /// The address of the account, in any spelling
        email: String,
    },
    /// Unlock an account after too many wrong passwords
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

/// Finds the account, performs the act, and prints the new state.
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
    let user =
        user.ok_or_else(|| CliError::Refused(format!("there is no account with the address {email}")))?;
    Ok(accounts.administer(Actor::CommandLine, user.id, act, &Client::command_line()).await?)
}
