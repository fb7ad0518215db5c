//! The operator's settings of mail.

use std::path::PathBuf;

use lettre::address::Address;
use lettre::message::Mailbox;

use super::smtp::{HelloName, SmtpServer};
use crate::domain::{PublicUrl, Theme};

/// The operator's settings.
#[derive(Clone)]
pub struct Settings {
    pub public_url: PublicUrl,
    pub site_name: String,
    pub support_email: Option<String>,
    /// The path of the operator's logo on the site.
    pub logo_path: Option<String>,
    pub theme: Theme,
    pub from: Sender,
    pub transport: TransportSettings,
}

#[derive(Clone)]
pub enum TransportSettings {
    /// A file for each mail in this folder, and a line with its link in the log.
    File(PathBuf),
    Smtp {
        server: SmtpServer,
        hello_name: HelloName,
    },
}

/// The sender of all mail.
#[derive(Clone, Debug)]
pub struct Sender(pub(super) Mailbox);

#[derive(Debug, thiserror::Error)]
#[error("must be an email address, or a name with one in angle brackets: Harbour Books <desk@example.com>")]
pub struct InvalidSender;

impl Sender {
    /// `address` or `Name <address>`; without a name the sender gets `default_name`.
    pub fn parse(text: &str, default_name: &str) -> Result<Self, InvalidSender> {
        let Mailbox { name, email } = text.parse().map_err(|_| InvalidSender)?;
        // Every server understands an international domain in A-labels.
        let domain = idna::domain_to_ascii(email.domain()).map_err(|_| InvalidSender)?;
        let email = Address::new(email.user(), domain).map_err(|_| InvalidSender)?;
        Ok(Self(Mailbox { name: name.or_else(|| Some(default_name.to_owned())), email }))
    }
}
