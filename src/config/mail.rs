//! The transport of mail.

use serde::{Deserialize, Serialize};

use super::Secret;
use super::section::{one_of, section};

section! {
    #[serde(deny_unknown_fields)]
    pub struct Mail {
        /// `file` writes each mail to a file in the data folder and a line to the log, so that a first run needs no
        /// server; `smtp` hands it to a mail server.
        #[takes(one_of::<Transport>())]
        transport: Transport = Transport::File,

        /// The mail server, as `smtp://USER:PASSWORD@HOST:PORT?tls=required` or `smtps://…`, see below. Needed with
        /// `smtp`. Shown in no log.
        #[takes("URL")]
        smtp_url: Option<Secret> = None,

        /// The name with which Frontdesk greets the mail server (`EHLO`); some servers refuse clients without a full
        /// name. Unset: the host of `public_url` if that is a full name, or else this machine's name if that is one, or
        /// else the address from which the connection goes out.
        #[takes("Host name or address, as `desk.example.com`, `192.0.2.1` or `2001:db8::1`")]
        hello_name: Option<String> = None,

        /// The sender of mail; its name is `site.name` if none is given. Unset: `no-reply` at the host of `public_url`.
        #[takes("E-mail address, or a name with one, as `Harbour Books <desk@example.com>`")]
        from: Option<String> = None,

        /// How long to wait before sending a mail again that could not be sent; then twice as long each time, up to an
        /// hour. After a day Frontdesk gives it up.
        #[takes("Seconds", 1..=3_600)]
        retry_seconds: u32 = 30,
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase", expecting = "a string")]
pub enum Transport {
    File,
    Smtp,
}
