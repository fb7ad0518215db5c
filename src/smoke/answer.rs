//! An answer of the server, and the sentence about one that was not expected.

use std::fmt::Write;
use std::time::Duration;

use ureq::http::HeaderMap;

use super::page::Page;
use crate::domain::PublicUrl;

/// The longest text of a page that is repeated.
const LONGEST_QUOTE: usize = 200;

pub struct Answer {
    pub status: u16,
    pub headers: HeaderMap,
    pub body: String,
    /// From the request to the last octet of the answer.
    pub time: Duration,
}

impl Answer {
    /// The value of a header; of several with one name as a client joins them.
    pub fn header(&self, name: &str) -> Option<String> {
        let values = self.headers.get_all(name).iter();
        let values: Vec<_> = values.map(|value| String::from_utf8_lossy(value.as_bytes())).collect();
        (!values.is_empty()).then(|| values.join(", "))
    }

    /// Where a redirect leads: a path, if it is on this site.
    pub fn location(&self, site: &PublicUrl) -> Option<String> {
        let location = self.header("Location")?;
        let path = location.strip_prefix(&site.to_string()).filter(|path| path.starts_with('/'));
        Some(path.map(str::to_owned).unwrap_or(location))
    }

    /// Whether it redirects to this path, whatever its query is.
    pub fn leads_to(&self, site: &PublicUrl, path: &str) -> bool {
        let location = self.location(site).unwrap_or_default();
        self.status == 303 && location.split('?').next() == Some(path)
    }

    /// How long the server asks to wait before another attempt, at least a second.
    pub fn retry_after(&self) -> Option<Duration> {
        let is_refused = matches!(self.status, 429 | 503);
        self.header("Retry-After")
            .filter(|_| is_refused)?
            .parse()
            .ok()
            .map(|seconds: u64| Duration::from_secs(seconds.max(1)))
    }

    pub fn page(&self) -> Page {
        Page::read(&self.body)
    }

    /// What was expected, what came, and what to do.
    pub fn unexpected(&self, expected: &str, site: &PublicUrl) -> String {
        let location = self.location(site);
        let mut told = format!("Expected {expected}, got {}", self.status);
        if let Some(location) = &location {
            let _ = write!(told, " to {}", quoted(location));
        }
        let page = self.page();
        match page.said() {
            Some(said) if !said.is_empty() => {
                let said = quoted(&said);
                let end = if said.ends_with(['.', '!', '?']) { "" } else { "." };
                let _ = write!(told, ": {said}{end}");
            }
            _ => told.push('.'),
        }
        if let Some(advice) = self.advice(location.as_deref(), &page) {
            let _ = write!(told, " {advice}");
        }
        told
    }

    fn advice(&self, location: Option<&str>, page: &Page) -> Option<String> {
        match (self.status, location) {
            (429, _) => Some(match self.retry_after() {
                Some(wait) => format!(
                    "The server limits attempts (rate_limits.…); run it again in {} s, or with --wait {0}.",
                    wait.as_secs()
                ),
                None => "The server, or a proxy, limits attempts; run it again later.".to_owned(),
            }),
            (502 | 504, _) => Some("The proxy gets no answer from Frontdesk: is it running?".to_owned()),
            (503, _) => Some(
                "The server is too busy, or its database does not answer: look at /health/ready and its log."
                    .to_owned(),
            ),
            (500, _) => Some(match &page.reference {
                Some(reference) => format!("The log of the server has the reason, at {}.", quoted(reference)),
                None => "The log of the server has the reason.".to_owned(),
            }),
            (403, _) => Some(
                "The server takes this for a request from another site, or a proxy refuses it: give the address that \
                 public_url has."
                    .to_owned(),
            ),
            (301 | 302 | 307 | 308, Some(location)) if location.contains("://") => {
                Some("If that is the address of the site, give it.".to_owned())
            }
            _ => None,
        }
    }
}

/// What another program has said, in one line that does nothing to a terminal.
pub fn quoted(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut kept: String = line.chars().filter(|c| !c.is_control()).take(LONGEST_QUOTE).collect();
    if line.chars().count() > LONGEST_QUOTE {
        kept.push('…');
    }
    kept
}
