//! What the next page says once, after something was done or could not be done.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::MailKind;
use crate::domain::coded::coded;
use crate::http::messages;

/// Defines the flashes: name, level and text of each stand in one line.
macro_rules! flashes {
    ($($name:ident, $level:ident, $text:expr;)+) => {
        /// A message by its code, which the cookie carries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "snake_case")]
        pub enum Flash {
            $($name,)+
        }

        impl Flash {
            pub fn level(self) -> Level {
                match self {
                    $(Self::$name => Level::$level,)+
                }
            }

            pub fn text(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)+
                }
            }
        }
    };
}

flashes! {
    AccountCreated, Success, "Welcome! Your account is ready.";
    LoggedOut, Notice, "You are logged out.";
    PasswordChanged, Success, "Password changed. Your other sessions have ended.";
    SessionEnded, Success, "That session has ended.";
    SessionGone, Notice, "That session had already ended.";
    OtherSessionsEnded, Success, "All other sessions have ended.";
    SetUpDone, Success, "You are the administrator now.";
    UserDisabled, Success, "The account is disabled and logged out everywhere.";
    UserEnabled, Success, "The account is enabled.";
    AdminGranted, Success, "This person is an administrator now, and has to log in again.";
    AdminRevoked, Success, "This person is no longer an administrator.";
    UserSignedOut, Success, "This person is logged out everywhere.";
    LastAdministrator, Error,
        "This is the last administrator, and somebody has to be. Make another person administrator first.";
    AccountClosed, Notice,
        "Your account is closed and will be deleted. Until then you can log in to keep it.";
    AccountReopened, Success, "Welcome back! Your account is open again and will not be deleted.";
    LastAdministratorStays, Error,
        "You are the last administrator, and somebody has to be. Make another person administrator first.";
    VerificationSent, Success, "A new link is on its way to your address. Earlier ones do not work any more.";
    EmailVerified, Success, "Thank you. Your email address is confirmed.";
    SignUpConfirmed, Success, "Welcome! Your account is ready. Log in with the password that you chose.";
    EmailChangeRequested, Notice,
        "Check your mail: the link at the new address makes it yours. Until then the old one stays.";
    EmailChanged, Success, "Your email address is changed. We have told the old one.";
    EmailChangeUndone, Success,
        "The account has its old address again, everybody is logged out, and it is locked \
        until you follow the link for a new password that we have sent you.";
    Unlocked, Success, "Your account is unlocked.";
    PasswordReset, Success, "Your password is changed, and everybody is logged out. Log in with the new one.";
    UserUnlocked, Success, "The account is unlocked.";
    MailRetried, Success, "The mail is tried again.";
    MailNotGivenUp, Error, "That mail is not one that was given up.";
    EmailUnverified, Error, messages::EMAIL_UNVERIFIED;
    EmailTakenMeanwhile, Error,
        "Meanwhile somebody else has an account with that address, so nothing was changed.";
    SessionEndedByFailures, Error,
        "There were too many wrong passwords, so you are logged out here. Please log in again.";
    PleaseLogIn, Notice, "Please log in to go on.";
    EmailTaken, Error, messages::EMAIL_TAKEN;
    LogInRefused, Error, "Email or password is wrong, or the account is disabled.";
    TooManyAttempts, Error, messages::TOO_MANY_ATTEMPTS;
    Unavailable, Error, messages::UNAVAILABLE;
    Unexpected, Error, messages::UNEXPECTED;
}

/// How a page shows a flash.
#[derive(Clone, Copy, Debug, PartialEq, Eq, IntoStaticStr)]
#[strum(serialize_all = "snake_case")]
pub enum Level {
    Success,
    Notice,
    Error,
}

coded!(Flash);

impl Flash {
    /// After the link of a mail was followed.
    pub fn of_link(kind: MailKind) -> Option<Self> {
        match kind {
            MailKind::EmailVerification => Some(Self::EmailVerified),
            MailKind::SignUpConfirmation => Some(Self::SignUpConfirmed),
            MailKind::EmailChange => Some(Self::EmailChanged),
            MailKind::EmailChanged => Some(Self::EmailChangeUndone),
            MailKind::AccountLocked => Some(Self::Unlocked),
            _ => None,
        }
    }
}

impl Level {
    pub fn name(self) -> &'static str {
        self.into()
    }
}
