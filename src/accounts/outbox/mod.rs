//! The outbox: what flows have put into it is sent, tried again, and given up when it was tried for long enough.
//!
//! A link is made when its mail is about to be sent: until then there is nothing to be stolen, and afterwards only its
//! digest is kept. Several processes may send at once: who has claimed a mail has it alone until the claim is over.

mod compose;

use std::path::Path;
use std::time::{Duration as StdDuration, Instant};

use time::Duration;

use super::{Accounts, Failure, SignedIn};
use crate::domain::{
    Client, EmailAddress, EventKind, Mail, MailCounts, MailFilter, MailId, MailPage, MailState, TRIED_FOR,
    UNCONFIRMED_WAIT, back_off,
};
use crate::mail::{LONGEST_SENDING, Letter, Message, SendError, SendErrorKind};
use crate::storage::{self, Transaction, events, mail_list, mails};
use compose::{Composed, Composing};

/// For so long a claim holds. A mail whose sender has died is tried again after it.
const LEASE: Duration = Duration::seconds(2 * LONGEST_SENDING.as_secs() as i64);

const NOTED_AGAIN_AFTER: StdDuration = StdDuration::from_secs(1);

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

/// What taking a mail out of the outbox gave.
enum Claimed {
    Nothing,
    /// Its cause is gone: there is nothing to be said any more.
    Dropped,
    Mail(Box<(Mail, Composed)>),
}

impl Accounts {
    /// Sends all mail whose time has come, one after another, while it may, and says how many were tried. Dropping the
    /// future in the middle may send one twice.
    pub async fn send_due_mail(&self, may_go_on: impl Fn() -> bool) -> Result<usize, Failure> {
        let mut tried = 0;
        while may_go_on() && self.send_next_mail().await? {
            tried += 1;
        }
        Ok(tried)
    }

    /// False if there is none.
    async fn send_next_mail(&self) -> Result<bool, Failure> {
        let now = self.0.clock.now();
        if !self.0.storage.read(move |db| mails::is_any_due(db, now)).await? {
            return Ok(false);
        }
        let accounts = self.clone();
        let claimed = self.0.storage.write(move |tx| accounts.claim(tx)).await?;
        match claimed {
            Claimed::Nothing => return Ok(false),
            Claimed::Dropped => {}
            Claimed::Mail(claimed) => {
                let (mail, Composed { to, message }) = *claimed;
                let letter = Letter {
                    id: mail.message_id.clone(),
                    number: Some(mail.id.0),
                    to,
                    client: mail.client.clone(),
                    caused_at: mail.created_at,
                    message,
                };
                let sent = self.0.mailer.send(&letter, now).await;
                self.settle(mail, sent).await?;
            }
        }
        Ok(true)
    }

    fn claim(&self, tx: &mut Transaction<'_>) -> Result<Claimed, Failure> {
        let now = self.0.clock.now();
        let Some(mut mail) = mails::claim(tx, now, now + LEASE, message_id()?)? else {
            return Ok(Claimed::Nothing);
        };
        match self.compose(tx, &mut mail, now)? {
            Composing::Send(composed) => return Ok(Claimed::Mail(Box::new((mail, composed)))),
            // What is about an account, or was seen to fail, is shown to administrators; of the rest nothing is kept.
            Composing::NotSent(reason) if mail.user.is_some() || mail.last_error.is_some() => {
                tracing::debug!("mail {} is not sent: {}", mail.id.0, reason.code());
                mail.state = MailState::NotSent { at: now, reason };
                mails::settle(tx, &mail)?;
            }
            Composing::NotSent(_) => mails::delete(tx, mail.id)?,
        }
        Ok(Claimed::Dropped)
    }

