//! Mail: typed messages, rendered as plain text and as HTML, and sent to a mail server, or written into a folder if
//! there is none.

mod colors;
mod outgoing_mail;
mod rendered_mail;
mod rendering;
mod send_error;
mod settings;
mod smtp;
mod transport;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use time::OffsetDateTime;

use crate::domain::Language;
use crate::locale::Catalogue;
use crate::templates::{TemplateError, Templates};

pub use outgoing_mail::{About, Message, OutgoingMail};
pub use send_error::{SendError, SendErrorKind};
pub use settings::{InvalidSender, Sender, Settings, TransportSettings};
pub use smtp::{HelloName, InvalidHelloName, InvalidSmtpUrl, MAX_SENDING_TIME, NoTls, SmtpServer};

use rendering::Renderer;
use transport::Transport;

/// Sends mail. Cheap to clone.
#[derive(Clone)]
pub struct Mailer(Arc<Parts>);

struct Parts {
    renderer: Renderer,
    transport: Transport,
}

/// Why the mailer cannot be set up.
#[derive(Debug, thiserror::Error)]
pub enum MailerError {
    #[error(transparent)]
    Templates(#[from] TemplateError),
    #[error(transparent)]
    Tls(#[from] NoTls),
}

impl Mailer {
    pub fn new(
        settings: Settings,
        templates: &Templates,
        catalogue: &Catalogue,
    ) -> Result<Self, MailerError> {
        let transport = Transport::new(settings.transport.clone())?;
        Ok(Self(Arc::new(Parts { renderer: Renderer::new(settings, templates, catalogue)?, transport })))
    }

    /// Renders every mail in a language, with sample values. Returns how many, and what is wrong, one line each.
    pub fn render_samples(&self, language: &Language) -> (usize, Vec<String>) {
        let samples = OutgoingMail::samples(language);
        let rendered = samples.iter().filter_map(|sample| {
            let error = self.0.renderer.write(sample, sample.caused_at).err()?;
            Some(format!("{language}: mail/{}: {}", sample.message.name(), error.reason))
        });
        (samples.len(), rendered.collect())
    }

    /// The folder into which mail is written, if it is not sent.
    pub fn folder(&self) -> Option<&Path> {
        match &self.0.transport {
            Transport::File(folder) => Some(folder),
            Transport::Smtp(_) => None,
        }
    }

    /// The host of the mail server, if an attacker on the network could read what is sent there.
    pub fn host_in_clear(&self) -> Option<&str> {
        match &self.0.transport {
            Transport::Smtp(client) if client.server().is_readable_on_the_way() => {
                Some(&client.server().host)
            }
            Transport::Smtp(_) | Transport::File(_) => None,
        }
    }

    /// The mail server and how it is used. `None` if mail is written into a folder.
    pub fn server(&self) -> Option<String> {
        match &self.0.transport {
            Transport::File(_) => None,
            Transport::Smtp(client) => Some(client.server().describe()),
        }
    }

    /// Connects to the mail server and logs in, without sending a mail.
    ///
    /// # Errors
    ///
    /// If that fails, or takes longer than `patience`.
    pub async fn try_server(&self, patience: Duration) -> Result<(), SendError> {
        match &self.0.transport {
            Transport::File(_) => Ok(()),
            Transport::Smtp(client) => client.try_log_in(patience).await,
        }
    }

    /// Sends a mail: on success the mail server is responsible for it. Gives up within [`MAX_SENDING_TIME`]; the error
    /// says whether the server may have accepted the mail all the same.
    pub async fn send(&self, outgoing: &OutgoingMail, now: OffsetDateTime) -> Result<(), SendError> {
        let mail = self.0.renderer.write(outgoing, now)?;
        self.0.transport.send(outgoing, mail).await
    }
}

#[cfg(test)]
mod tests;
