//! The kinds of mail: for each its link, and what makes it pointless.

use strum::{EnumString, IntoStaticStr, VariantArray};
use time::Duration;

use super::EventKind;
use super::coded::coded;

/// How long the previous address of an account is reserved, so that its owner can take it back.
pub const ADDRESS_HELD: Duration = Duration::days(7);

/// What is the same for all mails of a kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailDefinition {
    pub link: Option<MailLink>,
    /// Events of the account that withdraw such a mail: the server deletes an unsent one, and a link that was sent
    /// becomes invalid.
    pub withdrawn_by: &'static [EventKind],
}

/// The link in a mail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MailLink {
    /// Of the page that it opens; the token is a parameter.
    pub path: &'static str,
    /// How long it is valid.
    pub lifetime: Duration,
    pub target: LinkTarget,
}

/// What a link acts on, and so who may follow it until when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkTarget {
    /// A sign-up that is pending; there is no account.
    SignUp,
    /// The account, while the address that the mail went to is its own.
    Account,
    /// The account, which gets the address that the mail went to.
    NewAddress,
    /// The account, which gets back the address that the mail went to, while that is reserved.
    PreviousAddress,
}

/// A mail with a link to the page for all links but that for a new password.
const fn confirms(
    target: LinkTarget,
    lifetime: Duration,
    withdrawn_by: &'static [EventKind],
) -> MailDefinition {
    MailDefinition { link: Some(MailLink { path: "/confirm", lifetime, target }), withdrawn_by }
}

/// A mail that has no link. The server sends it in any case, unless it is no longer true.
const NOTICE: MailDefinition = MailDefinition { link: None, withdrawn_by: &[] };

/// Defines the kinds.
macro_rules! mail_kinds {
    ($($(#[$doc:meta])* $kind:ident => $definition:expr;)+) => {
        /// What a mail is about.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, EnumString, IntoStaticStr, VariantArray)]
        #[strum(serialize_all = "snake_case")]
        pub enum MailKind {
            $($(#[$doc])* $kind,)+
        }

        impl MailKind {
            pub fn definition(self) -> MailDefinition {
                match self {
                    $(Self::$kind => $definition,)+
                }
            }
        }
    };
}

mail_kinds! {
    /// To a new account: confirms that the owner reads mail at the address.
    EmailVerification =>
        confirms(LinkTarget::Account, Duration::days(3), &[EventKind::EmailChangeUndone]);
    /// In private mode: only this link creates the account.
    SignUpConfirmation => confirms(LinkTarget::SignUp, Duration::days(1), &[]);
    /// Has the shortest time, after the OWASP Forgot Password Cheat Sheet.
    PasswordReset => MailDefinition {
        link: Some(MailLink {
            path: "/password-reset/new",
            lifetime: Duration::hours(1),
            target: LinkTarget::Account,
        }),
        withdrawn_by: &[EventKind::PasswordChanged, EventKind::PasswordReset, EventKind::EmailChangeUndone],
    };
    /// To the new address: confirms that the owner reads mail there.
    EmailChange => confirms(
        LinkTarget::NewAddress,
        Duration::days(1),
        &[
            EventKind::PasswordChanged,
            EventKind::PasswordReset,
            EventKind::EmailChangeCancelled,
            EventKind::EmailChangeUndone,
        ],
    );
    /// To the previous address, with the undo link.
    EmailChanged => confirms(LinkTarget::PreviousAddress, ADDRESS_HELD, &[]);
    PasswordChanged => NOTICE;
    NewDevice => NOTICE;
    AccountClosed => NOTICE;
    /// After too many wrong passwords.
    AccountLocked => confirms(
        LinkTarget::Account,
        Duration::days(3),
        &[EventKind::AccountUnlocked, EventKind::PasswordReset, EventKind::EmailChangeUndone],
    );
    /// After too many wrong passwords in the session.
    SessionEnded => NOTICE;
    AdminGranted => NOTICE;
    AdminRevoked => NOTICE;
    AccountDisabled => NOTICE;
    AccountEnabled => NOTICE;
}

coded!(MailKind);

impl MailKind {
    pub fn link(self) -> Option<MailLink> {
        self.definition().link
    }

    /// Whether a newer mail of the kind supersedes this one with its link. An undo link stays valid, whatever comes
    /// after it.
    pub fn is_superseded(self) -> bool {
        self.link().is_some_and(|link| link.target != LinkTarget::PreviousAddress)
    }

    /// The kinds that an event withdraws.
    pub fn withdrawn_by(event: EventKind) -> impl Iterator<Item = Self> {
        Self::all().iter().copied().filter(move |kind| kind.definition().withdrawn_by.contains(&event))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_withdraws_the_links_that_it_makes_dangerous_or_pointless() {
        use MailKind::{AccountLocked, EmailChange, EmailVerification, PasswordReset};
        for (event, expected) in [
            (EventKind::PasswordChanged, vec![PasswordReset, EmailChange]),
            (EventKind::PasswordReset, vec![PasswordReset, EmailChange, AccountLocked]),
            (EventKind::AccountUnlocked, vec![AccountLocked]),
            (EventKind::EmailChangeCancelled, vec![EmailChange]),
            (
                EventKind::EmailChangeUndone,
                vec![EmailVerification, PasswordReset, EmailChange, AccountLocked],
            ),
            (EventKind::LoggedIn, vec![]),
        ] {
            assert_eq!(MailKind::withdrawn_by(event).collect::<Vec<_>>(), expected, "{event:?}");
        }
    }

    #[test]
    fn a_newer_mail_supersedes_every_link_but_the_undo_link() {
        let kept: Vec<_> = MailKind::all().iter().filter(|kind| !kind.is_superseded()).collect();
        let with_link: Vec<_> = kept.into_iter().filter(|kind| kind.link().is_some()).collect();
        assert_eq!(with_link, [&MailKind::EmailChanged]);
    }
}
