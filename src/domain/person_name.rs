//! What a person wants to be called: one line, of characters that can be seen.

use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

use super::Mistake;
use super::email_address::initial;

/// The longest name, in code points.
const MAXIMUM: usize = 100;

/// The longest input that is parsed, in octets.
const MAXIMUM_INPUT: usize = 4_096;

/// A name as its owner typed it, in NFC, with single spaces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonName(Box<str>);

impl PersonName {
    /// `None` for a name that is empty, or only white space. A control, bidi control or other character that cannot be
    /// seen is a mistake: with it two names can look alike, or text beside the name can change its place.
    pub fn parse(input: &str) -> Result<Option<Self>, Mistake> {
        let too_long = Mistake::NameTooLong { maximum: MAXIMUM };
        if input.len() > MAXIMUM_INPUT {
            return Err(too_long);
        }
        let name: String = input.split_whitespace().collect::<Vec<_>>().join(" ").nfc().collect();
        let letters: Vec<char> = name.chars().collect();
        if (0..letters.len()).any(|at| is_invisible(letters[at]) && !is_joiner_in_place(&letters, at)) {
            return Err(Mistake::NameUnreadable);
        }
        match letters.len() {
            0 => Ok(None),
            1..=MAXIMUM => Ok(Some(Self(name.into()))),
            _ => Err(too_long),
        }
    }

    /// Rebuilds a name that was parsed before it was stored.
    pub fn from_stored(name: String) -> Self {
        Self(name.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first letter or digit, as a capital.
    pub fn initial(&self) -> String {
        initial(&self.0)
    }
}

/// Whether this is a joiner or a non-joiner between two letters of a script that needs them to be spelled right: Persian,
/// Sinhala and others, all encoded behind Hebrew (RFC 5892, appendices A.1 and A.2, has the stricter rules of domains).
fn is_joiner_in_place(letters: &[char], at: usize) -> bool {
    let is_letter = |at: Option<usize>| {
        let letter = at.and_then(|at| letters.get(at)).filter(|letter| **letter >= '\u{600}');
        letter.is_some_and(|letter| !is_invisible(*letter) && !letter.is_whitespace())
    };
    matches!(letters[at], '\u{200c}' | '\u{200d}') && is_letter(at.checked_sub(1)) && is_letter(Some(at + 1))
}

fn is_invisible(c: char) -> bool {
    let category = c.general_category();
    let is_unseen = matches!(
        category,
        GeneralCategory::Control
            | GeneralCategory::Format
            | GeneralCategory::PrivateUse
            | GeneralCategory::Surrogate
            | GeneralCategory::Unassigned
            | GeneralCategory::LineSeparator
            | GeneralCategory::ParagraphSeparator
    );
    is_unseen
        || matches!(
            c,
            // The grapheme joiner, fillers of Hangul, vowels of Khmer that are not shown, selectors of variants, and an
            // empty Braille cell.
            '\u{34f}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}' | '\u{180b}'..='\u{180f}' | '\u{2800}'
                | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{ffa0}' | '\u{e0100}'..='\u{e01ef}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(input: &str) -> Option<String> {
        PersonName::parse(input).expect(input).map(|name| name.as_str().to_owned())
    }

    #[test]
    fn a_name_is_one_line_in_nfc() {
        for (input, name) in [
            ("Alice", "Alice"),
            ("  Alice \t  van\u{a0}der\r\nBerg\u{3000}", "Alice van der Berg"),
            ("Zoe\u{308}", "Zo\u{eb}"),
            ("O'Neill-Müller, Jr. <b>", "O'Neill-Müller, Jr. <b>"),
            ("محمد بن سلمان", "محمد بن سلمان"),
            ("山田 太郎", "山田 太郎"),
            ("श्रीनिवास", "श्रीनिवास"),
            ("\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}", "\u{dc1}\u{dca}\u{200d}\u{dbb}\u{dd3}"),
            ("\u{645}\u{6cc}\u{200c}\u{646}\u{627}", "\u{645}\u{6cc}\u{200c}\u{646}\u{627}"),
        ] {
            assert_eq!(parsed(input).as_deref(), Some(name));
        }
        for empty in ["", " ", "\n\t\u{2003}"] {
            assert_eq!(parsed(empty), None);
        }
    }

    #[test]
    fn what_cannot_be_seen_is_refused() {
        for c in [
            '\0',
            '\u{7}',
            '\u{1b}',
            '\u{7f}',
            '\u{ad}',
            '\u{34f}',
            '\u{61c}',
            '\u{115f}',
            '\u{1160}',
            '\u{17b4}',
            '\u{180e}',
            '\u{200b}',
            '\u{200c}',
            '\u{200d}',
            '\u{200e}',
            '\u{200f}',
            '\u{202a}',
            '\u{202e}',
            '\u{2060}',
            '\u{2066}',
            '\u{2069}',
            '\u{2800}',
            '\u{3164}',
            '\u{e000}',
            '\u{fe0f}',
            '\u{feff}',
            '\u{ffa0}',
            '\u{ffff}',
            '\u{e0001}',
            '\u{e0100}',
        ] {
            for name in [format!("Al{c}ice"), c.to_string()] {
                assert_eq!(PersonName::parse(&name), Err(Mistake::NameUnreadable), "{c:?}");
            }
        }
        for joined in [
            "\u{645}\u{200c}",
            "\u{200d}\u{645}",
            "\u{645}\u{200c}\u{200c}\u{646}",
            "\u{645}\u{200d} \u{646}",
        ] {
            assert_eq!(PersonName::parse(joined), Err(Mistake::NameUnreadable), "{joined:?}");
        }
    }

    #[test]
    fn a_name_has_at_most_a_hundred_characters() {
        let too_long = Err(Mistake::NameTooLong { maximum: 100 });
        assert_eq!(parsed(&"é".repeat(100)), Some("é".repeat(100)));
        assert_eq!(parsed(&"e\u{301}".repeat(100)), Some("é".repeat(100)), "as it is stored");
        assert_eq!(PersonName::parse(&"é".repeat(101)), too_long);
        assert_eq!(PersonName::parse(&" ".repeat(5_000)), too_long);
    }

    #[test]
    fn the_initial_is_that_of_the_first_letter() {
        for (name, initial) in [("alice", "A"), ("'t Hooft", "T"), ("محمد", "م"), ("山田", "山"), ("—", "—")]
        {
            assert_eq!(PersonName::parse(name).expect(name).expect(name).initial(), initial);
        }
    }
}
