//! What failed in a conversation, at which step, and what that means for the mail.

use std::fmt;
use std::io;

use super::reply::Reply;
use crate::mail::send_error::{SendError, SendErrorKind};

/// The steps of a conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    Connecting,
    Greeting,
    Ehlo,
    StartTls,
    Tls,
    Auth,
    MailFrom,
    RcptTo,
    Data,
    Body,
    /// The final dot: from here on the server may have the mail.
    EndOfMail,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Self::Connecting => "connecting",
            Self::Greeting => "greeting",
            Self::Ehlo => "EHLO",
            Self::StartTls => "STARTTLS",
            Self::Tls => "TLS",
            Self::Auth => "AUTH",
            Self::MailFrom => "MAIL FROM",
            Self::RcptTo => "RCPT TO",
            Self::Data => "DATA",
            Self::Body => "the mail",
            Self::EndOfMail => "end of the mail",
        }
    }
}

#[derive(Debug)]
pub struct Trouble {
    step: Step,
    cause: Cause,
}

#[derive(Debug)]
enum Cause {
    /// The server refused.
    Refused(Reply),
    /// There is no reply, or an unreadable one.
    Broken(io::Error),
    /// The server does not support it.
    Unsupported(&'static str),
    /// The server does not support it for this recipient; with another address it would succeed.
    UnsupportedRecipient(&'static str),
}

impl Trouble {
    pub fn refused(step: Step, reply: Reply) -> Self {
        Self { step, cause: Cause::Refused(reply) }
    }

    pub fn broken(step: Step, error: io::Error) -> Self {
        Self { step, cause: Cause::Broken(error) }
    }

    pub fn unsupported(step: Step, reason: &'static str) -> Self {
        Self { step, cause: Cause::Unsupported(reason) }
    }

    pub fn unsupported_recipient(reason: &'static str) -> Self {
        Self { step: Step::RcptTo, cause: Cause::UnsupportedRecipient(reason) }
    }

    /// Whether the server still listens, so that the client can send `QUIT`.
    pub fn leaves_connection(&self) -> bool {
        !matches!(self.cause, Cause::Broken(_))
    }

    fn kind(&self) -> SendErrorKind {
        match &self.cause {
            Cause::Refused(reply) if self.is_about_recipient() && is_final(reply) => SendErrorKind::Permanent,
            Cause::UnsupportedRecipient(_) => SendErrorKind::Permanent,
            Cause::Broken(_) if self.step == Step::EndOfMail => SendErrorKind::Unconfirmed,
            Cause::Refused(_) | Cause::Broken(_) | Cause::Unsupported(_) => SendErrorKind::Transient,
        }
    }

    /// Whether the failure is about the recipient. The operator can repair a refused sender or log-in.
    fn is_about_recipient(&self) -> bool {
        matches!(self.step, Step::RcptTo | Step::EndOfMail)
    }
}

/// Whether a refusal is permanent: only refusals about the mailbox are (RFC 5321, section 4.2.3; RFC 3463, sections 3.2
/// and 3.3). The operator can repair others, such as a server that does not relay; 5.1.7 and 5.1.8 are about the
/// sender's address.
fn is_final(reply: &Reply) -> bool {
    matches!(reply.code(), 550..=553 | 556)
        && reply.enhanced_code().is_none_or(|code| match code {
            "5.1.7" | "5.1.8" => false,
            "5.2.1" => true,
            other => other.starts_with("5.1."),
        })
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind() == SendErrorKind::Unconfirmed {
            f.write_str("perhaps taken: ")?;
        }
        write!(f, "{}: ", self.step.name())?;
        match &self.cause {
            Cause::Refused(reply) => write!(f, "{reply}"),
            Cause::Broken(error) => write!(f, "{error}"),
            Cause::Unsupported(reason) | Cause::UnsupportedRecipient(reason) => f.write_str(reason),
        }
    }
}

impl From<Trouble> for SendError {
    fn from(trouble: Trouble) -> Self {
        Self::new(trouble.kind(), &trouble.to_string())
    }
}

#[cfg(test)]
mod tests {
    use super::super::reply::Partial;
    use super::*;

    fn kind(step: Step, line: &str) -> SendErrorKind {
        let reply = Partial::default().take(line.as_bytes()).expect("a line").expect("a reply");
        SendError::from(Trouble::refused(step, reply)).kind
    }

    #[test]
    fn only_what_is_about_the_mailbox_is_for_good() {
        for line in [
            "550",
            "550 no",
            "550 5.1.1 no such mailbox",
            "551 5.1.6 moved",
            "553 5.1.3 bad",
            "550 5.2.1 off",
        ] {
            assert_eq!(kind(Step::RcptTo, line), SendErrorKind::Permanent, "{line}");
            assert_eq!(kind(Step::EndOfMail, line), SendErrorKind::Permanent, "{line}");
            assert_eq!(kind(Step::MailFrom, line), SendErrorKind::Transient, "{line}");
            assert_eq!(kind(Step::Auth, line), SendErrorKind::Transient, "{line}");
        }
        for line in [
            "451 4.3.0 later",
            "450",
            "421 closing",
            "535 5.7.8 who are you",
            "550 5.7.1 relaying denied",
            "553 5.1.8 who are you",
            "552 5.2.2 full",
            "554 no",
            "500 what",
        ] {
            assert_eq!(kind(Step::RcptTo, line), SendErrorKind::Transient, "{line}");
        }
    }

    #[test]
    fn after_the_final_dot_only_a_no_is_a_no() {
        for (step, expected) in [
            (Step::Connecting, SendErrorKind::Transient),
            (Step::Body, SendErrorKind::Transient),
            (Step::EndOfMail, SendErrorKind::Unconfirmed),
        ] {
            let error = SendError::from(Trouble::broken(step, io::Error::other("gone")));
            assert_eq!(error.kind, expected);
        }
        assert_eq!(kind(Step::EndOfMail, "451 later"), SendErrorKind::Transient);
        assert_eq!(kind(Step::EndOfMail, "554 no"), SendErrorKind::Transient);
        let error = SendError::from(Trouble::broken(Step::EndOfMail, io::Error::other("gone")));
        assert_eq!(error.reason, "perhaps taken: end of the mail: gone");
    }
}
