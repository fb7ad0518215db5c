//! Letters that look like others: with them, one person's address can pass for another's.

use unicode_normalization::UnicodeNormalization;
use unicode_security::{MixedScript, RestrictionLevel, RestrictionLevelDetection};

/// Whether a local part or a label mixes alphabets beyond the level "moderately restrictive" of UTS #39, section 5.2.
/// That level allows one alphabet; Latin with any other except Cyrillic and Greek; and the scripts that Chinese,
/// Japanese and Korean mix. An alphabet that the standard does not recommend is accepted while it is the only one, and
/// so is text without letters (digits and punctuation).
pub fn mixes_alphabets(text: &str) -> bool {
    let letters: String = text.nfkc().filter(|c| !c.is_ascii_punctuation()).collect();
    let is_one_alphabet = letters.as_str().is_single_script();
    let is_usual_mix = || letters.as_str().check_restriction_level(RestrictionLevel::ModeratelyRestrictive);
    has_ascii_in_disguise(text) || !is_one_alphabet && !is_usual_mix()
}

/// Whether a character is a variant of an ASCII letter or digit, such as a full-width or mathematical letter.
fn has_ascii_in_disguise(text: &str) -> bool {
    let is_disguise =
        |c: char| !c.is_ascii() && Some(c).into_iter().nfkc().any(|c| c.is_ascii_alphanumeric());
    text.chars().any(is_disguise)
}