    /// Notes what has become of a mail.
    async fn settle(&self, mut mail: Mail, sent: Result<(), SendError>) -> Result<(), Failure> {
        let now = self.0.clock.now();
        let id = mail.id.0;
        let Err(SendError { reason, kind }) = sent else {
            tracing::debug!("mail {id} is sent");
            mail.state = MailState::Sent { at: now };
            mail.last_error = None;
            return self.note(mail).await;
        };
        let wait = match kind {
            SendErrorKind::Permanent => None,
            SendErrorKind::Transient => Some(back_off(self.0.settings.mail_retry, mail.attempts, chance()?)),
            SendErrorKind::Unconfirmed if mail.unconfirmed_at.is_some() => None,
            SendErrorKind::Unconfirmed => Some(UNCONFIRMED_WAIT),
        };
        match wait.filter(|wait| now + *wait <= mail.queued_at + TRIED_FOR) {
            Some(wait) => {
                tracing::warn!("mail {id} is not sent, and tried again in {wait:.0}: {reason}");
                mail.state = MailState::Waiting { next_attempt_at: now + wait };
            }
            None => {
                tracing::error!("mail {id} is given up after {} attempts: {reason}", mail.attempts);
                mail.state = MailState::GivenUp { at: now };
            }
        }
        if kind == SendErrorKind::Unconfirmed {
            mail.unconfirmed_at = Some(now);
        }
        mail.last_error = Some(reason);
        self.note(mail).await
    }

    /// A mail of which this is not noted goes out again when its claim is over: so it is tried for as long as that holds.
    async fn note(&self, mail: Mail) -> Result<(), Failure> {
        let deadline = Instant::now() + LONGEST_SENDING;
        loop {
            let mail = mail.clone();
            match self.0.storage.write(move |tx| mails::settle(tx, &mail)).await {
                Err(error @ storage::Error::Unavailable(_)) if Instant::now() < deadline => {
                    tracing::warn!("what has become of a mail could not be noted yet: {error}");
                    tokio::time::sleep(NOTED_AGAIN_AFTER).await;
                }
                noted => return Ok(noted?),
            }
        }
    }

    /// Sends a letter that asks nothing of anybody, at once, and says why not.
    pub async fn send_test_mail(&self, to: EmailAddress) -> Result<(), SendError> {
        let now = self.0.clock.now();
        let id = message_id().map_err(|error| SendError::transient(&error.to_string()))?;
        let client = Client::command_line();
        let letter = Letter { id, number: None, to, client, caused_at: now, message: Message::Test };
        self.0.mailer.send(&letter, now).await
    }

    /// Where mail goes as files, if it is not sent.
    pub fn mail_folder(&self) -> Option<&Path> {
        self.0.mailer.folder()
    }

    /// The host of the mail server, if what goes there can be read on the way.
    pub fn mail_host_in_clear(&self) -> Option<&str> {
        self.0.mailer.host_in_clear()
    }

    /// A page of all mail, the newest first, from before one on.
    pub async fn list_mail(&self, filter: MailFilter, before: Option<MailId>) -> Result<MailPage, Failure> {
        Ok(self.0.storage.read(move |db| mail_list::page(db, filter, before, PAGE_SIZE)).await?)
    }

    pub async fn mail_counts(&self) -> Result<MailCounts, Failure> {
        Ok(self.0.storage.read(mail_list::counts).await?)
    }

    /// Has one that was given up tried again, for as long as a new one.
    pub async fn retry_mail(
        &self,
        administrator: &SignedIn,
        id: MailId,
        client: &Client,
    ) -> Result<(), RetryMailError> {
        let occasion = self.occasion(&administrator.user, client);
        self.0
            .storage
            .write(move |tx| {
                let mail = mails::retry(tx, id, occasion.at)?.ok_or(RetryMailError::NotGivenUp)?;
                events::record(tx, &occasion, EventKind::MailRetried, mail.user)?;
                Ok(())
            })
            .await
    }
}

/// 128 random bits: a recipient learns nothing about other mails from them.
fn message_id() -> Result<String, getrandom::Error> {
    let mut octets = [0; 16];
    getrandom::fill(&mut octets)?;
    Ok(format!("{:032x}", u128::from_be_bytes(octets)))
}

/// From 0 to 1.
fn chance() -> Result<f64, Failure> {
    let mut octets = [0; 4];
    getrandom::fill(&mut octets)?;
    Ok(f64::from(u32::from_le_bytes(octets)) / f64::from(u32::MAX))
}

impl From<storage::Error> for RetryMailError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
