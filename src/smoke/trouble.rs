//! Why there is no answer, in words, with what to do.

use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::Duration;

use rustls::CertificateError;
use ureq::Error;

/// The client cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    #[error("cannot read {file}: {reason}")]
    Unreadable { file: String, reason: String },
    #[error("{0} contains no certificate; it must be PEM")]
    NoCertificate(String),
    #[error(
        "there is no certificate that the system trusts: install ca-certificates, or name a file of certificates with --ca"
    )]
    NothingTrusted,
    #[error("the system has no random numbers: {0}")]
    NoRandomness(#[from] getrandom::Error),
}

impl SetUpError {
    pub fn unreadable(file: &Path, reason: impl ToString) -> Self {
        Self::Unreadable { file: file.display().to_string(), reason: reason.to_string() }
    }
}

/// What a person can do about a request that got no answer.
pub fn sentence(error: &Error, site: &str, timeout: Duration) -> String {
    match error {
        Error::Timeout(_) => {
            format!(
                "No answer from {site} within {} s. Is the server overloaded, or behind a firewall? --timeout waits longer.",
                timeout.as_secs()
            )
        }
        Error::HostNotFound => format!("The host of {site} is not known. Is the name right?"),
        Error::BodyExceedsLimit(limit) => {
            format!("The answer is longer than {limit} octets. Is this Frontdesk?")
        }
        Error::Rustls(error) => tls(error),
        Error::Io(error) => match rustls_error(error) {
            Some(error) => tls(error),
            None => broken(error, site),
        },
        Error::Protocol(_) | Error::Http(_) | Error::LargeResponseHeader(..) => {
            format!(
                "What answers at {site} does not speak HTTP ({error}). Are the port and https or http right?"
            )
        }
        error => format!("No answer from {site}: {error}."),
    }
}

fn broken(error: &io::Error, site: &str) -> String {
    match error.kind() {
        ErrorKind::ConnectionRefused => {
            format!("Nothing listens at {site}. Is the server running, and is the port right?")
        }
        ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted | ErrorKind::UnexpectedEof => {
            format!(
                "The server at {site} closed the connection without an answer. Are the port and https or http right?"
            )
        }
        ErrorKind::TimedOut | ErrorKind::WouldBlock => format!("No answer from {site} in time."),
        _ => format!("No answer from {site}: {error}."),
    }
}

fn tls(error: &rustls::Error) -> String {
    let (what, advice) = match error {
        rustls::Error::InvalidCertificate(error) => match error {
            CertificateError::Expired | CertificateError::ExpiredContext { .. } => {
                ("has expired".to_owned(), "Renew it")
            }
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. } => {
                ("is for another host".to_owned(), "Give the address whose host is in the certificate")
            }
            CertificateError::UnknownIssuer => (
                "is from an authority that is not trusted".to_owned(),
                "Name the authority's certificate with --ca, or accept any certificate with --insecure",
            ),
            error => {
                (format!("cannot be accepted: {error}"), "--ca names a certificate, --insecure accepts any")
            }
        },
        error => return format!("TLS fails: {error}. Are the port and https or http right?"),
    };
    format!("The certificate of the server {what}. {advice}.")
}

/// rustls reports a failed handshake inside of an error of the connection.
fn rustls_error(error: &io::Error) -> Option<&rustls::Error> {
    let inner = error.get_ref()?;
    inner.downcast_ref().or_else(|| inner.source()?.downcast_ref())
}
