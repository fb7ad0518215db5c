//! Letters that are taken for others: an address of one person that another reads as theirs.

use unicode_normalization::UnicodeNormalization;
use unicode_security::{MixedScript, RestrictionLevel, RestrictionLevelDetection};

/// Whether a local part or a label mixes alphabets beyond the level "moderately restrictive" of UTS #39, section 5.2:
/// one alphabet, with Latin beside any but Cyrillic and Greek, or the scripts that Chinese, Japanese and Korean mix.
/// An alphabet that the standard does not recommend is one as good as any, while it is alone. So is whatever has no
/// letters: digits, and marks of punctuation.
pub fn mixes_alphabets(text: &str) -> bool {
    let letters: String = text.nfkc().filter(|c| !c.is_ascii_punctuation()).collect();
    let is_one_alphabet = letters.as_str().is_single_script();
    let is_usual_mix = || letters.as_str().check_restriction_level(RestrictionLevel::ModeratelyRestrictive);
    has_ascii_in_disguise(text) || !is_one_alphabet && !is_usual_mix()
}

/// Whether a character is only another form of an ASCII letter or digit, as full-width and mathematical letters are.
fn has_ascii_in_disguise(text: &str) -> bool {
    let is_disguise =
        |c: char| !c.is_ascii() && Some(c).into_iter().nfkc().any(|c| c.is_ascii_alphanumeric());
    text.chars().any(is_disguise)
}
