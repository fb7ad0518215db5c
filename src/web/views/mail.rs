//! A mail and its state, as administrators see it.

use serde::Serialize;

use crate::domain::{Mail, MailId, MailState};
use crate::locale::{Message, Time};
use crate::web::messages;

#[derive(Serialize)]
pub struct MailView {
    id: i64,
    text: Message,
    to: String,
    /// Whose account it is about, if that is known.
    user_id: Option<i64>,
    created: Time,
    /// `waiting`, `sent`, `written`, `given_up` or `not_sent`.
    state: &'static str,
    /// When it was sent or given up, or is tried next.
    at: Time,
    /// Why there was nothing to send.
    reason: Option<Message>,
    /// Since it was last asked for.
    attempts: i64,
    /// Why the last attempt failed.
    error: Option<String>,
    /// Where it can be tried again.
    retry_url: Option<String>,
}

impl MailView {
    /// `is_sent` is whether mail leaves the machine, and is not only written to a folder. `retry_url` is where a mail that
    /// was given up can be tried again.
    pub fn new(mail: Mail, is_sent: bool, retry_url: impl FnOnce(MailId) -> String) -> Self {
        let (state, at, reason) = match mail.state {
            MailState::Waiting { next_attempt_at } => ("waiting", next_attempt_at, None),
            MailState::Sent { at } => (if is_sent { "sent" } else { "written" }, at, None),
            MailState::GivenUp { at } => ("given_up", at, None),
            MailState::NotSent { at, reason } => ("not_sent", at, Some(messages::not_sent(reason))),
        };
        Self {
            id: mail.id.0,
            text: messages::mail(mail.kind),
            to: mail.to.as_typed().to_owned(),
            user_id: mail.user.map(|id| id.0),
            created: mail.created_at.into(),
            state,
            at: at.into(),
            reason,
            attempts: mail.attempts,
            error: mail.last_error,
            retry_url: matches!(mail.state, MailState::GivenUp { .. }).then(|| retry_url(mail.id)),
        }
    }
}
