//! Sending what is due, retrying it, and giving up after long enough.

use std::time::{Duration as StdDuration, Instant};

use time::Duration;

use super::Outbox;
use super::compose::{Composed, Composing};
use crate::accounts::Failure;
use crate::domain::{Mail, MailState, TRIED_FOR, UNCONFIRMED_WAIT, back_off};
use crate::mail::{LONGEST_SENDING, Letter, SendError, SendErrorKind};
use crate::storage::{self, Transaction, mails};

/// How long a claim holds. A mail whose sender has died is retried after it.
const LEASE: Duration = Duration::seconds(2 * LONGEST_SENDING.as_secs() as i64);

/// The pause before the result of a mail is stored again.
const STORE_RETRY: StdDuration = StdDuration::from_secs(1);

/// What taking a mail out of the outbox gave.
enum Claimed {
    Nothing,
    /// Its cause is gone: there is nothing to say any more.
    Dropped,
    Mail(Box<(Mail, Composed)>),
}

impl Outbox {
    /// Sends all mail that is due, one after another, as long as `may_go_on` says so. Returns how many were tried. Dropping
    /// the future in the middle may send one twice.
    pub async fn send_due(&self, may_go_on: impl Fn() -> bool) -> Result<usize, Failure> {
        let mut tried = 0;
        while may_go_on() && self.send_next().await? {
            tried += 1;
        }
        Ok(tried)
    }

    /// False if none is due.
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
                let (mail, Composed { to, message }) = *claimed;
                let letter = Letter {
                    id: mail.message_id.clone(),
                    number: Some(mail.id.0),
                    to,
                    client: mail.client.clone(),
                    caused_at: mail.created_at,
                    message,
                };
                let sent = self.mailer.send(&letter, now).await;
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

    /// A mail of which this is not noted goes out again when its claim is over: so it is tried for as long as that holds.
    async fn store(&self, mail: Mail) -> Result<(), Failure> {
        let deadline = Instant::now() + LONGEST_SENDING;
        loop {
            let mail = mail.clone();
            match self.core.storage.write(move |tx| mails::settle(tx, &mail)).await {
                Err(error @ storage::Error::Unavailable(_)) if Instant::now() < deadline => {
                    tracing::warn!("what has become of a mail could not be noted yet: {error}");
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

/// From 0 to 1.
fn chance() -> Result<f64, Failure> {
    let mut octets = [0; 4];
    getrandom::fill(&mut octets)?;
    Ok(f64::from(u32::from_le_bytes(octets)) / f64::from(u32::MAX))
}
