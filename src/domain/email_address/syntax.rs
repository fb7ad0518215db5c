//! The syntax of an address: a dot-atom, `@` and a host name (RFC 5321, section 4.1.2; RFC 6531, section 3.3).

use unicode_properties::{GeneralCategory, GeneralCategoryGroup, UnicodeGeneralCategory};

use crate::domain::Mistake;

/// No language writes more marks than this on one letter (UTS #39, section 5.4).
const MAX_MARKS_ON_A_LETTER: usize = 4;

/// The characters of an atom other than letters and digits (RFC 5322, section 3.2.3).
const ATOM_SPECIALS: &str = "!#$%&'*+-/=?^_`{|}~";

/// The local part and the domain. Quoted local parts are refused: they are the same mailbox as the unquoted one, and no
/// provider issues them. Domains in brackets and domains without a dot are refused, too.
pub fn split(address: &str) -> Option<(&str, &str)> {
    let (local, domain) = address.rsplit_once('@')?;
    let is_dot_atom = local.split('.').all(|atom| !atom.is_empty() && atom.chars().all(is_in_atom));
    let is_host = domain.contains('.') && domain.split('.').all(is_label);
    (is_dot_atom && is_host && !address.chars().any(is_invisible)).then_some((local, domain))
}

/// Further rules for new addresses: the domain is no IP address, and marks stand on a letter.
pub fn check_new(local: &str, domain: &str) -> Result<(), Mistake> {
    let top = domain.rsplit('.').next().unwrap_or_default();
    let is_number = top.bytes().all(|octet| octet.is_ascii_digit());
    if is_number || !are_marks_on_letters(local) { Err(Mistake::EmailInvalid) } else { Ok(()) }
}

fn is_in_atom(c: char) -> bool {
    ATOM_SPECIALS.contains(c) || is_letter_digit_or_mark(c)
}

/// Whether the text is one label of a domain, as typed. `idna` checks the length of its A-label.
fn is_label(label: &str) -> bool {
    let is_in_label = |c: char| c == '-' || is_letter_digit_or_mark(c);
    !label.is_empty() && !label.starts_with('-') && !label.ends_with('-') && label.chars().all(is_in_label)
}

/// Marks count as letters: the scripts of India and South-East Asia need them, and so does any script with vowel marks.
fn is_letter_digit_or_mark(c: char) -> bool {
    c.is_alphanumeric() || is_mark(c)
}

/// Whether a mark changes a letter. A mark that encloses a letter is part of no spelling.
fn is_mark(c: char) -> bool {
    matches!(c.general_category(), GeneralCategory::NonspacingMark | GeneralCategory::SpacingMark)
}

/// Control, format and separator characters, and letters and marks without a shape. Two addresses that differ only in
/// these would look the same.
fn is_invisible(c: char) -> bool {
    matches!(c.general_category_group(), GeneralCategoryGroup::Other | GeneralCategoryGroup::Separator)
        || matches!(c, '\u{115f}' | '\u{1160}' | '\u{2800}' | '\u{3164}' | '\u{ffa0}')
        || matches!(c, '\u{34f}' | '\u{17b4}' | '\u{17b5}')
        || matches!(c, '\u{180b}'..='\u{180f}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0100}'..='\u{e01ef}')
}

/// Whether each mark follows a letter or another mark, with few marks on one letter and no mark twice in a row (UTS
/// #39,
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
