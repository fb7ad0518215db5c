//! The operator's settings for accounts.

use time::{Duration, OffsetDateTime};

use super::throttle::RateLimits;
use crate::domain::{PasswordPolicy, Session, User};
use crate::storage::sessions::Cutoff;

#[derive(Clone, Debug)]
pub struct Settings {
    pub password_policy: PasswordPolicy,
    pub session_limits: SessionLimits,
    /// `None` for no limits.
    pub rate_limits: Option<RateLimits>,
    /// This many wrong passwords in a row lock an account.
    pub max_failures: i64,
    /// How long a closed account is kept before it is deleted.
    pub deleted_after: Duration,
    /// How long an audit event is kept.
    pub events_kept: Duration,
    pub verification: Verification,
    /// In private mode, sign-up does not reveal which addresses are registered.
    pub is_sign_up_private: bool,
    /// Whether a sign-up has to accept the terms.
    pub are_terms_required: bool,
    /// Whether people can give a name, and names are shown.
    pub has_names: bool,
    /// The wait before the first retry of a mail.
    pub mail_retry: Duration,
}

/// When a session expires (NIST SP 800-63B-4, section 5.2).
#[derive(Clone, Copy, Debug)]
pub struct SessionLimits {
    /// After this long without use.
    pub idle: Duration,
    /// After this long, however much it is used.
    pub absolute: Duration,
}

impl SessionLimits {
    pub(super) fn cutoff(self, now: OffsetDateTime) -> Cutoff {
        Cutoff { created_at: now - self.absolute, last_used_at: now - self.idle }
    }

    pub(super) fn allow(self, session: &Session, now: OffsetDateTime) -> bool {
        let Cutoff { created_at, last_used_at } = self.cutoff(now);
        session.created_at > created_at && session.last_used_at > last_used_at
    }

    /// How far the stored time of last use may lag behind, so that reading a page is rarely a write.
    pub(super) fn lag(self) -> Duration {
        Duration::minutes(5).min(self.idle / 20)
    }
}

/// Whether an owner may be logged in before they have confirmed their address.
#[derive(Clone, Copy, Debug)]
pub enum Verification {
    Optional,
    /// Only for this long after signing up.
    Required {
        grace: Duration,
    },
}

impl Verification {
    /// Administrators are exempt: the operator or another administrator has vouched for them.
    pub(super) fn keeps_out(self, user: &User, now: OffsetDateTime) -> bool {
        match self {
            Self::Optional => false,
            Self::Required { grace } => {
                !user.is_verified() && !user.is_admin && user.created_at + grace <= now
            }
        }
    }

    /// Whether a new account cannot be used before its address is confirmed.
    pub(super) fn is_needed_at_once(self) -> bool {
        matches!(self, Self::Required { grace } if grace.is_zero())
    }
}
