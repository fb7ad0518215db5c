//! What is held about a person, as the file that takes it along has it.

use serde::Serialize;
use time::OffsetDateTime;

use crate::accounts::Export;
use crate::domain::{Event, KnownDevice, Mail, MailState, UserId};
use crate::http::representations::{User, UserEvent};

/// What stands before the lists.
#[derive(Serialize)]
pub struct ExportHead {
    #[serde(with = "time::serde::rfc3339")]
    exported_at: OffsetDateTime,
    account: ExportedAccount,
}

#[derive(Serialize)]
struct ExportedAccount {
    #[serde(flatten)]
    user: User,
    /// When they accepted the terms, where signing up required that.
    #[serde(with = "time::serde::rfc3339::option")]
    terms_accepted_at: Option<OffsetDateTime>,
}

/// A browser in which they have logged in, by its cookie.
#[derive(Serialize)]
pub struct ExportedDevice {
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    last_used_at: OffsetDateTime,
}

/// What was written to them.
#[derive(Serialize)]
pub struct ExportedMail {
    kind: &'static str,
    to: String,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    sent_at: Option<OffsetDateTime>,
    /// The new address, where the old one is told.
    other_email: Option<String>,
    /// Who caused it.
    address: Option<String>,
    user_agent: Option<String>,
}

/// What happened to the account, or what its owner did to another.
#[derive(Serialize)]
pub struct ExportedEvent {
    own_account: bool,
    #[serde(flatten)]
    event: UserEvent,
}

impl ExportedEvent {
    pub fn new(event: Event, owner: UserId) -> Self {
        Self { own_account: event.subject == Some(owner), event: UserEvent::from(event) }
    }
}

impl From<&Export> for ExportHead {
    fn from(export: &Export) -> Self {
        let terms_accepted_at = export.user.terms_accepted_at;
        let account = ExportedAccount { user: User::from(&export.user), terms_accepted_at };
        Self { exported_at: export.exported_at, account }
    }
}

impl From<&KnownDevice> for ExportedDevice {
    fn from(device: &KnownDevice) -> Self {
        Self { created_at: device.created_at, last_used_at: device.last_used_at }
    }
}

impl From<&Mail> for ExportedMail {
    fn from(mail: &Mail) -> Self {
        Self {
            kind: mail.kind.code(),
            to: mail.to.as_typed().to_owned(),
            created_at: mail.created_at,
            sent_at: match mail.state {
                MailState::Sent { at } => Some(at),
                MailState::Waiting { .. } | MailState::GivenUp { .. } | MailState::NotSent { .. } => None,
            },
            other_email: mail.other_email.clone(),
            address: mail.client.address.map(|address| address.to_string()),
            user_agent: mail.client.user_agent.clone(),
        }
    }
}
