//! The contents of a mail, and its recipient.

use std::net::IpAddr;

use time::macros::datetime;
use time::{Duration, OffsetDateTime};

use crate::domain::{Client, EmailAddress, Language, MailKind, MailLink, Token};

/// One mail to send.
#[derive(Debug)]
pub struct OutgoingMail {
    /// The same for every attempt, so that mail clients recognize a duplicate (RFC 5322, section 3.6.4), and random, so
    /// that it does not reveal how many mails there are.
    pub id: String,
    /// Orders the mails of one moment; a test mail has none.
    pub number: Option<i64>,
    pub to: EmailAddress,
    /// That the recipient reads; `None` for that of the site.
    pub language: Option<Language>,
    /// The client that caused the mail, and when.
    pub client: Client,
    pub caused_at: OffsetDateTime,
    pub message: Message,
}

/// What a mail says. Its templates have the words.
#[derive(Debug)]
pub struct Message {
    pub about: About,
    pub link: Option<Token>,
    /// In the mail about a change of address, if the previous address was confirmed.
    pub new_email: Option<String>,
    /// In the mail about a closed account.
    pub deleted_on: Option<OffsetDateTime>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    Kind(MailKind),
    /// Replaces a sign-up confirmation, or an email change, if the address has an account.
    AlreadyRegistered,
    /// The recipient has nothing to do.
    Test,
}

impl OutgoingMail {
    /// One mail of each kind, with all that it can say.
    pub fn samples(language: &Language) -> Vec<Self> {
        let kinds = MailKind::all().iter().map(|kind| About::Kind(*kind));
        let caused_at = datetime!(2026-11-25 14:03 UTC);
        let sample = |about| {
            Some(Self {
                id: "sample".to_owned(),
                number: None,
                to: EmailAddress::parse("alice@example.com").ok()?,
                language: Some(language.clone()),
                client: Client::new(Some(IpAddr::from([203, 0, 113, 9])), Some("curl/8.5.0")),
                caused_at,
                message: Message {
                    about,
                    link: Token::parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"),
                    new_email: Some("eve@example.org".to_owned()),
                    deleted_on: Some(datetime!(2026-12-09 14:03 UTC)),
                },
            })
        };
        kinds.chain([About::AlreadyRegistered, About::Test]).filter_map(sample).collect()
    }
}

impl Message {
    pub fn new(about: About) -> Self {
        Self { about, link: None, new_email: None, deleted_on: None }
    }

    pub fn of(kind: MailKind) -> Self {
        Self::new(About::Kind(kind))
    }

    /// The name of its templates, without their endings.
    pub fn name(&self) -> &'static str {
        match self.about {
            About::Kind(kind) => kind.code(),
            About::AlreadyRegistered => "already_registered",
            About::Test => "test",
        }
    }

    /// The path of its link, with the token.
    pub fn link(&self) -> Option<String> {
        let path = self.kind_of_link()?.path;
        self.link.as_ref().map(|token| format!("{path}?token={}", token.expose()))
    }

    /// How long the link is valid. The time of an undo link starts with the change.
    pub fn link_lifetime(&self) -> Option<Duration> {
        self.kind_of_link().map(|link| link.lifetime)
    }

    fn kind_of_link(&self) -> Option<MailLink> {
        match self.about {
            About::Kind(kind) => kind.link(),
            About::AlreadyRegistered | About::Test => None,
        }
    }
}
