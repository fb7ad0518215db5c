//! The built-in set of common passwords, words and names, and passwords that add little to one of its entries.

use fst::Set;
use fst::raw::CompiledAddr;

use super::secret_text::{Characters, Text, characters, fold, text};
use super::weight::weight;

/// `scripts/common_passwords` builds the set; `common_passwords.md` lists its sources. Every entry is folded.
const ENTRIES: &[u8] = include_bytes!("common_passwords.fst");

/// An entry with fewer letters is no word.
const MIN_LETTERS: usize = 3;

/// A password of this length or more can be random and still contain a word.
pub const MIN_RANDOM_LENGTH: usize = 10;

/// Whether a password is in the set, in any case, and with or without separators.
pub fn contains(password: &str) -> bool {
    let folded = fold(password);
    entries().is_some_and(|entries| {
        entries.contains(folded.as_bytes()) || entries.contains(joined(&folded).as_bytes())
    })
}

/// Whether a password is one entry of the set with no more than a year, digits or symbols before and after it. The
/// entry may be in any case, with separators or with digits and symbols in place of letters, and may be repeated.
pub fn is_built_around_one(password: &str) -> bool {
    let folded = fold(password);
    let joined = joined(&folded);
    let length = folded.chars().count();
    let separators = different(&folded) - different(&joined);
    is_one(&folded, 0, length) || *joined != *folded && is_one(&joined, separators, length)
}

/// `separators` is the number of different separators that were removed, and `length` the length before that.
fn is_one(folded: &str, separators: usize, length: usize) -> bool {
    let text = characters(folded);
    let Some(first_letter) = text.iter().position(|c| c.is_alphabetic()) else { return false };
    (0..=first_letter).any(|start| {
        ends(&text, start).into_iter().any(|end| {
            let word = &text[start..end];
            let letters = word.iter().filter(|c| c.is_alphabetic()).count();
            let added = weight_without(&text[..start], word).zip(weight_without(&text[end..], word));
            letters >= MIN_LETTERS
                && added.is_some_and(|(before, behind)| {
                    before + behind + separators <= max_added(letters, length, &text)
                })
        })
    })
}

/// The most weight beside a word of this many letters with which a password still counts as the word alone. It grows
/// with the word: a short word occurs by chance in random digits and symbols, most often in hexadecimal ones.
fn max_added(letters: usize, length: usize, text: &[char]) -> usize {
    match letters {
        _ if length < MIN_RANDOM_LENGTH => usize::MAX,
        _ if is_like_hex(text) => letters - MIN_LETTERS,
        5 => 4,
        _ => letters,
    }
}

/// Whether the text may be a random number, hexadecimal or decimal.
pub fn is_like_hex(text: &[char]) -> bool {
    let is_in = |letters: std::ops::RangeInclusive<char>| {
        text.iter().all(|c| c.is_ascii_digit() || letters.contains(c))
    };
    text.len() >= MIN_RANDOM_LENGTH && (is_in('a'..='f') || is_in('A'..='F'))
}

/// The weight of the text beside a word; `None` if it has letters that are not the same word again.
fn weight_without(beside: &[char], word: &[char]) -> Option<usize> {
    let (mut rest, mut place) = (Characters::default(), 0);
    rest.reserve(beside.len());
    while place < beside.len() {
        if beside[place..].starts_with(word) {
            place += word.len();
        } else if beside[place].is_alphabetic() {
            return None;
        } else {
            rest.push(beside[place]);
            place += 1;
        }
    }
    Some(weight(&rest))
}

/// The ends of the entries that begin at `start`, also with digits and symbols in place of letters.
fn ends(text: &[char], start: usize) -> Vec<usize> {
    let Some(entries) = entries() else { return Vec::new() };
    let fst = entries.as_fst();
    let (mut found, mut open) = (Vec::new(), vec![(start, fst.root().addr())]);
    while let Some((place, address)) = open.pop() {
        if fst.node(address).is_final() {
            found.push(place);
        }
        if let Some(&c) = text.get(place) {
            let spellings = std::iter::once(c).chain(meant_by(c).chars());
            open.extend(spellings.filter_map(|c| Some((place + 1, step(&entries, address, c)?))));
        }
    }
    found
}

/// The node after a character, which has several bytes unless it is ASCII.
fn step(entries: &Set<&[u8]>, address: CompiledAddr, c: char) -> Option<CompiledAddr> {
    let fst = entries.as_fst();
    c.encode_utf8(&mut [0; 4]).bytes().try_fold(address, |address, byte| {
        let node = fst.node(address);
        node.find_input(byte).map(|transition| node.transition_addr(transition))
    })
}

