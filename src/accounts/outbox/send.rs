//! Sends mails that are due, retries them, and gives them up after a day.

use std::time::{Duration as StdDuration, Instant};

use time::Duration;

use super::Outbox;
use super::compose::{Composed, Composing};
use crate::accounts::Failure;
use crate::domain::{Mail, MailState, TRIED_FOR, UNCONFIRMED_WAIT, back_off};
use crate::mail::{MAX_SENDING_TIME, OutgoingMail, SendError, SendErrorKind};
use crate::storage::{self, Transaction, mails};

/// How long a claim is valid. A mail whose sender has died is retried after that.
const LEASE: Duration = Duration::seconds(2 * MAX_SENDING_TIME.as_secs() as i64);

/// The pause before another attempt to store the result of a mail.
const STORE_RETRY: StdDuration = StdDuration::from_secs(1);

/// The result of claiming a mail.
enum Claimed {
    Nothing,
    /// The mail is not needed any more.
    Dropped,
    Mail(Box<(Mail, Composed)>),
}

impl Outbox {
    /// Sends all mails that are due, one after another, as long as `may_go_on` returns true. Returns how many were
    /// tried. If the future is dropped, one mail may be sent twice.
    pub async fn send_due(&self, may_go_on: impl Fn() -> bool) -> Result<usize, Failure> {
        let mut tried = 0;
        while may_go_on() && self.send_next().await? {
            tried += 1;
        }
        Ok(tried)
    }

    /// Returns false if no mail is due.
    async fn send_next(&self) -> Result<bool, Failure> {
        let now = self.core.clock.now();
        if !self.core.storage.read(move |db| mails::is_any_due(db, now)).await? {
            return Ok(false);
        }
        let outbox = self.clone();
        let claimed = self.core.storage.write(move |tx| outbox.claim(tx)).await?;
        match claimed {
            Claimed::Nothing => return Ok(false),
            Claimed::Dropped => {}
            Claimed::Mail(claimed) => {
                let (mail, Composed { to, language, message }) = *claimed;
                let outgoing = OutgoingMail {
                    id: mail.message_id.clone(),
                    number: Some(mail.id.0),
                    to,
                    language,
                    client: mail.client.clone(),
                    caused_at: mail.created_at,
                    message,
                };
                let sent = self.mailer.send(&outgoing, now).await;
                self.settle(mail, sent).await?;
            }
        }
        Ok(true)
    }

    fn claim(&self, tx: &mut Transaction<'_>) -> Result<Claimed, Failure> {
        let now = self.core.clock.now();
        let Some(mut mail) = mails::claim(tx, now, now + LEASE, message_id()?)? else {
            return Ok(Claimed::Nothing);
        };
        match self.compose(tx, &mut mail, now)? {
            Composing::Send(composed) => return Ok(Claimed::Mail(Box::new((mail, composed)))),
            // Keep mails that are about an account or that have failed, because administrators see them; delete all
            // others.
            Composing::NotSent(reason) if mail.user.is_some() || mail.last_error.is_some() => {
                tracing::debug!("mail {} is not sent: {}", mail.id.0, reason.code());
                mail.state = MailState::NotSent { at: now, reason };
                mails::settle(tx, &mail)?;
            }
            Composing::NotSent(_) => mails::delete(tx, mail.id)?,
        }
        Ok(Claimed::Dropped)
    }

    /// Stores the result of sending a mail.
    async fn settle(&self, mut mail: Mail, sent: Result<(), SendError>) -> Result<(), Failure> {
        let now = self.core.clock.now();
        let id = mail.id.0;
        let Err(SendError { reason, kind }) = sent else {
            tracing::debug!("mail {id} is sent");
            mail.state = MailState::Sent { at: now };
            mail.last_error = None;
            return self.store(mail).await;
        };
        let wait = match kind {
            SendErrorKind::Permanent => None,
            SendErrorKind::Transient => {
                Some(back_off(self.core.settings.mail_retry, mail.attempts, chance()?))
            }
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
        self.store(mail).await
    }

    /// If the result is not stored, the mail is sent again when its claim expires, so storing is retried while the
    /// claim is valid.
    async fn store(&self, mail: Mail) -> Result<(), Failure> {
        let deadline = Instant::now() + MAX_SENDING_TIME;
        loop {
            let mail = mail.clone();
            match self.core.storage.write(move |tx| mails::settle(tx, &mail)).await {
                Err(error @ storage::Error::Unavailable(_)) if Instant::now() < deadline => {
                    tracing::warn!("the result of a mail could not be stored yet: {error}");
                    tokio::time::sleep(STORE_RETRY).await;
                }
                noted => return Ok(noted?),
            }
        }
    }
}

/// 128 random bits: a recipient learns nothing about other mails from them.
pub(super) fn message_id() -> Result<String, getrandom::Error> {
    let mut octets = [0; 16];
    getrandom::fill(&mut octets)?;
    Ok(format!("{:032x}", u128::from_be_bytes(octets)))
}

/// A random number from 0 to 1.
fn chance() -> Result<f64, Failure> {
    let mut octets = [0; 4];
    getrandom::fill(&mut octets)?;
    Ok(f64::from(u32::from_le_bytes(octets)) / f64::from(u32::MAX))
}
