//! What the buckets are for. A bucket has a name, under which all processes find the same one.

use std::net::IpAddr;

use crate::domain::{EmailAddress, SessionId, TokenDigest, UserId};

/// The key of a bucket in a process.
pub trait BucketKey {
    /// Different for different keys of one limit.
    fn name(&self) -> String;
}

impl BucketKey for IpAddr {
    fn name(&self) -> String {
        self.to_string()
    }
}

impl BucketKey for UserId {
    fn name(&self) -> String {
        self.0.to_string()
    }
}

/// The account whose password a client may be guessing, and where from. Each known browser and each known network has
/// its own bucket, so that strangers cannot keep the owner out.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) enum Guessed {
    ByStrangers(String),
    FromKnownNetwork(String, IpAddr),
    OnKnownDevice(String, Vec<u8>),
    InSession(SessionId),
}

impl BucketKey for Guessed {
    fn name(&self) -> String {
        match self {
            Self::ByStrangers(email) => format!("strangers {email}"),
            Self::FromKnownNetwork(email, network) => format!("network {network} {email}"),
            Self::OnKnownDevice(email, device) => format!("device {device:?} {email}"),
            Self::InSession(session) => format!("session {}", session.0),
        }
    }
}

/// How the owner of an account was recognized.
#[derive(Clone, Copy)]
pub enum KnownClient<'a> {
    Device(&'a TokenDigest),
    Network(IpAddr),
}

/// Each cause has its own buckets, so that mails of one kind do not use up the limit of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailCause {
    SignUp,
    Verification,
    PasswordReset,
    EmailChange,
    /// A notice to an account whose address is not confirmed.
    Notice,
}

/// The visitor who requests a mail.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    Stranger,
    /// A browser that the account knows, while the address is not confirmed. All of them share one bucket: an attacker
    /// who signs up with another person's address can have any number of them.
    UnconfirmedOwner,
    /// A browser that the account knows.
    Owner(TokenDigest),
}

/// The bucket of a mailbox: `a+1@` and `a+2@` share one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct MailBucket {
    pub cause: MailCause,
    pub mailbox: String,
    pub asker: Asker,
}

impl MailBucket {
    pub fn of_strangers(cause: MailCause, to: &EmailAddress) -> Self {
        Self { cause, mailbox: to.mailbox(), asker: Asker::Stranger }
    }
}

impl BucketKey for MailBucket {
    fn name(&self) -> String {
        let Self { cause, mailbox, asker } = self;
        match asker {
            Asker::Stranger => format!("{cause:?} stranger {mailbox}"),
            Asker::UnconfirmedOwner => format!("{cause:?} unconfirmed {mailbox}"),
            Asker::Owner(device) => format!("{cause:?} owner {:?} {mailbox}", device.as_slice()),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::domain::Token;

    /// A digest prints only its type, so a name that printed it would be that of every device.
    #[test]
    fn each_bucket_has_a_name_of_its_own() {
        let digest = || Token::generate().expect("randomness").digest();
        let (email, network) = ("alice@example.com".to_owned(), IpAddr::from([192, 0, 2, 1]));
        let device = |email: &String| Guessed::OnKnownDevice(email.clone(), digest().as_slice().to_vec());
        let guessed = [
            Guessed::ByStrangers(email.clone()),
            Guessed::ByStrangers("bob@example.com".to_owned()),
            Guessed::FromKnownNetwork(email.clone(), network),
            Guessed::FromKnownNetwork(email.clone(), IpAddr::from([192, 0, 2, 2])),
            device(&email),
            device(&email),
            Guessed::InSession(SessionId(1)),
            Guessed::InSession(SessionId(2)),
        ];
        let mail = |cause, asker| MailBucket { cause, mailbox: email.clone(), asker };
        let mails = [
            mail(MailCause::SignUp, Asker::Stranger),
            mail(MailCause::Notice, Asker::Stranger),
            mail(MailCause::SignUp, Asker::UnconfirmedOwner),
            mail(MailCause::SignUp, Asker::Owner(digest())),
            mail(MailCause::SignUp, Asker::Owner(digest())),
        ];
        let names: HashSet<String> =
            guessed.iter().map(BucketKey::name).chain(mails.iter().map(BucketKey::name)).collect();
        assert_eq!(names.len(), guessed.len() + mails.len(), "{names:?}");
        assert_eq!(guessed[4].name(), guessed[4].clone().name(), "and the same in every process");
    }
}