/// The letters for which people write a digit or a symbol.
pub fn meant_by(c: char) -> &'static str {
    match c {
        '4' | '@' => "a",
        '8' => "b",
        '3' | '\u{20ac}' => "e",
        '6' | '9' => "g",
        '1' => "il",
        '!' => "i",
        '0' => "o",
        '5' | '$' => "s",
        '7' => "t",
        '2' => "z",
        _ => "",
    }
}

/// The text without the separators that people put between words or letters.
fn joined(folded: &str) -> Text {
    let characters = characters(folded);
    let is_separator = |place: usize| {
        let stands_between = place > 0
            && characters[place - 1].is_alphanumeric()
            && characters.get(place + 1).is_some_and(|c| c.is_alphanumeric());
        stands_between && (characters[place].is_whitespace() || "._-'".contains(characters[place]))
    };
    let kept = (0..characters.len()).filter(|&place| !is_separator(place));
    text(folded.len(), kept.map(|place| characters[place]))
}

/// The number of different characters.
fn different(text: &str) -> usize {
    text.char_indices().filter(|(place, c)| !text[..*place].contains(*c)).count()
}

/// `None` if the set is damaged; a test makes sure that it is not.
pub(super) fn entries() -> Option<Set<&'static [u8]>> {
    Set::new(ENTRIES).ok()
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use sha2::{Digest, Sha256};

    use super::*;

    #[test]
    fn the_set_is_whole_small_and_what_its_page_says() {
        let entries = entries().expect("a set");
        entries.as_fst().verify().expect("a whole set");
        assert!(ENTRIES.len() < 1 << 20, "{} bytes", ENTRIES.len());
        let mut digest = String::new();
        for byte in Sha256::digest(ENTRIES) {
            write!(digest, "{byte:02x}").expect("text");
        }
        let page = include_str!("common_passwords.md");
        for figure in [entries.len().to_string(), ENTRIES.len().to_string(), digest] {
            assert!(page.contains(&figure), "{figure}");
        }
    }

    #[test]
    fn a_word_is_found_in_every_spelling() {
        for password in [
            "summer2026!",
            "2026Summer",
            "!!sUmMeR!!",
            "5umm3r2026!",
            "S.u.m.m.e.r 2026",
            "summer2026summer",
            "Summer24121990!",
            "p@$$w0rd1234!@#$",
            "real madrid 1902",
            "tom482913",
            "\u{e9}t\u{e9}2026!!",
        ] {
            assert!(is_built_around_one(password), "{password}");
        }
    }

    #[test]
    fn an_entry_is_found_with_separators_and_without() {
        for password in ["password", "PASSWORD", "pass word", "p-a-s-s-w-o-r-d"] {
            assert!(contains(password), "{password}");
        }
        assert!(!contains("pass harbour"));
    }

    #[test]
    fn a_word_with_one_digit_or_symbol_for_a_letter_is_the_word() {
        for password in [
            "dr4gon!!2026",
            "dr@gon!!2026",
            "8uster!!2026",
            "qu33n!!2026",
            "dra6on!!2026",
            "dra9on!!2026",
            "pr1ncess!!2026",
            "1ovely!!2026",
            "pr!ncess!!2026",
            "drag0n!!2026",
            "mon5ter!!2026",
            "mon$ter!!2026",
            "mons7er!!2026",
            "wi2ard!!2026",
        ] {
            assert!(is_built_around_one(password), "{password}");
        }
    }

    #[test]
    fn each_different_separator_counts_beside_a_word() {
        assert!(is_built_around_one("t.i-g.e-r48"), "two separators and two digits beside five letters");
        assert!(!is_built_around_one("t.i-g.e-r482"), "one digit more");
    }

    #[test]
    fn much_may_stand_beside_a_word_unless_the_text_may_be_hexadecimal() {
        let text = |text: &str| text.chars().collect::<Vec<_>>();
        for (letters, length, beside, expected) in [
            (5, 9, "tiger-482", usize::MAX),
            (4, 10, "xray-48290", 4),
            (5, 10, "tiger-4829", 4),
            (6, 11, "summer-4829", 6),
            (3, 10, "fad1234567", 0),
            (5, 10, "faded48291", 2),
            (5, 10, "FADED48291", 2),
            (5, 10, "FADEd48291", 4),
        ] {
            assert_eq!(max_added(letters, length, &text(beside)), expected, "{beside}");
        }
    }

    #[test]
    fn two_words_or_much_beside_one_are_something_else() {
        for password in [
            "violet harbour kettle",
            "SecurePass123",
            "MySecure123",
            "correcthorsebattery",
            "summerx2026!",
            "summer 7391 8264",
            "dead482913",
            "8288cade99",
            "4829137465",
        ] {
            assert!(!is_built_around_one(password), "{password}");
        }
    }
}
