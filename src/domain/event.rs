//! The audit trail: what happened, to whom, by whom, from where.

use time::OffsetDateTime;

use super::{User, UserId};

/// What happened. The code is what is stored, so it never changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
}

impl EventKind {
    pub const ALL: [Self; 26] = [
        Self::SignedUp,
        Self::LoggedIn,
        Self::LogInFailed,
        Self::LoggedOut,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::SessionsEnded,
        Self::Disabled,
        Self::Enabled,
        Self::AdminGranted,
        Self::AdminRevoked,
        Self::SetUpUsed,
        Self::RefreshTokenReused,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::AccountDeleted,
        Self::DataExported,
        Self::EmailVerified,
        Self::PasswordResetRequested,
        Self::PasswordReset,
        Self::EmailChangeRequested,
        Self::EmailChanged,
        Self::EmailChangeUndone,
        Self::AccountLocked,
        Self::AccountUnlocked,
        Self::MailRetried,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::SignedUp => "signed_up",
            Self::LoggedIn => "logged_in",
            Self::LogInFailed => "log_in_failed",
            Self::LoggedOut => "logged_out",
            Self::PasswordChanged => "password_changed",
            Self::SessionEnded => "session_ended",
            Self::SessionsEnded => "sessions_ended",
            Self::Disabled => "disabled",
            Self::Enabled => "enabled",
            Self::AdminGranted => "admin_granted",
            Self::AdminRevoked => "admin_revoked",
            Self::SetUpUsed => "set_up_used",
            Self::RefreshTokenReused => "refresh_token_reused",
            Self::AccountClosed => "account_closed",
            Self::AccountReopened => "account_reopened",
            Self::AccountDeleted => "account_deleted",
            Self::DataExported => "data_exported",
            Self::EmailVerified => "email_verified",
            Self::PasswordResetRequested => "password_reset_requested",
            Self::PasswordReset => "password_reset",
            Self::EmailChangeRequested => "email_change_requested",
            Self::EmailChanged => "email_changed",
            Self::EmailChangeUndone => "email_change_undone",
            Self::AccountLocked => "account_locked",
            Self::AccountUnlocked => "account_unlocked",
            Self::MailRetried => "mail_retried",
        }
    }

    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
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
