//! What an operator asks for.

use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use crate::domain::{EmailAddress, PublicUrl};

/// The site, and how it is visited.
pub struct Options {
    pub site: PublicUrl,
    /// The domain of the disposable address.
    pub domain: MailDomain,
    /// The flash of a duplicate sign-up.
    pub duplicate_text: String,
    /// Whether no account is made.
    pub pages_only: bool,
    /// Paths of pages that are not checked.
    pub skipped: Vec<String>,
    /// The longest time for a page.
    pub slowest_page: Duration,
    /// How long an answer is awaited.
    pub timeout: Duration,
    /// How long the run waits in all when the server says to try again later.
    pub patience: Duration,
    pub trust: Trust,
}

/// The certificates that are accepted with https.
#[derive(Clone, Debug)]
pub enum Trust {
    /// Those that the system trusts, or those of `SSL_CERT_FILE`.
    System,
    /// Those that the authorities in this file have issued, or that are in it.
    File(PathBuf),
    /// Any.
    Any,
}

/// A domain in which an account can have an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MailDomain(String);

#[derive(Debug, thiserror::Error)]
#[error("is no domain of an email address")]
pub struct InvalidMailDomain;

impl FromStr for MailDomain {
    type Err = InvalidMailDomain;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let is_domain = !text.contains(|c: char| c == '@' || c.is_whitespace())
            && EmailAddress::parse_new(&format!("smoke@{text}")).is_ok();
        if is_domain { Ok(Self(text.to_owned())) } else { Err(InvalidMailDomain) }
    }
}

impl fmt::Display for MailDomain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_domain_is_one_of_an_address() {
        for domain in ["example.com", "smoke.example.org", "b\u{fc}cher.example"] {
            assert_eq!(domain.parse::<MailDomain>().expect("a domain").to_string(), domain);
        }
        for other in ["", "localhost", "a@example.com", "127.0.0.1", "example.com ", "ex ample.com"] {
            assert!(other.parse::<MailDomain>().is_err(), "{other:?}");
        }
    }
}
