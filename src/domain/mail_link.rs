//! Whether the link of a mail is valid. Sending the mail and following its link use the same check.

use time::OffsetDateTime;

use super::{LinkTarget, Mail, NotSentReason, User};

/// Why a link that was created at `made_at` is invalid at `now`; `None` if it is valid. `user` has the account that the
/// mail is about, if there is one.
pub fn link_trouble(
    mail: &Mail,
    user: Option<&User>,
    made_at: OffsetDateTime,
    now: OffsetDateTime,
) -> Option<NotSentReason> {
    let Some(link) = mail.kind.link() else { return Some(NotSentReason::LinkExpired) };
    // The time of an undo link starts with the change, however late the mail was sent.
    let begin = if link.target == LinkTarget::PreviousAddress { mail.created_at } else { made_at };
    if begin + link.lifetime <= now {
        return Some(NotSentReason::LinkExpired);
    }
    match (link.target, user) {
        (LinkTarget::SignUp, None) => None,
        // Without the hold, an earlier undo link has already restored the address.
        (LinkTarget::PreviousAddress, _) if mail.address_hold.is_none() => Some(NotSentReason::Replaced),
        (_, None) => Some(NotSentReason::NotNeeded),
        // The account may be disabled because of what its links would do; only the undo link certainly helps its owner.
        (LinkTarget::PreviousAddress, Some(_)) => None,
        (_, Some(user)) if user.is_disabled() => Some(NotSentReason::AccountDisabled),
        (LinkTarget::Account, Some(user)) if !user.email.is_spelled_like(&mail.to) => {
            Some(NotSentReason::AddressChanged)
        }
        (_, Some(_)) => None,
    }
}

#[cfg(test)]
mod tests;
