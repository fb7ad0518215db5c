//! Why a mail was not sent, and what that means for the next attempt.

use unicode_properties::{GeneralCategoryGroup, UnicodeGeneralCategory};

/// The longest reason that is stored and shown, in characters.
const MAX_REASON: usize = 300;

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
#[error("{reason}")]
pub struct SendError {
    /// One line without control characters: part of it may come from a mail server.
    pub reason: String,
    pub kind: SendErrorKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SendErrorKind {
    /// Another attempt would fail in the same way.
    Permanent,
    Transient,
    /// The mail server received the whole mail and did not say whether it accepted it: another attempt may deliver it
    /// twice.
    Unconfirmed,
}

impl SendError {
    pub fn new(kind: SendErrorKind, reason: &str) -> Self {
        Self { reason: legible(reason), kind }
    }

    pub fn permanent(reason: &str) -> Self {
        Self::new(SendErrorKind::Permanent, reason)
    }

    pub fn transient(reason: &str) -> Self {
        Self::new(SendErrorKind::Transient, reason)
    }
}

/// One short line without the characters on which a terminal or a browser would act: control characters (ESC, C1) and
/// format characters (those that change the direction of writing).
fn legible(reason: &str) -> String {
    let is_shown = |c: &char| c.general_category_group() != GeneralCategoryGroup::Other;
    let shown: String = reason.chars().map(|c| if is_shown(&c) { c } else { ' ' }).collect();
    shown.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(MAX_REASON).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_is_one_line_that_nothing_acts_on() {
        for (said, kept) in [
            ("550 no such\r\n mailbox", "550 no such mailbox"),
            ("550 \u{1b}[31mred\u{1b}[0m", "550 [31mred [0m"),
            ("550 \u{9b}31mred", "550 31mred"),
            ("550 a\u{0}b\u{7f}c\u{85}d\u{2028}e", "550 a b c d e"),
            ("550 \u{202e}txet\u{202c} \u{2066}x\u{2069}", "550 txet x"),
            ("550 \u{6f22}\u{5b57} \u{e9}", "550 \u{6f22}\u{5b57} \u{e9}"),
        ] {
            assert_eq!(SendError::transient(said).reason, kept);
        }
        assert_eq!(SendError::transient(&"x".repeat(1_000)).reason.len(), MAX_REASON);
    }
}
