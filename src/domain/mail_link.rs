//! Whether the link of a mail is valid. Sending the mail and following its link use the same check.

use time::OffsetDateTime;

use super::{Mail, MailKind, NotSentReason, User};

/// Why a link that was created at `made_at` is invalid at `now`; `None` if it is valid. `user` has the account that the
/// mail is about, if there is one.
pub fn link_trouble(
    mail: &Mail,
    user: Option<&User>,
    made_at: OffsetDateTime,
    now: OffsetDateTime,
) -> Option<NotSentReason> {
    // The time of an undo link starts with the change, however late the mail was sent.
    let begin = if mail.kind == MailKind::EmailChanged { mail.created_at } else { made_at };
    if mail.kind.link().is_none_or(|link| begin + link.lifetime <= now) {
        return Some(NotSentReason::LinkExpired);
    }
    // Without the hold, an earlier undo link has already restored the address.
    if mail.kind == MailKind::EmailChanged && mail.address_hold.is_none() {
        return Some(NotSentReason::Replaced);
    }
    let is_bound_to_address =
        matches!(mail.kind, MailKind::EmailVerification | MailKind::PasswordReset | MailKind::AccountLocked);
    match user {
        // The account may be disabled because of what its links would do; only the undo link certainly helps its owner.
        Some(user) if user.is_disabled() && mail.kind != MailKind::EmailChanged => {
            Some(NotSentReason::AccountDisabled)
        }
        Some(user) if is_bound_to_address && !user.email.is_spelled_like(&mail.to) => {
            Some(NotSentReason::AddressChanged)
        }
        None if mail.kind != MailKind::SignUpConfirmation => Some(NotSentReason::NotNeeded),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
