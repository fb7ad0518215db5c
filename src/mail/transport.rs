//! How mail leaves: by SMTP, or as files in a folder.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::time::Duration;

use lettre::transport::smtp::{AsyncSmtpTransportBuilder, Error};
use lettre::{AsyncSmtpTransport, AsyncTransport, Tokio1Executor};
use time::format_description::StaticFormatDescription;
use time::macros::format_description;

use super::rendering::Written;
use super::{Letter, TransportSettings};

type Smtp = AsyncSmtpTransport<Tokio1Executor>;

/// How long a server may take to be there at all.
const LONGEST_CONNECTING: Duration = Duration::from_secs(10);

/// For the names of files, so that they sort.
const FILE_TIME: StaticFormatDescription = format_description!("[year][month][day]T[hour][minute][second]Z");

/// A server as its URL says.
#[derive(Clone)]
pub struct SmtpServer(AsyncSmtpTransportBuilder);

#[derive(Debug, thiserror::Error)]
#[error(
    "must be smtp://USER:PASSWORD@HOST:PORT, with ?tls=required for STARTTLS, or smtps:// for TLS from the start ({0})"
)]
pub struct InvalidSmtpUrl(String);

impl FromStr for SmtpServer {
    type Err = InvalidSmtpUrl;

    fn from_str(url: &str) -> Result<Self, InvalidSmtpUrl> {
        let server = Smtp::from_url(url).map_err(|error| InvalidSmtpUrl(error.to_string()))?;
        Ok(Self(server))
    }
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct SendError {
    pub reason: String,
    /// Trying again would give the same.
    pub is_lasting: bool,
}

impl SendError {
    pub fn passing(reason: String) -> Self {
        Self { reason: legible(&reason), is_lasting: false }
    }

    pub fn lasting(reason: String) -> Self {
        Self { reason: legible(&reason), is_lasting: true }
    }
}

/// A reason is kept and shown: one line, not too long.
fn legible(reason: &str) -> String {
    reason.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(300).collect()
}

/// Only what is about the one who is written to is theirs for good (RFC 5321, section 4.2.3; RFC 3463, sections 3.2 and
/// 3.3). A refused log-in, say, or a server that does not relay, is the operator's to mend.
impl From<Error> for SendError {
    fn from(error: Error) -> Self {
        let is_about_mailbox = matches!(error.status().map(u16::from), Some(550..=553 | 556));
        let reason = legible(&error.to_string());
        // The mailbox has letters that the server does not know (RFC 6531).
        let is_untransportable = reason.contains("SMTPUTF8");
        let is_lasting = is_untransportable
            || is_about_mailbox
                && enhanced_code(&reason).is_none_or(|code| code.starts_with("5.1.") || code == "5.2.1");
        Self { reason, is_lasting }
    }
}

/// The first word like `5.1.1` (RFC 2034).
fn enhanced_code(reason: &str) -> Option<&str> {
    reason.split_whitespace().find(|word| {
        let parts: Vec<&str> = word.split('.').collect();
        parts.len() == 3 && parts[0] == "5" && parts.iter().all(|part| part.parse::<u16>().is_ok())
    })
}

pub enum Transport {
    File(PathBuf),
    /// Each mail has a connection of its own.
    Smtp(Box<AsyncSmtpTransportBuilder>),
}

impl Transport {
    pub fn new(settings: TransportSettings) -> Self {
        match settings {
            TransportSettings::File(folder) => Self::File(folder),
            TransportSettings::Smtp(SmtpServer(server)) => {
                Self::Smtp(Box::new(server.timeout(Some(LONGEST_CONNECTING))))
            }
        }
    }

    pub async fn send(&self, letter: &Letter, written: Written) -> Result<(), SendError> {
        match self {
            Self::File(folder) => {
                let file = folder.join(file_name(letter));
                let octets = written.mail.formatted();
                let to_write = file.clone();
                tokio::task::spawn_blocking(move || write(&to_write, &octets))
                    .await
                    .map_err(|error| SendError::passing(error.to_string()))?
                    .map_err(|error| SendError::passing(format!("{}: {error}", file.display())))?;
                let (to, subject) = (letter.to.as_typed(), &written.subject);
                let link = written.link.map(|link| format!(": {link}")).unwrap_or_default();
                tracing::info!("mail to {to}: {subject}{link} ({})", file.display());
                Ok(())
            }
            Self::Smtp(server) => {
                // With a pool of its own, which says goodbye by itself: a server that has taken the mail and does not
                // answer to that has taken it all the same.
                let smtp: Smtp = server.as_ref().clone().build();
                smtp.send(written.mail).await?;
                Ok(())
            }
        }
    }
}

/// The same name for each attempt, so that a mail is one file.
fn file_name(letter: &Letter) -> String {
    let time = letter.caused_at.format(FILE_TIME).unwrap_or_default();
    format!("{time}-{}-{}.eml", letter.id, letter.message.name())
}

/// Whole or not at all, and for the owner alone: there is a link in it.
fn write(file: &Path, octets: &[u8]) -> std::io::Result<()> {
    let (folder, unfinished) = (file.parent().unwrap_or(Path::new(".")), file.with_extension("part"));
    let mut builder = std::fs::DirBuilder::new();
    let mut options = std::fs::OpenOptions::new();
    #[cfg(unix)]
    {
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    }
    builder.recursive(true).create(folder)?;
    let mut opened = options.write(true).create(true).truncate(true).open(&unfinished)?;
    opened.write_all(octets)?;
    opened.sync_all()?;
    std::fs::rename(unfinished, file)
}
