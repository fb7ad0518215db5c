//! Mail to users, and its state.

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::{Duration, OffsetDateTime};

use super::coded::coded;
use super::{Client, EmailAddress, MailKind, UserId};

/// How long the server tries to send a mail before it gives up.
pub const TRIED_FOR: Duration = Duration::hours(24);

/// How long a mail waits if the mail server may have accepted it without a confirmation. It is then sent once more. A
/// second attempt without a confirmation is the last, so there are at most two copies.
pub const UNCONFIRMED_WAIT: Duration = Duration::hours(1);

/// Later mails have greater ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailId(pub i64);

/// A reserved previous address of an account. Later holds have greater ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AddressHoldId(pub i64);

/// A sign-up in private mode whose link has not been followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PendingSignUpId(pub i64);

/// A mail, as the database stores it.
#[derive(Clone, Debug)]
pub struct Mail {
    pub id: MailId,
    pub kind: MailKind,
    /// The account that the mail is about, if there is one yet.
    pub user: Option<UserId>,
    pub to: EmailAddress,
    /// The new address, in the mail that informs the previous one.
    pub other_email: Option<String>,
    /// The client that caused the mail.
    pub client: Client,
    pub created_at: OffsetDateTime,
    /// The start of [`TRIED_FOR`].
    pub queued_at: OffsetDateTime,
    pub attempts: i64,
    pub state: MailState,
    /// Why the last attempt failed.
    pub last_error: Option<String>,
    /// The random part of its Message-ID; empty until a process claims the mail for the first time.
    pub message_id: String,
    /// When a mail server last received the whole mail without saying whether it accepted it.
    pub unconfirmed_at: Option<OffsetDateTime>,
    /// The previous address that its undo link can restore, while the hold exists.
    pub address_hold: Option<AddressHoldId>,
    /// The sign-up that its link completes, while that is pending.
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
    /// By the time the mail was due, there was no reason to send it.
    NotSent {
        at: OffsetDateTime,
        reason: NotSentReason,
    },
}

/// Why a mail was not sent, though it could have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum NotSentReason {
    AccountDisabled,
    /// The account has another address now than the one that the link is for.
    AddressChanged,
    /// Its link would no longer be valid.
    LinkExpired,
    /// A newer mail of its kind supersedes it.
    Replaced,
    /// What the mail asks for is already done.
    NotNeeded,
    /// The mailbox, which the account has not confirmed, received too many mails.
    TooMany,
}

/// Which mails a list shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
#[strum(serialize_all = "snake_case")]
pub enum MailFilter {
    #[default]
    All,
    Waiting,
    Sent,
    GivenUp,
    NotSent,
}

coded!(NotSentReason, MailFilter);

/// One page of mails, the newest first.
#[derive(Clone, Debug)]
pub struct MailPage {
    pub mails: Vec<Mail>,
    /// Older mails come before this one; `None` if there are none.
    pub older: Option<MailId>,
}

/// How many mails are not sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailCounts {
    pub waiting: i64,
    pub given_up: i64,
}

/// The longest wait before a mail is tried again, plus or minus a quarter.
const LONGEST: Duration = Duration::hours(1);

/// The most that [`back_off`] returns.
pub const MAX_MAIL_WAIT: Duration = Duration::minutes(75);

/// How long to wait after `attempts` failed attempts: twice as long each time, at most an hour, and up to a quarter
/// more or less, so that mails that failed together are not tried again together. `chance` is from 0 to 1.
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
        assert_eq!(back_off(first, 1_000, 1.0), MAX_MAIL_WAIT);
    }
}
