//! Copies of a password to work with, wiped when dropped.

use zeroize::Zeroizing;

use crate::domain::folded;

pub type Text = Zeroizing<String>;
pub type Characters = Zeroizing<Vec<char>>;

/// In lower case and NFC, as everything is that a password is compared with.
pub fn fold(text: &str) -> Text {
    // Room for the longest foldings, so that growing leaves no copy behind.
    let mut copy = Zeroizing::new(String::with_capacity(text.len() * 4));
    copy.extend(folded(text));
    copy
}

pub fn characters(text: &str) -> Characters {
    let mut copy = Zeroizing::new(Vec::with_capacity(text.len()));
    copy.extend(text.chars());
    copy
}

/// A text of some of the characters of another one, which is at most so long.
pub fn text(bytes: usize, characters: impl Iterator<Item = char>) -> Text {
    let mut copy = Zeroizing::new(String::with_capacity(bytes));
    copy.extend(characters);
    copy
}
