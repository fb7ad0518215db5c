//! Mail: typed messages, written as plain text and as HTML, and handed to a server, or to a folder where there is none.

mod letter;
mod rendering;
mod transport;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lettre::address::Address;
use lettre::message::Mailbox;
use time::OffsetDateTime;

use crate::domain::PublicUrl;
use crate::templates::{TemplateError, Templates};

pub use letter::{Letter, Message, WayBack};
use rendering::Renderer;
use transport::Transport;
pub use transport::{InvalidSmtpUrl, SendError, SmtpServer};

/// The longest that one mail can be on its way. Whoever has one to send has it for longer.
pub const LONGEST_SENDING: Duration = Duration::from_secs(60);

/// What the operator decides.
#[derive(Clone)]
pub struct Settings {
    pub public_url: PublicUrl,
    pub site_name: String,
    pub support_email: Option<String>,
    pub from: Sender,
    pub transport: TransportSettings,
}

#[derive(Clone)]
pub enum TransportSettings {
    /// A file for each mail in this folder, and a line with its link in the log.
    File(PathBuf),
    Smtp(SmtpServer),
}

/// Who mail is from.
#[derive(Clone, Debug)]
pub struct Sender(Mailbox);

#[derive(Debug, thiserror::Error)]
#[error("must be an email address, or a name with one in angle brackets: Harbour Books <desk@example.com>")]
pub struct InvalidSender;

impl Sender {
    /// `address` or `Name <address>`; the name is `default_name` if there is none.
    pub fn parse(text: &str, default_name: &str) -> Result<Self, InvalidSender> {
        let Mailbox { name, email } = text.parse().map_err(|_| InvalidSender)?;
        // An international domain goes out as every server understands it.
        let domain = idna::domain_to_ascii(email.domain()).map_err(|_| InvalidSender)?;
        let email = Address::new(email.user(), domain).map_err(|_| InvalidSender)?;
        Ok(Self(Mailbox { name: name.or_else(|| Some(default_name.to_owned())), email }))
    }
}

/// Sends mail. Cheap to clone.
#[derive(Clone)]
pub struct Mailer(Arc<Parts>);

struct Parts {
    renderer: Renderer,
    transport: Transport,
}

impl Mailer {
    pub fn new(settings: Settings, templates: &Templates) -> Result<Self, TemplateError> {
        let transport = Transport::new(settings.transport.clone());
        Ok(Self(Arc::new(Parts { renderer: Renderer::new(settings, templates)?, transport })))
    }

    /// Where mail goes as files, if it is not sent.
    pub fn folder(&self) -> Option<&Path> {
        match &self.0.transport {
            Transport::File(folder) => Some(folder),
            Transport::Smtp(_) => None,
        }
    }

    /// Hands a letter over; it is as good as there then. Gives up within [`LONGEST_SENDING`]: a server that needs longer
    /// to say that it has taken a mail may get it twice.
    pub async fn send(&self, letter: &Letter, now: OffsetDateTime) -> Result<(), SendError> {
        let Parts { renderer, transport } = &*self.0;
        let written = renderer.write(letter, now)?;
        match tokio::time::timeout(LONGEST_SENDING, transport.send(letter, written)).await {
            Ok(sent) => sent,
            Err(_) => Err(SendError::passing(format!("not done after {LONGEST_SENDING:?}"))),
        }
    }
}

#[cfg(test)]
mod tests;
