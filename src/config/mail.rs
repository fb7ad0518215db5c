//! How mail leaves.

use serde::{Deserialize, Serialize};

use super::Secret;

#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(default, deny_unknown_fields)]
pub struct Mail {
    /// `file` for files in the data folder and lines in the log, so that a first run needs no server, or `smtp`.
    pub transport: String,
    /// The server, as `smtp://USER:PASSWORD@HOST:PORT?tls=required` or `smtps://…`.
    pub smtp_url: Option<Secret>,
    /// How the server is greeted (`EHLO`): a host's name, or an address. Some servers refuse clients
    /// without a full name. Default: the public URL's host or this machine's name, whichever is a full one, or else the
    /// address from which the connection goes out.
    pub hello_name: Option<String>,
    /// Who mail is from: an address, or a name with one in angle brackets. Default: `no-reply` at the public URL's host.
    pub from: Option<String>,
    /// How long to wait before a mail is tried again for the first time; then twice as long each time.
    pub retry_seconds: u32,
}

impl Default for Mail {
    fn default() -> Self {
        Self { transport: "file".into(), smtp_url: None, hello_name: None, from: None, retry_seconds: 30 }
    }
}
