//! The audit trail: what happened, to whom, by whom, from where.

use strum::{EnumString, IntoStaticStr};
use time::OffsetDateTime;

use super::{User, UserId};

/// What happened. The code is what is stored, so it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum EventKind {
    SignedUp,
    LoggedIn,
    LogInFailed,
    LoggedOut,
    PasswordChanged,
    SessionEnded,
    SessionsEnded,
    Disabled,
    Enabled,
    AdminGranted,
    AdminRevoked,
    SetUpUsed,
    /// A refresh token came back that had been used before: somebody else may have it.
    RefreshTokenReused,
    AccountClosed,
    /// By logging in before it was deleted.
    AccountReopened,
    AccountDeleted,
    DataExported,
    EmailVerified,
    /// Somebody has asked for a link; who, nobody knows.
    PasswordResetRequested,
    /// By a link.
    PasswordReset,
    EmailChangeRequested,
    EmailChanged,
    /// By the link that went to the old address.
    EmailChangeUndone,
    /// Too many wrong passwords.
    AccountLocked,
    AccountUnlocked,
    /// A mail that was given up is tried again.
    MailRetried,
    /// A wrong password where the present one is asked for in a session.
    PasswordConfirmationFailed,
    /// After ten of those.
    SessionEndedByFailures,
    /// A program has asked for an account again that it made, with the same key and the right password.
    SignUpRepeated,
    /// A request was one too many. With an account if its session was known; so it is with the next two.
    RateLimited,
    /// A member asked for what administrators may.
    AccessDenied,
    /// A page of another site made a browser send it.
    CrossSiteRefused,
}

impl EventKind {
    pub fn code(self) -> &'static str {
        self.into()
    }

    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    /// Whether, if somebody else did it, that was an administrator.
    pub fn is_administrative(self) -> bool {
        matches!(
            self,
            Self::Disabled
                | Self::Enabled
                | Self::AdminGranted
                | Self::AdminRevoked
                | Self::SessionsEnded
                | Self::AccountUnlocked
                | Self::MailRetried
        )
    }
}

/// Who did it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    User(UserId),
    /// Somebody with a shell on the machine.
    CommandLine,
    /// Nobody that we know, as at a failed log-in.
    Unknown,
}

impl From<&User> for Actor {
    fn from(user: &User) -> Self {
        Self::User(user.id)
    }
}

/// The place of a line in the trail; later ones have greater numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventId(pub i64);

/// One line of the trail, as it is read back.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: EventId,
    pub kind: EventKind,
    /// Whose account it is about.
    pub subject: Option<UserId>,
    pub actor: Actor,
    /// The actor's address as it is today, while the account exists.
    pub actor_email: Option<String>,
    pub occurred_at: OffsetDateTime,
    pub address: Option<String>,
    pub user_agent: Option<String>,
}

/// One page of the trail of an account, the newest line first.
#[derive(Clone, Debug)]
pub struct EventPage {
    pub events: Vec<Event>,
    /// Before which event the older ones are, if there are any.
    pub older: Option<EventId>,
}

impl EventPage {
    pub fn as_seen_by(self, viewer: UserId) -> Self {
        Self { events: self.events.into_iter().map(|event| event.as_seen_by(viewer)).collect(), ..self }
    }
}

impl Event {
    /// As it may be shown to one of those whom it concerns: of somebody else there is nothing in it. What nobody did that
    /// we know stays whole, for that may be a stranger at the door.
    pub fn as_seen_by(self, viewer: UserId) -> Self {
        match self.actor {
            Actor::User(id) if id != viewer => {
                Self { actor: Actor::Unknown, actor_email: None, address: None, user_agent: None, ..self }
            }
            _ => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// They are in databases.
    #[test]
    fn the_codes_of_0_1_are_still_read() {
        for code in [
            "signed_up",
            "logged_in",
            "log_in_failed",
            "logged_out",
            "password_changed",
            "session_ended",
            "sessions_ended",
            "disabled",
            "enabled",
            "admin_granted",
            "admin_revoked",
            "set_up_used",
            "refresh_token_reused",
            "account_closed",
            "account_reopened",
            "account_deleted",
            "data_exported",
            "email_verified",
            "password_reset_requested",
            "password_reset",
            "email_change_requested",
            "email_changed",
            "email_change_undone",
            "account_locked",
            "account_unlocked",
            "mail_retried",
            "password_confirmation_failed",
            "session_ended_by_failures",
            "sign_up_repeated",
        ] {
            assert_eq!(EventKind::from_code(code).map(EventKind::code), Some(code));
        }
        assert_eq!(EventKind::from_code("of_a_later_release"), None);
    }
}
