//! Mail as it arrives: reads the files that the server writes into its data folder as a mail program does.

use std::fs;
use std::path::Path;

use mailparse::{MailHeaderMap, ParsedMail};

#[derive(Clone, Debug)]
pub struct Mail {
    pub to: String,
    pub subject: String,
    pub text: String,
    pub html: String,
    pub id: String,
}

/// All mail in a data folder, the oldest first.
pub fn mails_in(data_folder: &Path) -> Vec<Mail> {
    let Ok(entries) = fs::read_dir(data_folder.join("mail")) else { return Vec::new() };
    let mut files: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
    files.retain(|path| path.extension().is_some_and(|ending| ending == "eml"));
    files.sort();
    files.iter().map(|path| Mail::parse(&fs::read(path).expect("a file"))).collect()
}

impl Mail {
    pub fn parse(source: &[u8]) -> Self {
        let mail = mailparse::parse_mail(source).expect("a mail");
        let header = |name: &str| mail.headers.get_first_value(name).unwrap_or_else(|| panic!("no {name}"));
        assert_eq!(mail.ctype.mimetype, "multipart/alternative");
        assert_eq!(header("Auto-Submitted"), "auto-generated");
        let part = |kind: &str| {
            let is_wanted = |part: &&ParsedMail<'_>| part.ctype.mimetype == kind;
            let part = mail.subparts.iter().find(is_wanted).unwrap_or_else(|| panic!("no {kind}"));
            part.get_body().expect("a body").replace("\r\n", "\n")
        };
        Self {
            to: header("To"),
            subject: header("Subject"),
            text: part("text/plain"),
            html: part("text/html"),
            id: header("Message-ID"),
        }
    }

    /// Path and query of the link with a token.
    pub fn link(&self) -> String {
        let url = self.text.split_whitespace().find(|word| word.contains("?token="));
        let url = url.unwrap_or_else(|| panic!("no link: {}", self.text));
        let path = url.splitn(4, '/').nth(3).expect("a path");
        format!("/{path}")
    }

    /// The token in the link.
    pub fn token(&self) -> String {
        self.link().split_once("?token=").expect("a token").1.to_owned()
    }
}
