//! The audit trail: what happened, to which account, by whom, and from where.

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::OffsetDateTime;

use super::coded::coded;
use super::{User, UserId};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, EnumString, IntoStaticStr, VariantArray)]
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
    /// A client presented a refresh token that was used before: an attacker may have a copy.
    RefreshTokenReused,
    AccountClosed,
    /// The owner logged in before it was deleted.
    AccountReopened,
    AccountDeleted,
    DataExported,
    EmailVerified,
    /// A client asked for a link; its user is unknown.
    PasswordResetRequested,
    /// With the link in a mail.
    PasswordReset,
    EmailChangeRequested,
    /// By its owner, before the link was followed.
    EmailChangeCancelled,
    EmailChanged,
    /// With the undo link in the mail to the previous address.
    EmailChangeUndone,
    /// After too many wrong passwords.
    AccountLocked,
    AccountUnlocked,
    /// A mail that was given up waits to be sent again.
    MailRetried,
    /// A wrong password where a session asks for the current one.
    PasswordConfirmationFailed,
    /// After ten such failures.
    SessionEndedByFailures,
    /// A program repeated a sign-up that had succeeded, with the same key and the right password.
    SignUpRepeated,
    /// A request exceeded a rate limit. The event has an account if the session was known; so do the next two kinds.
    RateLimited,
    /// A member asked for something that only administrators may do.
    AccessDenied,
    /// A page of another site made a browser send the request.
    CrossSiteRefused,
}

coded!(EventKind);

impl EventKind {
    /// Whether an actor other than the owner was an administrator.
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

/// Who caused the event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    User(UserId),
    /// An operator with a shell on the machine.
    CommandLine,
    /// An unknown actor, as in a failed log-in.
    Unknown,
}

impl From<&User> for Actor {
    fn from(user: &User) -> Self {
        Self::User(user.id)
    }
}

/// The position of an event in the audit trail; later events have greater ids.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EventId(pub i64);

/// One audit event, as read from the database.
#[derive(Clone, Debug)]
pub struct Event {
    pub id: EventId,
    pub kind: EventKind,
    /// The account that the event is about.
    pub subject: Option<UserId>,
    pub actor: Actor,
    /// The current address of the actor, while their account exists.
    pub actor_email: Option<String>,
    pub occurred_at: OffsetDateTime,
    pub address: Option<String>,
    pub user_agent: Option<String>,
}

/// One page of the audit trail of an account, the newest event first.
#[derive(Clone, Debug)]
pub struct EventPage {
    pub events: Vec<Event>,
    /// Older events come before this one; `None` if there are none.
    pub older: Option<EventId>,
}

impl EventPage {
    pub fn redacted_for(self, viewer: UserId) -> Self {
        Self { events: self.events.into_iter().map(|event| event.redacted_for(viewer)).collect(), ..self }
    }
}

impl Event {
    /// The event as `viewer`, a user whom it concerns, may see it: without anything about other users. An event whose
    /// actor is unknown stays complete, because the actor may be an attacker.
    pub fn redacted_for(self, viewer: UserId) -> Self {
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

    /// Databases contain these codes.
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

    #[test]
    fn an_owner_sees_nothing_of_another_person() {
        let event = |actor| Event {
            id: EventId(1),
            kind: EventKind::Disabled,
            subject: Some(UserId(1)),
            actor,
            actor_email: Some("root@example.org".into()),
            occurred_at: OffsetDateTime::UNIX_EPOCH,
            address: Some("203.0.113.9".into()),
            user_agent: Some("curl/8".into()),
        };
        let page = EventPage { events: vec![event(Actor::User(UserId(2)))], older: Some(EventId(1)) };
        let seen = page.redacted_for(UserId(1));
        assert_eq!((seen.events.len(), seen.older), (1, Some(EventId(1))));
        let seen = &seen.events[0];
        assert_eq!((seen.actor, seen.kind), (Actor::Unknown, EventKind::Disabled));
        assert_eq!((&seen.actor_email, &seen.address, &seen.user_agent), (&None, &None, &None));
        for actor in [Actor::User(UserId(1)), Actor::CommandLine, Actor::Unknown] {
            let seen = event(actor).redacted_for(UserId(1));
            assert!(seen.actor == actor && seen.address.is_some(), "{actor:?}");
        }
    }

    #[test]
    fn some_acts_are_administrators_alone() {
        assert!(EventKind::Disabled.is_administrative() && EventKind::MailRetried.is_administrative());
        assert!(!EventKind::LoggedIn.is_administrative() && !EventKind::AccountClosed.is_administrative());
    }
}
