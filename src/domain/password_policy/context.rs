//! The words from which an attacker starts who knows the owner and the site.

use super::common::meant_by;
use super::secret_text::{Characters, Text, characters, fold, text};
use crate::domain::EmailAddress;

/// A word from the address, or from the name or host of the site; folded.
#[derive(Clone, Debug)]
pub struct ContextWord {
    pub text: String,
    letters: Vec<char>,
    /// Whether the word is from the name of the site or of the owner: short ones count at the beginning or the end of a
    /// password, and together. Short parts of a domain, such as `com`, occur in many words, and count only beside
    /// others.
    is_name: bool,
}

/// Shorter words occur in random text and in other words, so they count only together.
const MIN_ALONE: usize = 4;

/// Digits occur in random text more often than letters.
const MIN_DIGITS_ALONE: usize = 6;

pub fn of_site(site_name: &str, host: &str) -> Vec<ContextWord> {
    let mut words = words_of(site_name, true);
    // An IP address has no words.
    if host.parse::<std::net::IpAddr>().is_err() && !host.starts_with('[') {
        words.extend(words_of(host, false));
        words.extend(words_of(&idna::domain_to_unicode(host).0, false));
    }
    words
}

pub fn of_address(email: &EmailAddress) -> Vec<ContextWord> {
    let mut words = Vec::new();
    for spelling in [email.as_typed(), email.key()] {
        let (local, domain) = spelling.rsplit_once('@').unwrap_or((spelling, ""));
        words.extend(words_of(local, true));
        words.extend(words_of(domain, false));
        words.extend(words_of(&idna::domain_to_unicode(domain).0, false));
    }
    words
}

/// The parts of a text between separators, and the parts of those: between letters and digits, and at capitals.
fn words_of(text: &str, is_name: bool) -> Vec<ContextWord> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(|c: char| !c.is_alphanumeric()) {
        parts.push(part.to_owned());
        let mut piece = String::new();
        let mut last = None;
        for c in part.chars() {
            let is_border = last.is_some_and(|last: char| {
                last.is_numeric() != c.is_numeric() || last.is_lowercase() && c.is_uppercase()
            });
            if is_border {
                parts.push(std::mem::take(&mut piece));
            }
            piece.push(c);
            last = Some(c);
        }
        parts.push(piece);
    }
    let mut parts: Vec<String> = parts.iter().map(|part| crate::domain::fold(part)).collect();
    parts.sort();
    parts.dedup();
    parts.into_iter().filter_map(|text| ContextWord::new(text, is_name)).collect()
}

impl ContextWord {
    fn new(text: String, is_name: bool) -> Option<Self> {
        let letters: Vec<char> = text.chars().collect();
        let has_letter = letters.iter().any(|c| c.is_alphabetic());
        let least = if has_letter { 1 } else { MIN_DIGITS_ALONE };
        (letters.len() >= least).then_some(Self { text, letters, is_name })
    }

    /// Whether the word is enough by itself, wherever it stands.
    pub fn is_telling(&self) -> bool {
        self.letters.len() >= MIN_ALONE
    }

    /// Whether a text begins with the word, also with digits and symbols in place of up to half of its letters. Beyond
    /// half, text that is mostly digits would match by chance.
    fn begins(&self, text: &[char]) -> bool {
        let Some(text) = text.get(..self.letters.len()) else { return false };
        let replaced = || self.letters.iter().zip(text).filter(|(letter, c)| letter != c);
        replaced().count() * 2 <= self.letters.len() + 1
            && replaced().all(|(&letter, &c)| meant_by(c).contains(letter))
    }
}

/// The rest of a password without the words, in any order and with any separators between and in them. `None` if the
/// password contains none of them.
pub fn without(password: &str, words: &[ContextWord]) -> Option<Text> {
    let password = Parts::of(password);
    let stretches = Stretch::longest(&password.letters, words);
    let is_without_letters = |rest: &Text| !rest.contains(char::is_alphabetic);
    password
        .cut(&stretches, Stretch::counts_without_letters)
        .filter(is_without_letters)
        .or_else(|| password.cut(&stretches, Stretch::counts))
}

/// A folded password, with and without its separators.
struct Parts {
    whole: Characters,
    letters: Characters,
    /// The position in `whole` of each of the letters.
    places: Vec<usize>,
}

impl Parts {
    fn of(password: &str) -> Self {
        let whole = characters(&fold(password));
        let is_letter = |c: &char| c.is_alphanumeric() || !meant_by(*c).is_empty();
        let places: Vec<usize> = (0..whole.len()).filter(|&place| is_letter(&whole[place])).collect();
        let mut letters = Characters::default();
        letters.reserve(places.len());
        letters.extend(places.iter().map(|&place| whole[place]));
        Self { whole, letters, places }
    }

    /// The rest without the stretches that count.
    fn cut(
        &self,
        stretches: &[Stretch],
        counts: impl Fn(&Stretch, std::ops::Range<usize>) -> bool,
    ) -> Option<Text> {
        let mut is_kept = vec![true; self.whole.len()];
        let mut start = 0;
        while start < self.places.len() {
            let stretch = &stretches[start];
            if counts(stretch, start..self.places.len()) {
                is_kept[self.places[start]..=self.places[stretch.end - 1]].fill(false);
                start = stretch.end;
            } else {
                start += 1;
            }
        }
        let kept = self.whole.iter().zip(&is_kept).filter(|(_, is_kept)| **is_kept).map(|(c, _)| *c);
        is_kept.contains(&false).then(|| text(self.whole.len() * 4, kept))
    }
}

/// A part of a password that consists of words.
#[derive(Clone, Copy, Default)]
struct Stretch {
    end: usize,
    /// Whether one of the words is enough by itself.
    is_telling: bool,
    /// Whether all of them are from names.
    is_name: bool,
}

impl Stretch {
    /// The longest stretch that begins at each position.
    fn longest(letters: &[char], words: &[ContextWord]) -> Vec<Self> {
        let mut longest = vec![Self::default(); letters.len() + 1];
        for start in (0..letters.len()).rev() {
            for word in words.iter().filter(|word| word.begins(&letters[start..])) {
                let end = start + word.letters.len();
                // One symbol may stand between two words, such as the @ of an address.
                let is_symbol = letters.get(end).is_some_and(|c| !c.is_alphanumeric());
                let nexts = [Some(end), is_symbol.then_some(end + 1)].into_iter().flatten();
                let next = nexts
                    .filter(|next| longest[*next].end > *next)
                    .map(|next| longest[next])
                    .max_by_key(|n| n.end);
                let stretch = Self {
                    end: next.map_or(end, |next| next.end),
                    is_telling: next.is_some_and(|next| next.is_telling) || word.is_telling(),
                    is_name: next.is_none_or(|next| next.is_name) && word.is_name,
                };
                if (stretch.end, stretch.is_telling) > (longest[start].end, longest[start].is_telling) {
                    longest[start] = stretch;
                }
            }
        }
        longest
    }

    /// Whether the stretch is too long for chance, whatever else the password has.
    fn counts(&self, range: std::ops::Range<usize>) -> bool {
        self.is_telling || self.is_name && self.end > range.start + MIN_ALONE
    }

    /// Whether the stretch is too long for chance if the rest is only digits and symbols. A short name among random
    /// letters is not.
    fn counts_without_letters(&self, range: std::ops::Range<usize>) -> bool {
        let is_at_an_end = range.start == 0 || self.end == range.end;
        self.counts(range.clone()) || self.is_name && is_at_an_end && self.end + 1 >= range.start + MIN_ALONE
    }
}
