//! Each kind of link with each kind of trouble.

use time::Duration;

use super::*;
use crate::domain::{AddressHoldId, Client, EmailAddress, MailId, MailKind, MailState, UserId};

const MADE_AT: OffsetDateTime = OffsetDateTime::UNIX_EPOCH;

/// The kinds with a link, and how long it is valid.
const LINKS: [(MailKind, Duration); 6] = [
    (MailKind::PasswordReset, Duration::hours(1)),
    (MailKind::SignUpConfirmation, Duration::days(1)),
    (MailKind::EmailChange, Duration::days(1)),
    (MailKind::EmailVerification, Duration::days(3)),
    (MailKind::AccountLocked, Duration::days(3)),
    (MailKind::EmailChanged, Duration::days(7)),
];

fn email(text: &str) -> EmailAddress {
    EmailAddress::parse(text).expect("an address")
}

fn mail(kind: MailKind) -> Mail {
    Mail {
        id: MailId(1),
        kind,
        user: Some(UserId(1)),
        to: email("alice@example.com"),
        other_email: None,
        client: Client::command_line(),
        created_at: MADE_AT - Duration::hours(1),
        queued_at: MADE_AT,
        attempts: 1,
        state: MailState::Sent { at: MADE_AT },
        last_error: None,
        message_id: String::new(),
        unconfirmed_at: None,
        address_hold: Some(AddressHoldId(1)),
        pending_sign_up: None,
    }
}

fn user(address: &str) -> User {
    User::sample(1, address)
}

fn trouble(mail: &Mail, user: Option<&User>) -> Option<NotSentReason> {
    link_trouble(mail, user, MADE_AT, MADE_AT)
}

#[test]
fn a_link_lives_as_long_as_its_kind_says() {
    let owner = user("alice@example.com");
    for (kind, lifetime) in LINKS {
        let mail = mail(kind);
        let about = Some(&owner).filter(|_| kind != MailKind::SignUpConfirmation);
        // The link that undoes a change is as old as the change.
        let begin = if kind == MailKind::EmailChanged { mail.created_at } else { MADE_AT };
        let at = |now| link_trouble(&mail, about, MADE_AT, now);
        assert_eq!(at(begin + lifetime - Duration::SECOND), None, "{kind:?}");
        assert_eq!(at(begin + lifetime), Some(NotSentReason::LinkExpired), "{kind:?}");
    }
    for kind in [MailKind::PasswordChanged, MailKind::NewDevice, MailKind::AccountClosed] {
        assert_eq!(trouble(&mail(kind), Some(&owner)), Some(NotSentReason::LinkExpired), "{kind:?}: no link");
    }
}

#[test]
fn a_disabled_account_can_only_take_its_address_back() {
    let disabled = User { disabled_at: Some(MADE_AT), ..user("alice@example.com") };
    assert!(disabled.is_disabled());
    for (kind, _) in LINKS.into_iter().filter(|(kind, _)| *kind != MailKind::SignUpConfirmation) {
        let expected = (kind != MailKind::EmailChanged).then_some(NotSentReason::AccountDisabled);
        assert_eq!(trouble(&mail(kind), Some(&disabled)), expected, "{kind:?}");
    }
}

#[test]
fn some_links_are_for_the_address_that_they_went_to() {
    let bound = [MailKind::EmailVerification, MailKind::PasswordReset, MailKind::AccountLocked];
    for address in ["alice@example.org", "Alice@example.com"] {
        for (kind, _) in LINKS.into_iter().filter(|(kind, _)| *kind != MailKind::SignUpConfirmation) {
            let expected = bound.contains(&kind).then_some(NotSentReason::AddressChanged);
            assert_eq!(trouble(&mail(kind), Some(&user(address))), expected, "{kind:?} {address}");
        }
    }
}

#[test]
fn a_link_needs_what_it_acts_on() {
    for (kind, _) in LINKS {
        let expected = (kind != MailKind::SignUpConfirmation).then_some(NotSentReason::NotNeeded);
        assert_eq!(trouble(&mail(kind), None), expected, "{kind:?} without an account");
    }
    let undone = Mail { address_hold: None, ..mail(MailKind::EmailChanged) };
    assert_eq!(trouble(&undone, Some(&user("bob@example.com"))), Some(NotSentReason::Replaced));
    let other = Mail { address_hold: None, ..mail(MailKind::EmailChange) };
    assert_eq!(trouble(&other, Some(&user("alice@example.com"))), None);
}
