//! A mail and its state, as administrators see it.

use serde::Serialize;

use super::messages;
use super::time::Time;
use crate::domain::{Mail, MailState};

#[derive(Serialize)]
pub struct MailView {
    id: i64,
    text: &'static str,
    to: String,
    /// Whose account it is about, if that is known.
    user_id: Option<i64>,
    created: Time,
    /// `waiting`, `sent` or `given_up`.
    state: &'static str,
    /// When it was sent or given up, or is tried next.
    at: Time,
    attempts: i64,
    /// Why the last attempt failed.
    error: Option<String>,
}

impl From<Mail> for MailView {
    fn from(mail: Mail) -> Self {
        let (state, at) = match mail.state {
            MailState::Waiting { next_attempt_at } => ("waiting", next_attempt_at),
            MailState::Sent { at } => ("sent", at),
            MailState::GivenUp { at } => ("given_up", at),
        };
        Self {
            id: mail.id.0,
            text: messages::mail(mail.kind),
            to: mail.to.as_typed().to_owned(),
            user_id: mail.user.map(|id| id.0),
            created: mail.created_at.into(),
            state,
            at: at.into(),
            attempts: mail.attempts,
            error: mail.last_error,
        }
    }
}
