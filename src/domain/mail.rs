//! Mail to a person: what it is about, how long its link opens something, and what has become of it.

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::{Duration, OffsetDateTime};

use super::{Client, EmailAddress, UserId};

/// How long a mail is tried before it is given up.
pub const TRIED_FOR: Duration = Duration::hours(24);

/// How long a mail waits that the server may have taken without saying so. It is tried once more, and a second such end is
/// the last: that makes two copies at most.
pub const UNCONFIRMED_WAIT: Duration = Duration::hours(1);

/// How long an account that has another address may take the old one back.
pub const ADDRESS_HELD: Duration = Duration::days(7);

/// What a mail is about. The code is what is stored, so it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum MailKind {
    /// To a new account: is the address theirs?
    EmailVerification,
    /// In private mode: only this link makes the account.
    SignUpConfirmation,
    PasswordReset,
    /// To the new address: is it theirs?
    EmailChange,
    /// To the old address: with a way back.
    EmailChanged,
    PasswordChanged,
    NewDevice,
    AccountClosed,
    /// Too many wrong passwords.
    AccountLocked,
    /// By too many wrong passwords in it.
    SessionEnded,
    AdminGranted,
    AdminRevoked,
    AccountDisabled,
    AccountEnabled,
}

impl MailKind {
    pub fn code(self) -> &'static str {
        self.into()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// How long the link in it opens something; none if there is no link. A reset is the shortest, after the OWASP
    /// Forgot Password Cheat Sheet.
    pub fn link_life(self) -> Option<Duration> {
        match self {
            Self::PasswordReset => Some(Duration::hours(1)),
            Self::SignUpConfirmation | Self::EmailChange => Some(Duration::days(1)),
            Self::EmailVerification | Self::AccountLocked => Some(Duration::days(3)),
            Self::EmailChanged => Some(ADDRESS_HELD),
            Self::PasswordChanged
            | Self::NewDevice
            | Self::AccountClosed
            | Self::SessionEnded
            | Self::AdminGranted
            | Self::AdminRevoked
            | Self::AccountDisabled
            | Self::AccountEnabled => None,
        }
    }

    /// Whether a newer one takes its place. A way back to an old address stays one, whatever comes after.
    pub fn is_replaced_by_newer(self) -> bool {
        self.link_life().is_some() && self != Self::EmailChanged
    }
}

/// Later ones have greater numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailId(pub i64);

/// An address that an account has lately had. Later ones have greater numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressHoldId(pub i64);

/// A sign-up in private mode whose link has not been followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendingSignUpId(pub i64);

/// One mail, as it is kept.
#[derive(Clone, Debug)]
pub struct Mail {
    pub id: MailId,
    pub kind: MailKind,
    /// Whose account it is about, if that is known yet.
    pub user: Option<UserId>,
    pub to: EmailAddress,
    /// The new address, where it tells the old one of it.
    pub other_email: Option<String>,
    /// Who caused it.
    pub client: Client,
    pub created_at: OffsetDateTime,
    /// From when on [`TRIED_FOR`] counts.
    pub queued_at: OffsetDateTime,
    pub attempts: i64,
    pub state: MailState,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// The random part of its Message-ID; empty until a sender takes it for the first time.
    pub message_id: String,
    /// When the server last had the whole mail and did not say whether it took it.
    pub unconfirmed_at: Option<OffsetDateTime>,
    /// The old address that it can bring back, while that is held.
    pub address_hold: Option<AddressHoldId>,
    /// The sign-up that it finishes, while that waits.
    pub pending_sign_up: Option<PendingSignUpId>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailState {
    Waiting {
        next_attempt_at: OffsetDateTime,
    },
    Sent {
        at: OffsetDateTime,
    },
    GivenUp {
        at: OffsetDateTime,
    },
    /// There was nothing to be said any more when it was to be sent.
    NotSent {
        at: OffsetDateTime,
        reason: NotSentReason,
    },
}

/// Why a mail was not sent, though it could have been. The code is what is stored, so it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum NotSentReason {
    AccountDisabled,
    /// The account has another address than the one that the link is for.
    AddressChanged,
    /// Its link would open nothing any more.
    LinkExpired,
    /// A newer mail of its kind has taken its place.
    Replaced,
    /// What it asks for is done.
    NotNeeded,
    /// The mailbox, which is not known to be the account's, has got too many.
    TooMany,
}

impl NotSentReason {
    pub fn code(self) -> &'static str {
        self.into()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }
}

/// Which mail a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum MailFilter {
    #[default]
    All,
    Waiting,
    Sent,
    GivenUp,
    NotSent,
}

impl MailFilter {
    /// The name in an address.
    pub fn name(self) -> &'static str {
        self.into()
    }

    pub fn from_name(name: &str) -> Option<Self> {
        name.parse().ok()
    }
}

/// One page of the mail, the newest first.
#[derive(Clone, Debug)]
pub struct MailPage {
    pub mails: Vec<Mail>,
    /// Before which mail the older ones are, if there are any.
    pub older: Option<MailId>,
}

/// How much mail there is that is not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailCounts {
    pub waiting: i64,
    pub given_up: i64,
}

/// The longest wait before a mail is tried again, give or take a quarter.
const LONGEST: Duration = Duration::hours(1);

/// What [`back_off`] gives at most.
pub const LONGEST_MAIL_WAIT: Duration = Duration::minutes(75);

/// How long to wait after so many failed attempts: twice as long each time, at most an hour, and by up to a quarter more
/// or less, so that what failed together is not tried again together. `chance` is from 0 to 1.
pub fn back_off(first: Duration, attempts: i64, chance: f64) -> Duration {
    let doublings = u32::try_from(attempts.clamp(1, 32) - 1).unwrap_or(0);
    let whole = first.saturating_mul(2_i32.saturating_pow(doublings)).min(LONGEST);
    whole * (0.75 + chance.clamp(0.0, 1.0) / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_waits_double_up_to_an_hour_and_differ_by_a_quarter() {
        let first = Duration::seconds(30);
        for (attempts, seconds) in
            [(0, 30), (1, 30), (2, 60), (3, 120), (7, 1_920), (8, 3_600), (1_000, 3_600)]
        {
            assert_eq!(back_off(first, attempts, 0.5), Duration::seconds(seconds), "{attempts}");
        }
        assert_eq!(back_off(first, 2, 0.0), Duration::seconds(45));
        assert_eq!(back_off(first, 2, 1.0), Duration::seconds(75));
        assert_eq!(back_off(first, 1_000, 1.0), LONGEST_MAIL_WAIT);
    }

    /// They are in databases.
    #[test]
    fn the_codes_of_0_1_are_still_read() {
        for code in [
            "email_verification",
            "sign_up_confirmation",
            "password_reset",
            "email_change",
            "email_changed",
            "password_changed",
            "new_device",
            "account_closed",
            "account_locked",
            "session_ended",
            "admin_granted",
            "admin_revoked",
            "account_disabled",
            "account_enabled",
        ] {
            assert_eq!(MailKind::from_code(code).map(MailKind::code), Some(code));
        }
    }
}
