//! What an address is made of: a dot-atom, `@` and the name of a host (RFC 5321, section 4.1.2; RFC 6531, section 3.3).

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::domain::Mistake;

/// More marks than this on one letter are no spelling of any language (UTS #39, section 5.4).
const MAX_MARKS_ON_A_LETTER: usize = 4;

/// The characters other than letters and digits that an atom has (RFC 5322, section 3.2.3).
const ATOM_SPECIALS: &str = "!#$%&'*+-/=?^_`{|}~";

/// The local part and the domain. Quoted local parts are refused: they are the same mailbox as the unquoted one, and no
/// provider gives them out. So are domains in brackets, and those without a dot.
pub fn split(address: &str) -> Option<(&str, &str)> {
    let (local, domain) = address.rsplit_once('@')?;
    let is_dot_atom = local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_in_atom));
    let is_host = domain.contains('.') && domain.split('.').all(is_label);
    (is_dot_atom && is_host && !address.chars().any(is_invisible)).then_some((local, domain))
}

/// What new addresses need beyond that: a domain that is no IP address, and marks that stand on a letter.
pub fn check_new(local: &str, domain: &str) -> Result<(), Mistake> {
    let top = domain.rsplit('.').next().unwrap_or_default();
    let is_number = top.bytes().all(|octet| octet.is_ascii_digit());
    if is_number || !are_marks_on_letters(local) { Err(Mistake::EmailInvalid) } else { Ok(()) }
}

fn is_in_atom(c: char) -> bool {
    ATOM_SPECIALS.contains(c) || is_letter_digit_or_mark(c)
}

/// One part of a domain, as typed. Its length is that of its A-label, which `idna` checks.
fn is_label(label: &str) -> bool {
    let is_in_label = |c: char| c == '-' || is_letter_digit_or_mark(c);
    !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(is_in_label)
}

/// Marks are letters to the scripts of India and South-East Asia, and to any that writes its vowels.
fn is_letter_digit_or_mark(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// A mark that changes a letter; one that encloses it is no spelling.
fn is_mark(c: char) -> bool {
    matches!(c.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
}

/// Control, format and separator characters, and the letters and marks that have no shape: they would let two addresses
/// look the same.
fn is_invisible(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
        || matches!(c, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
        || matches!(c, '\u{34f}' | '\u{17b4}' | '\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Each mark follows a letter or another mark, and on one letter there are a few, no two of a kind in a row (UTS #39,
/// section 5.4).
fn are_marks_on_letters(local: &str) -> bool {
    let (mut before, mut marks) = (None, 0);
    for c in local.chars() {
        marks = if c.general_category() == GeneralCategory::NonspacingMark { marks + 1 } else { 0 };
        let stands_on_letter = before.is_some_and(is_letter_digit_or_mark) && before != Some(c);
        if is_mark(c) && !stands_on_letter || marks > MAX_MARKS_ON_A_LETTER {
            return false;
        }
        before = Some(c);
    }
    true
}
