//! The estimate of zxcvbn, and how the policy uses it.

use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Match, zxcvbn};

use super::common::{MIN_RANDOM_LENGTH, is_like_hex};
use super::context::ContextWord;
use super::secret_text::{Text, characters, fold, text};

/// A password that an attacker would find with fewer guesses is refused. An attacker has 100 tries for each account
/// (`rate_limits.most_failures`), so one in 100,000 of the weakest accepted passwords falls to an attack that knows how
/// people choose.
const MIN_GUESSES: u64 = 10_000_000;

/// The bound for a password that may be a random number. In one of thirty numbers of ten decimal digits zxcvbn sees a
/// year, a date or a row, and estimates fewer guesses than `MIN_GUESSES`. Below this bound, a number consists of one or
/// two such patterns and nothing else.
const MIN_GUESSES_OF_A_NUMBER: u64 = 20_000;

/// The bound for a password of which words and patterns are only a part. Random text has a short word, a repetition or
/// a row by chance, and zxcvbn counts only a factor of 10 for each letter beside them, because people choose letters as
/// badly as digits.
const MIN_GUESSES_OF_A_PART: u64 = 1_000_000;

/// An attacker who has the hashes, and hardware for this purpose, needs years for as many guesses.
const MANY_GUESSES: u64 = 10_000_000_000;

/// The most ways in which digits and symbols may stand for letters. Beyond this, zxcvbn needs longer to try them all
/// than for everything else.
const MAX_READINGS: usize = 128;

pub struct Estimate {
    /// Whether an attacker finds it with too few guesses.
    pub is_low: bool,
    /// Whether it stands up to an attacker who need not ask the server.
    pub is_high: bool,
    found: Vec<Match>,
}

impl Estimate {
    /// `length` is that of the whole password, of which `judged` may be a part.
    pub fn of(judged: &str, length: usize, words: &[ContextWord]) -> Self {
        let inputs: Vec<&str> =
            words.iter().filter(|word| word.is_telling()).map(|word| word.text.as_str()).collect();
        let bound = if is_like_hex(&characters(judged)) { MIN_GUESSES_OF_A_NUMBER } else { MIN_GUESSES };
        let readable = readable(judged);
        let mut estimate = zxcvbn(&readable, &inputs);
        if estimate.guesses() < bound && has_capital_among_replaced(estimate.sequence()) {
            estimate = zxcvbn(&fold(&readable), &inputs);
        }
        let found = estimate.sequence().to_vec();
        let is_by_chance = length >= MIN_RANDOM_LENGTH && found.iter().any(may_be_chance);
        let bound = if is_by_chance { bound.min(MIN_GUESSES_OF_A_PART) } else { bound };
        let guesses = estimate.guesses();
        Self { is_low: guesses < bound, is_high: guesses >= MANY_GUESSES, found }
    }

    /// Whether repetition alone makes it easy to guess: there is no word in it, no run, no date.
    pub fn only_repeats(&self) -> bool {
        only_repeats(&self.found)
    }

    pub fn uses(&self, words: &[ContextWord]) -> bool {
        words_in(&self.found).iter().any(|found| words.iter().any(|word| word.text == *found))
    }

    pub fn uses_a_word(&self) -> bool {
        !words_in(&self.found).is_empty()
    }

    /// Whether it consists of rows, dates and repetitions, without a word.
    pub fn is_pattern(&self) -> bool {
        let is_unknown = |part: &Match| matches!(part.pattern, MatchPattern::BruteForce);
        !self.uses_a_word() && !self.found.iter().all(is_unknown)
    }
}

/// zxcvbn 3.1 counts a word with capitals and replaced letters (`A1131E`) among the first fifty guesses.
fn has_capital_among_replaced(found: &[Match]) -> bool {
    found.iter().any(|part| match &part.pattern {
        MatchPattern::Dictionary(word) => word.l33t && part.token.contains(char::is_uppercase),
        _ => false,
    })
}

/// The same text, but without the symbols that could stand for letters if there are too many for a person to read.
fn readable(judged: &str) -> Text {
    const REPLACEMENTS: [&str; 12] = ["4@", "8", "({[<", "3", "69", "1!|", "1|7", "0", "$5", "+7", "%", "2"];
    // Symbols that stand for two letters double the readings.
    let twice = ['1', '|', '7'].iter().filter(|c| judged.contains(**c)).count();
    let of_letters =
        REPLACEMENTS.iter().map(|symbols| symbols.chars().filter(|c| judged.contains(*c)).count().max(1));
    let readings = of_letters.product::<usize>() << twice;
    let is_symbol =
        |c: char| c.is_ascii_punctuation() && REPLACEMENTS.iter().any(|symbols| symbols.contains(c));
    let readable = judged.chars().map(|c| if readings > MAX_READINGS && is_symbol(c) { '\u{a4}' } else { c });
    text(judged.len() * 2, readable)
}

/// Whether a part may be chance: letters and symbols in no pattern, a repetition, or a word backwards.
fn may_be_chance(part: &Match) -> bool {
    match &part.pattern {
        MatchPattern::BruteForce => part.token.contains(|c: char| !c.is_ascii_digit()),
        MatchPattern::Repeat(_) => true,
        MatchPattern::Dictionary(word) => word.reversed,
        _ => false,
    }
}

fn only_repeats(found: &[Match]) -> bool {
    found.iter().all(|part| match &part.pattern {
        MatchPattern::Repeat(repeat) => only_repeats(&repeat.base_matches),
        pattern => matches!(pattern, MatchPattern::BruteForce),
    })
}

/// The common passwords, words and names of which the password consists, also inside a repetition.
fn words_in(found: &[Match]) -> Vec<&str> {
    found
        .iter()
        .flat_map(|part| match &part.pattern {
            MatchPattern::Dictionary(word) => vec![word.matched_word.as_str()],
            MatchPattern::Repeat(repeat) => words_in(&repeat.base_matches),
            _ => Vec::new(),
        })
        .collect()
}
