//! `frontdesk mail …`: tests whether mail can be sent.

use clap::Subcommand;

use super::{CliError, say};
use crate::accounts::Accounts;
use crate::domain::EmailAddress;

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Send a test mail at once, past the outbox, and print why it cannot be sent
    Test {
        /// Where to send it
        address: String,
    },
}

impl Command {
    pub async fn run(self, accounts: Accounts) -> Result<(), CliError> {
        let Self::Test { address } = self;
        let to = EmailAddress::parse(&address)
            .map_err(|_| CliError::Refused(format!("{address} is no email address")))?;
        let sent = accounts.outbox().send_test(to).await;
        sent.map_err(|error| CliError::Refused(format!("the mail cannot be sent: {error}")))?;
        match accounts.outbox().folder() {
            None => say(format_args!("The server has taken the mail to {address}.")),
            Some(folder) => say(format_args!(
                "The mail to {address} is a file in {}. To send it, set mail.transport and mail.smtp_url.",
                folder.display()
            )),
        }
    }
}
