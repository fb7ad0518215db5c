//! How mail leaves: by SMTP, or as files in a folder.

use std::io::Write;
use std::path::{Path, PathBuf};

use time::format_description::StaticFormatDescription;
use time::macros::format_description;

use super::outgoing_mail::OutgoingMail;
use super::rendered_mail::RenderedMail;
use super::send_error::SendError;
use super::settings::TransportSettings;
use super::smtp::{MAX_SENDING_TIME, NoTls, SmtpClient};

/// For file names, so that they sort by time.
const FILE_TIME: StaticFormatDescription =
    format_description!("[year][month][day]T[hour][minute][second].[subsecond digits:6]Z");

pub enum Transport {
    File(PathBuf),
    Smtp(Box<SmtpClient>),
}

impl Transport {
    /// Reads the certificates that the system trusts, if mail goes to a server with TLS.
    pub fn new(settings: TransportSettings) -> Result<Self, NoTls> {
        Ok(match settings {
            TransportSettings::File(folder) => Self::File(folder),
            TransportSettings::Smtp { server, hello_name } => {
                Self::Smtp(Box::new(SmtpClient::new(server, hello_name)?))
            }
        })
    }

    pub async fn send(&self, outgoing: &OutgoingMail, mail: RenderedMail) -> Result<(), SendError> {
        match self {
            Self::File(folder) => {
                let writing = write_file(folder.join(file_name(outgoing)), outgoing, mail);
                match tokio::time::timeout(MAX_SENDING_TIME, writing).await {
                    Ok(written) => written,
                    Err(_) => Err(SendError::transient("the file is not written in time")),
                }
            }
            Self::Smtp(client) => client.send(&mail).await,
        }
    }
}

/// The same name for each attempt, so that a mail is one file. The number of the mail does not leave this machine.
fn file_name(outgoing: &OutgoingMail) -> String {
    let time = outgoing.caused_at.format(FILE_TIME).unwrap_or_default();
    let number = outgoing.number.map(|number| format!("{number}-")).unwrap_or_default();
    format!("{time}-{number}{}.eml", outgoing.message.name())
}

async fn write_file(file: PathBuf, outgoing: &OutgoingMail, mail: RenderedMail) -> Result<(), SendError> {
    let RenderedMail { octets, subject, link, .. } = mail;
    let to_write = file.clone();
    tokio::task::spawn_blocking(move || write(&to_write, &octets))
        .await
        .map_err(|error| SendError::transient(&error.to_string()))?
        .map_err(|error| SendError::transient(&format!("{}: {error}", file.display())))?;
    let link = link.map(|link| format!(": {link}")).unwrap_or_default();
    tracing::info!("mail to {}: {subject}{link} ({})", outgoing.to.as_typed(), file.display());
    Ok(())
}

/// Writes the file whole or not at all, and readable by its owner alone, because it contains a link.
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
