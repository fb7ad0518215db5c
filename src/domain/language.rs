//! The language that a person reads.

use std::fmt;

/// The longest language tag that is kept, in octets: room for the 35 that RFC 5646, section 4.4.1, recommends.
const MAX_LENGTH: usize = 35;

/// A language tag such as `en` or `pt-BR` (RFC 5646), as the catalogue writes it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Language(Box<str>);

impl Language {
    /// `None` if the text does not have the form of a tag.
    pub fn parse(tag: &str) -> Option<Self> {
        let is_subtag =
            |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|c| c.is_ascii_alphanumeric());
        let is_tag = tag.len() <= MAX_LENGTH && tag.split('-').all(is_subtag);
        is_tag.then(|| Self(tag.into()))
    }

    pub fn tag(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_consists_of_short_words() {
        for tag in ["en", "pt-BR", "zh-Hant-TW", "de-CH-1996"] {
            assert_eq!(Language::parse(tag).expect(tag).tag(), tag);
        }
        for text in ["", "-", "en-", "en_US", "ein-langersprachname", "en\n", "日本", &"a-".repeat(20)] {
            assert_eq!(Language::parse(text), None, "{text:?}");
        }
    }
}
