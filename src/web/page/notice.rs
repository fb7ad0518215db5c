//! What the next page says once, after something was done or could not be done.

use strum::{EnumString, IntoStaticStr};

/// A message by its code; the words are in [`messages`](crate::web::messages).
#[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Notice {
    AccountCreated,
    LoggedOut,
    PasswordChanged,
    SessionEnded,
    SessionGone,
    OtherSessionsEnded,
    SetUpDone,
    UserDisabled,
    UserEnabled,
    AdminGranted,
    AdminRevoked,
    UserSignedOut,
    LastAdministrator,
    AccountClosed,
    AccountReopened,
    LastAdministratorStays,
    VerificationSent,
    EmailVerified,
    SignUpConfirmed,
    EmailChangeRequested,
    EmailChanged,
    EmailChangeUndone,
    Unlocked,
    PasswordReset,
    UserUnlocked,
    MailRetried,
    MailNotGivenUp,
    EmailUnverified,
    EmailTakenMeanwhile,
    SessionEndedByFailures,
    PleaseLogIn,
    EmailTaken,
    LogInRefused,
    TooManyAttempts,
    Unavailable,
    Unexpected,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Success,
    Notice,
    Error,
}

impl Notice {
    pub fn code(self) -> &'static str {
        self.into()
    }

    /// None for a code that is not ours.
    pub fn from_code(code: &str) -> Option<Self> {
        code.parse().ok()
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::LastAdministrator
            | Self::LastAdministratorStays
            | Self::EmailTaken
            | Self::EmailTakenMeanwhile
            | Self::EmailUnverified
            | Self::MailNotGivenUp
            | Self::SessionEndedByFailures
            | Self::LogInRefused
            | Self::TooManyAttempts
            | Self::Unavailable
            | Self::Unexpected => Kind::Error,
            Self::PleaseLogIn
            | Self::LoggedOut
            | Self::AccountClosed
            | Self::SessionGone
            | Self::EmailChangeRequested => Kind::Notice,
            _ => Kind::Success,
        }
    }
}

impl Kind {
    pub fn name(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Notice => "notice",
            Self::Error => "error",
        }
    }
}
