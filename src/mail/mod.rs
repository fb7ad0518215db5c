//! Mail: typed messages, written as plain text and as HTML, and handed to a server, or to a folder where there is none.

mod letter;
mod rendering;
mod send_error;
mod smtp;
mod transport;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use lettre::address::Address;
use lettre::message::Mailbox;
use time::OffsetDateTime;

use crate::domain::PublicUrl;
use crate::templates::{TemplateError, Templates};

pub use letter::{Letter, Message};
use rendering::{RenderedMail, Renderer};
pub use send_error::{SendError, SendErrorKind};
pub use smtp::{HelloName, InvalidHelloName, InvalidSmtpUrl, NoTls, SmtpClient, SmtpServer};
use transport::Transport;

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
    Smtp(Box<SmtpClient>),
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

    /// The host of the mail server, if what goes there can be read on the way.
    pub fn host_in_clear(&self) -> Option<&str> {
        match &self.0.transport {
            Transport::Smtp(client) if client.server().is_readable_on_the_way() => {
                Some(&client.server().host)
            }
            Transport::Smtp(_) | Transport::File(_) => None,
        }
    }

    /// Hands a letter over; it is as good as there then. Gives up within [`LONGEST_SENDING`], and says whether the server
    /// may have taken the mail all the same.
    pub async fn send(&self, letter: &Letter, now: OffsetDateTime) -> Result<(), SendError> {
        let mail = self.0.renderer.write(letter, now)?;
        self.0.transport.send(letter, mail).await
    }
}

#[cfg(test)]
mod tests;
