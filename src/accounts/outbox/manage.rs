//! The outbox as operators and administrators see it.

use std::path::Path;

use super::Outbox;
use super::send::message_id;
use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Failure, SignedIn};
use crate::domain::{Client, EmailAddress, EventKind, MailCounts, MailFilter, MailId, MailPage};
use crate::mail::{About, Message, OutgoingMail, SendError};
use crate::storage::{events, mail_list, mails};

/// How many mails a list shows.
const PAGE_SIZE: usize = 50;

#[derive(Debug, thiserror::Error)]
pub enum RetryMailError {
    /// There is no such mail, or it has not been given up.
    #[error("there is no such mail that was given up")]
    NotGivenUp,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(RetryMailError);

impl Outbox {
    /// Sends a test mail at once.
    pub async fn send_test(&self, to: EmailAddress) -> Result<(), SendError> {
        let now = self.core.clock.now();
        let id = message_id().map_err(|error| SendError::transient(&error.to_string()))?;
        let client = Client::command_line();
        let outgoing = OutgoingMail {
            id,
            number: None,
            to,
            language: None,
            client,
            caused_at: now,
            message: Message::new(About::Test),
        };
        self.mailer.send(&outgoing, now).await
    }

    /// The folder into which mails are written instead of being sent, if there is one.
    pub fn folder(&self) -> Option<&Path> {
        self.mailer.folder()
    }

    /// The host of the mail server, if the connection to it is not encrypted.
    pub fn host_in_clear(&self) -> Option<&str> {
        self.mailer.host_in_clear()
    }

    /// A page of mails, the newest first, from before one on.
    pub async fn list(&self, filter: MailFilter, before: Option<MailId>) -> Result<MailPage, Failure> {
        Ok(self.core.storage.read(move |db| mail_list::page(db, filter, before, PAGE_SIZE)).await?)
    }

    pub async fn counts(&self) -> Result<MailCounts, Failure> {
        Ok(self.core.storage.read(mail_list::counts).await?)
    }

    /// Retries a mail that was given up, for as long as a new one.
    pub async fn retry(
        &self,
        administrator: &SignedIn,
        id: MailId,
        client: &Client,
    ) -> Result<(), RetryMailError> {
        let audit = self.core.audit(&administrator.user, client);
        self.core
            .storage
            .write(move |tx| {
                let mail = mails::retry(tx, id, audit.at)?.ok_or(RetryMailError::NotGivenUp)?;
                events::record(tx, &audit, EventKind::MailRetried, mail.user)?;
                Ok(())
            })
            .await
    }
}
