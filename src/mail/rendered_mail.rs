//! A mail as it goes to a mail server or into a file.

/// A mail that is ready to be sent.
#[derive(Debug)]
pub struct RenderedMail {
    /// The two addresses of the envelope, with domains in A-labels.
    pub from: String,
    pub to: String,
    /// Headers and body, each line with CRLF.
    pub octets: Vec<u8>,
    pub subject: String,
    pub link: Option<String>,
}
