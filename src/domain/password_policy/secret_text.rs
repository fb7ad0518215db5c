//! Working copies of a password, wiped when dropped.

use zeroize::Zeroizing;

use crate::domain::folded;

pub type Text = Zeroizing<String>;
pub type Characters = Zeroizing<Vec<char>>;

/// The text in lower case and NFC, like everything with which a password is compared.
pub fn fold(text: &str) -> Text {
    // Reserve room for the longest foldings, so that growing leaves no copy behind.
    let mut copy = Zeroizing::new(String::with_capacity(text.len() * 4));
    copy.extend(folded(text));
    copy
}

pub fn characters(text: &str) -> Characters {
    let mut copy = Zeroizing::new(Vec::with_capacity(text.len()));
    copy.extend(text.chars());
    copy
}

/// A text of these characters, which take at most `bytes` bytes.
pub fn text(bytes: usize, characters: impl Iterator<Item = char>) -> Text {
    let mut copy = Zeroizing::new(String::with_capacity(bytes));
    copy.extend(characters);
    copy
}
