//! Random passwords and passphrases are never refused: thirty generators, a thousand of each.

use fst::Streamer;

use super::common;
use super::tests::{BOOKS, BRIAN, DEFAULT, judged_in};

const LOWER: &str = "abcdefghijklmnopqrstuvwxyz";
const UPPER: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const DIGITS: &str = "0123456789";
const SYMBOLS: &str = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";
const BASE32: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const BASE58: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const CYRILLIC: &str =
    "\u{430}\u{431}\u{432}\u{433}\u{434}\u{435}\u{436}\u{437}\u{438}\u{43a}\u{43b}\u{43c}\u{43d}";

/// Makes the same choices in every run (xorshift64*).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33) as usize % bound
    }

    fn characters(&mut self, alphabet: &str, length: usize) -> String {
        let alphabet: Vec<char> = alphabet.chars().collect();
        (0..length).map(|_| alphabet[self.below(alphabet.len())]).collect()
    }
}

fn assert_none_is_refused(name: &str, mut generate: impl FnMut(&mut Chance) -> String) {
    const EACH: usize = 1_000;
    let mut chance = Chance(0x9e37_79b9_7f4a_7c15);
    for number in 0..EACH {
        let password = generate(&mut chance);
        let context = [BOOKS, DEFAULT, BRIAN][number % 3];
        assert_eq!(judged_in(context, &password), Ok(()), "{name}: {password:?}");
    }
}

fn assert_no_text_of(alphabets: &[&[&str]], lengths: &[usize]) {
    for alphabet in alphabets {
        for &length in lengths {
            let alphabet = alphabet.concat();
            let name = format!("{length} of {alphabet}");
            assert_none_is_refused(&name, |chance| chance.characters(&alphabet, length));
        }
    }
}

#[test]
fn random_letters() {
    assert_no_text_of(&[&[LOWER], &[UPPER], &[LOWER, UPPER], &[CYRILLIC]], &[10, 12]);
}

#[test]
fn random_numbers_in_any_base() {
    const HEX: &str = "abcdef";
    const HEX_IN_CAPITALS: &str = "ABCDEF";
    assert_no_text_of(&[&[DIGITS], &[DIGITS, HEX], &[DIGITS, HEX_IN_CAPITALS], &[BASE32], &[BASE58]], &[10]);
    assert_no_text_of(&[&[DIGITS], &[DIGITS, HEX]], &[16]);
    assert_none_is_refused("UUID", |chance| {
        [8, 4, 4, 4, 12].map(|length| chance.characters("0123456789abcdef", length)).join("-")
    });
}

#[test]
fn random_letters_and_digits() {
    assert_no_text_of(&[&[LOWER, DIGITS], &[LOWER, UPPER, DIGITS]], &[10, 12]);
    assert_no_text_of(&[&[LOWER, UPPER, DIGITS, "+/"], &[LOWER, UPPER, DIGITS, "-_"]], &[10]);
    assert_none_is_refused("groups", |chance| {
        [6; 3].map(|length| chance.characters(LOWER, length)).join("-")
    });
}

#[test]
fn random_characters() {
    assert_no_text_of(&[&[LOWER, UPPER, DIGITS, SYMBOLS]], &[10, 12]);
    assert_no_text_of(&[&[SYMBOLS], &[LOWER, SYMBOLS]], &[10]);
    assert_none_is_refused("syllables", |chance| {
        (0..6).map(|_| chance.characters("bdfghklmnprstvz", 1) + &chance.characters("aeiou", 1)).collect()
    });
}

/// The words are the built-in ones: no generator draws from more common words.
#[test]
fn random_words() {
    let entries = common::entries().expect("a set");
    let (mut stream, mut words) = (entries.stream(), Vec::new());
    while let Some(entry) = stream.next() {
        let word = String::from_utf8_lossy(entry);
        if (4..=8).contains(&word.chars().count()) && word.chars().all(char::is_alphabetic) {
            words.push(word.into_owned());
        }
    }
    assert!(words.len() > 10_000, "{}", words.len());
    let draw = |chance: &mut Chance, count: usize, separator: &str| {
        let drawn: Vec<&str> = (0..count).map(|_| words[chance.below(words.len())].as_str()).collect();
        drawn.join(separator)
    };
    assert_none_is_refused("three words", |chance| draw(chance, 3, " "));
    assert_none_is_refused("three words with hyphens", |chance| draw(chance, 3, "-"));
    assert_none_is_refused("four words in one", |chance| draw(chance, 4, ""));
}
