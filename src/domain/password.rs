//! A password as typed: a secret that cannot be printed and is wiped when dropped.

use std::fmt;

use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

/// The text as typed, in NFC so that one password has one spelling on every keyboard; otherwise unchanged.
#[derive(Clone, PartialEq, Eq)]
pub struct Password(Zeroizing<String>);

impl Password {
    pub fn typed(input: &str) -> Self {
        // Composition can lengthen a few characters. Reserve room for it, so that growing leaves no unwiped copy
        // behind.
        let mut normalized = Zeroizing::new(String::with_capacity(input.len() * 3));
        normalized.extend(input.nfc());
        Self(normalized)
    }

    /// The secret itself: for hashing and for the policy, never for display.
    pub fn expose(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Password {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Password")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn composed_and_decomposed_spellings_are_one_password() {
        assert_eq!(Password::typed("pa\u{df} zo\u{eb}"), Password::typed("pa\u{df} zoe\u{308}"));
    }

    #[test]
    fn nothing_else_is_changed() {
        for (one, other) in [("secret ", "secret"), ("Secret", "secret"), ("\u{fb01}", "fi")] {
            assert_ne!(Password::typed(one), Password::typed(other));
        }
    }

    #[test]
    fn debug_says_only_its_name() {
        assert_eq!(format!("{:?}", Password::typed("hunter2")), "Password");
    }
}
