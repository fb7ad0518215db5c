//! Whether the link of a mail opens anything. Who sends a mail and who follows its link ask the same question.

use time::OffsetDateTime;

use super::{Mail, MailKind, NotSentReason, User};

/// Why a link that was made at `made_at` opens nothing at `now`; none if it does. `user` is whose account the mail is
/// about, if there is one.
pub fn link_trouble(
    mail: &Mail,
    user: Option<&User>,
    made_at: OffsetDateTime,
    now: OffsetDateTime,
) -> Option<NotSentReason> {
    // A way back is as old as the change, however late the mail came.
    let begin = if mail.kind == MailKind::EmailChanged { mail.created_at } else { made_at };
    if mail.kind.link_life().is_none_or(|life| begin + life <= now) {
        return Some(NotSentReason::LinkExpired);
    }
    // What an earlier link has taken back can not be taken back once more.
    if mail.kind == MailKind::EmailChanged && mail.address_hold.is_none() {
        return Some(NotSentReason::Replaced);
    }
    let is_bound_to_address =
        matches!(mail.kind, MailKind::EmailVerification | MailKind::PasswordReset | MailKind::AccountLocked);
    match user {
        // What a disabled account's links would do may be why it is disabled; only the way back is its owner's for sure.
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
