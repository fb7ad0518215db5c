//! `frontdesk secrets …`: the keys that encrypt stored secrets which must be read back.

use clap::Subcommand;

use super::{CliError, say};
use crate::accounts::{Accounts, SecretKeyStatus};

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Put a new key into the key file, before the old ones, which still decrypt; it is used from the next start on
    Rotate,
    /// List the keys that this node has, and those that the database needs
    List,
}

impl Command {
    pub async fn run(self, accounts: Accounts) -> Result<(), CliError> {
        match self {
            Self::Rotate => rotate(accounts).await,
            Self::List => list(accounts).await,
        }
    }
}

async fn rotate(accounts: Accounts) -> Result<(), CliError> {
    let place = accounts.tokens().secret_keys_place();
    let Some(id) = accounts.tokens().rotate_secret_key().await? else {
        return Err(CliError::Refused(format!(
            "the key is in the setting {place}: put a new one before it there (openssl rand -base64 32), with a space \
             between"
        )));
    };
    say(format_args!(
        "{id} is the first key in {place}. If there are other nodes, copy the file to them now. \
         Restart to encrypt with it. Keep the old keys while `frontdesk secrets list` shows them in use."
    ))
}

async fn list(accounts: Accounts) -> Result<(), CliError> {
    let keys = accounts.tokens().secret_keys().await?;
    if keys.is_empty() {
        eprintln!("There is no key yet. The server makes one at its first start.");
        return Ok(());
    }
    say("KEY       ENCRYPTS  IN USE")?;
    for SecretKeyStatus { id, is_current, is_present, used } in keys {
        let encrypts = match (is_current, is_present) {
            (true, _) => "yes",
            (false, true) => "no",
            (false, false) => "missing",
        };
        let plural = if used == 1 { "secret" } else { "secrets" };
        say(format_args!("{id:<8}  {encrypts:<8}  {used} {plural}"))?;
    }
    Ok(())
}
