//! `frontdesk keys …`: the keys that sign access tokens.

use clap::Subcommand;

use super::{CliError, say};
use crate::accounts::{Accounts, OldKeys, RotatedKey};
use crate::domain::time_text;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Make a new key; old ones stay valid until their last token has expired
    Rotate {
        /// Stop accepting what the old keys have signed, at once: for a key that may have leaked
        #[arg(long)]
        forget_old: bool,
    },
    /// List the keys that are accepted, the oldest first
    List,
}

impl Command {
    pub async fn run(self, accounts: Accounts) -> Result<(), CliError> {
        match self {
            Self::Rotate { forget_old } => rotate(accounts, forget_old).await,
            Self::List => list(accounts).await,
        }
    }
}

async fn rotate(accounts: Accounts, forget_old: bool) -> Result<(), CliError> {
    // Do not read the old keys before forgetting them: it must also work if they cannot be decrypted.
    let old = match forget_old {
        true => OldKeys::Forget,
        false => OldKeys::PhaseOut,
    };
    let has_others = old == OldKeys::PhaseOut && !accounts.tokens().signing_keys().await?.is_empty();
    let RotatedKey { id, signs_at, is_delayed } = accounts.tokens().rotate_keys(old).await?;
    if is_delayed {
        return say(format_args!(
            "{id} is published, but signs only from {} on: an older key carries a date in the future, made while the \
             clock was ahead. Older keys sign until then. To use a new key at once, and accept nothing that the old ones \
             have signed: frontdesk keys rotate --forget-old",
            time_text(signs_at)
        ));
    }
    if has_others {
        return say(format_args!(
            "{id} is published, and signs in ten minutes, when every service can know it. \
             What older keys have signed stays valid until it expires."
        ));
    }
    say(format_args!("{id} signs from now on, and no other key is accepted."))
}

async fn list(accounts: Accounts) -> Result<(), CliError> {
    let keys = accounts.tokens().signing_keys().await?;
    if keys.is_empty() {
        eprintln!("There is no key yet. The server makes one at its first start.");
        return Ok(());
    }
    say("KEY                                          ALGORITHM  MADE        SIGNS")?;
    for key in &keys {
        let signs = if key.is_signing { "yes" } else { "no" };
        say(format_args!("{:<43}  {:<9}  {}  {signs}", key.id, key.algorithm.code(), key.created_at.date()))?;
    }
    if keys.iter().any(|key| key.is_from_the_future) {
        eprintln!(
            "A key carries a date in the future: it was made while the clock was ahead, and signs only then. \
             `frontdesk keys rotate --forget-old` replaces all keys at once; programs then have to log in again."
        );
    }
    Ok(())
}
