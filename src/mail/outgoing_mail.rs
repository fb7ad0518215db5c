//! The contents of a mail, and its recipient.

use time::{Duration, OffsetDateTime};

use crate::domain::{Client, EmailAddress, MailKind, Token};

/// One mail to send.
#[derive(Debug)]
pub struct OutgoingMail {
    /// The same for every attempt, so that mail clients recognize a duplicate (RFC 5322, section 3.6.4), and random, so
    /// that it does not reveal how many mails there are.
    pub id: String,
    /// Orders the mails of one moment; a test mail has none.
    pub number: Option<i64>,
    pub to: EmailAddress,
    /// The client that caused the mail, and when.
    pub client: Client,
    pub caused_at: OffsetDateTime,
    pub message: Message,
}

#[derive(Debug)]
pub enum Message {
    EmailVerification {
        link: Token,
    },
    SignUpConfirmation {
        link: Token,
    },
    /// Replaces the previous kind, or an email change, if the address has an account.
    AlreadyRegistered,
    PasswordReset {
        link: Token,
    },
    EmailChange {
        link: Token,
    },
    /// The new address and the undo link, for the owner of a previous address that was confirmed. The time of the link
    /// starts with the change.
    EmailChanged {
        new_email: Option<String>,
        link: Option<Token>,
    },
    PasswordChanged,
    NewDevice,
    AccountClosed {
        deleted_on: OffsetDateTime,
    },
    AccountLocked {
        link: Token,
    },
    SessionEnded,
    AdminGranted,
    AdminRevoked,
    AccountDisabled,
    AccountEnabled,
    /// The recipient has nothing to do.
    Test,
}

impl Message {
    /// The name of its templates, without their endings.
    pub fn name(&self) -> &'static str {
        match self {
            Self::AlreadyRegistered => "already_registered",
            Self::Test => "test",
            _ => self.kind().map_or("", MailKind::code),
        }
    }

    fn kind(&self) -> Option<MailKind> {
        Some(match self {
            Self::EmailVerification { .. } => MailKind::EmailVerification,
            Self::SignUpConfirmation { .. } => MailKind::SignUpConfirmation,
            Self::PasswordReset { .. } => MailKind::PasswordReset,
            Self::EmailChange { .. } => MailKind::EmailChange,
            Self::EmailChanged { .. } => MailKind::EmailChanged,
            Self::PasswordChanged => MailKind::PasswordChanged,
            Self::NewDevice => MailKind::NewDevice,
            Self::AccountClosed { .. } => MailKind::AccountClosed,
            Self::AccountLocked { .. } => MailKind::AccountLocked,
            Self::SessionEnded => MailKind::SessionEnded,
            Self::AdminGranted => MailKind::AdminGranted,
            Self::AdminRevoked => MailKind::AdminRevoked,
            Self::AccountDisabled => MailKind::AccountDisabled,
            Self::AccountEnabled => MailKind::AccountEnabled,
            Self::AlreadyRegistered | Self::Test => return None,
        })
    }

    /// The path of its link, with the token.
    pub fn link(&self) -> Option<String> {
        match self {
            Self::PasswordReset { link } => Some(format!("/password-reset/new?token={}", link.expose())),
            Self::EmailVerification { link }
            | Self::SignUpConfirmation { link }
            | Self::EmailChange { link }
            | Self::EmailChanged { link: Some(link), .. }
            | Self::AccountLocked { link } => Some(format!("/confirm?token={}", link.expose())),
            Self::AlreadyRegistered
            | Self::EmailChanged { link: None, .. }
            | Self::PasswordChanged
            | Self::NewDevice
            | Self::AccountClosed { .. }
            | Self::SessionEnded
            | Self::AdminGranted
            | Self::AdminRevoked
            | Self::AccountDisabled
            | Self::AccountEnabled
            | Self::Test => None,
        }
    }

    /// How long the link is valid.
    pub fn link_life(&self) -> Option<Duration> {
        self.kind().and_then(MailKind::link_life)
    }
}
