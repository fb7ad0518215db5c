//! What the next page says once, after something was done or could not be done.

/// A message by its code; the words are in [`messages`](super::messages).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
    pub const ALL: [Self; 35] = [
        Self::AccountCreated,
        Self::LoggedOut,
        Self::PasswordChanged,
        Self::SessionEnded,
        Self::SessionGone,
        Self::OtherSessionsEnded,
        Self::SetUpDone,
        Self::UserDisabled,
        Self::UserEnabled,
        Self::AdminGranted,
        Self::AdminRevoked,
        Self::UserSignedOut,
        Self::LastAdministrator,
        Self::AccountClosed,
        Self::AccountReopened,
        Self::LastAdministratorStays,
        Self::VerificationSent,
        Self::EmailVerified,
        Self::SignUpConfirmed,
        Self::EmailChangeRequested,
        Self::EmailChanged,
        Self::EmailChangeUndone,
        Self::Unlocked,
        Self::PasswordReset,
        Self::UserUnlocked,
        Self::MailRetried,
        Self::MailNotGivenUp,
        Self::EmailUnverified,
        Self::EmailTakenMeanwhile,
        Self::PleaseLogIn,
        Self::EmailTaken,
        Self::LogInRefused,
        Self::TooManyAttempts,
        Self::Unavailable,
        Self::Unexpected,
    ];

    pub fn code(self) -> &'static str {
        match self {
            Self::AccountCreated => "account_created",
            Self::LoggedOut => "logged_out",
            Self::PasswordChanged => "password_changed",
            Self::SessionEnded => "session_ended",
            Self::SessionGone => "session_gone",
            Self::OtherSessionsEnded => "other_sessions_ended",
            Self::SetUpDone => "set_up_done",
            Self::UserDisabled => "user_disabled",
            Self::UserEnabled => "user_enabled",
            Self::AdminGranted => "admin_granted",
            Self::AdminRevoked => "admin_revoked",
            Self::UserSignedOut => "user_signed_out",
            Self::LastAdministrator => "last_administrator",
            Self::AccountClosed => "account_closed",
            Self::AccountReopened => "account_reopened",
            Self::LastAdministratorStays => "last_administrator_stays",
            Self::VerificationSent => "verification_sent",
            Self::EmailVerified => "email_verified",
            Self::SignUpConfirmed => "sign_up_confirmed",
            Self::EmailChangeRequested => "email_change_requested",
            Self::EmailChanged => "email_changed",
            Self::EmailChangeUndone => "email_change_undone",
            Self::Unlocked => "unlocked",
            Self::PasswordReset => "password_reset",
            Self::UserUnlocked => "user_unlocked",
            Self::MailRetried => "mail_retried",
            Self::MailNotGivenUp => "mail_not_given_up",
            Self::EmailUnverified => "email_unverified",
            Self::EmailTakenMeanwhile => "email_taken_meanwhile",
            Self::PleaseLogIn => "please_log_in",
            Self::EmailTaken => "email_taken",
            Self::LogInRefused => "log_in_refused",
            Self::TooManyAttempts => "too_many_attempts",
            Self::Unavailable => "unavailable",
            Self::Unexpected => "unexpected",
        }
    }

    /// None for a code that is not ours.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|notice| notice.code() == code)
    }

    pub fn kind(self) -> Kind {
        match self {
            Self::LastAdministrator
            | Self::LastAdministratorStays
            | Self::EmailTaken
            | Self::EmailTakenMeanwhile
            | Self::EmailUnverified
            | Self::MailNotGivenUp
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
