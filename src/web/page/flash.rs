//! What the next page says once, after something was done or could not be done.

use strum::{EnumString, IntoStaticStr, VariantArray};

use crate::domain::MailKind;
use crate::domain::coded::coded;
use crate::locale::Message;

/// Defines the flashes, each with its level. The text of `AccountCreated` is the message `flash-account-created`.
macro_rules! flashes {
    ($($name:ident, $level:ident;)+) => {
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
        }
    };
}

flashes! {
    AccountCreated, Success;
    NameChanged, Success;
    NameRemoved, Success;
    LoggedOut, Notice;
    PasswordChanged, Success;
    SessionEnded, Success;
    SessionGone, Notice;
    OtherSessionsEnded, Success;
    SetUpDone, Success;
    UserDisabled, Success;
    UserEnabled, Success;
    AdminGranted, Success;
    AdminRevoked, Success;
    UserSignedOut, Success;
    LastAdministrator, Error;
    AccountClosed, Notice;
    AccountReopened, Success;
    LastAdministratorStays, Error;
    VerificationSent, Success;
    LinkSentAgain, Success;
    EmailVerified, Success;
    SignUpConfirmed, Success;
    EmailChangeRequested, Notice;
    EmailChangeCancelled, Success;
    EmailChangeNotPending, Notice;
    EmailChanged, Success;
    EmailChangeUndone, Success;
    Unlocked, Success;
    PasswordReset, Success;
    UserUnlocked, Success;
    MailRetried, Success;
    MailNotGivenUp, Error;
    EmailUnverified, Error;
    EmailTakenMeanwhile, Error;
    SessionEndedByFailures, Error;
    PleaseLogIn, Notice;
    EmailTaken, Error;
    LogInRefused, Error;
    TooManyAttempts, Error;
    Unavailable, Error;
    Unexpected, Error;
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
    pub fn text(self) -> Message {
        Message::of_code("flash-", self.code())
    }

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::Catalogue;

    #[test]
    fn every_flash_has_its_words() {
        let catalogue = Catalogue::load(None, "en").expect("messages");
        for flash in Flash::all() {
            assert!(catalogue.text(None, &flash.text()).is_some(), "{flash:?}");
        }
    }

    #[test]
    fn every_link_that_has_the_common_page_ends_in_a_flash() {
        for kind in MailKind::all() {
            let is_common = kind.link().is_some_and(|link| link.path == "/confirm");
            assert_eq!(Flash::of_link(*kind).is_some(), is_common, "{kind:?}");
        }
    }
}
