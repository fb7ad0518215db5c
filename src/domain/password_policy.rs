//! Which new passwords are accepted, after NIST SP 800-63B-4, section 3.1.1.2: length and guessability,
//! no composition rules.

use zeroize::Zeroizing;
use zxcvbn::matching::patterns::MatchPattern;
use zxcvbn::{Match, zxcvbn};

use super::{EmailAddress, Mistake, Password};

/// The longest accepted password, in code points. NIST asks for at least 64.
pub const MAXIMUM_PASSWORD_LENGTH: usize = 256;

/// A password that fewer guesses than this find is refused: the most that NIST lets an online attacker try
/// is far below it, and zxcvbn calls what lies under it "very guessable".
const MINIMUM_GUESSES: u64 = 1_000_000;

/// The length that NIST finds enough for a password by itself. From here on mere repetition is no reason to refuse.
const SUFFICIENT_LENGTH: usize = 15;

/// How much of a password is judged, in code points. The estimate's cost grows with the square of the length, and
/// what is hard to guess does not become easy by what follows.
const JUDGED_LENGTH: usize = 32;

/// The operator's choices.
#[derive(Clone, Debug)]
pub struct PasswordPolicy {
    /// In code points.
    pub minimum_length: usize,
    /// A password made from the name of the site is what a guesser tries first.
    pub site_name: String,
}

/// A password that the policy accepted.
#[derive(Clone, Debug)]
pub struct NewPassword(Password);

impl NewPassword {
    /// Judges a password for the account of `email` (if that is known to be an address).
    ///
    /// Takes a millisecond for most passwords, but up to a tenth of a second of computing for one that was made for
    /// that: it belongs where hashes are made.
    pub fn parse(
        password: Password,
        policy: &PasswordPolicy,
        email: Option<&EmailAddress>,
    ) -> Result<Self, Mistake> {
        let length = password.expose().chars().count();
        if length == 0 {
            return Err(Mistake::PasswordMissing);
        }
        if password.expose().contains(char::REPLACEMENT_CHARACTER) {
            return Err(Mistake::PasswordUnreadable);
        }
        if length < policy.minimum_length {
            return Err(Mistake::PasswordTooShort { minimum: policy.minimum_length });
        }
        if length > MAXIMUM_PASSWORD_LENGTH {
            return Err(Mistake::PasswordTooLong { maximum: MAXIMUM_PASSWORD_LENGTH });
        }
        match judge(password.expose(), length, &context(&policy.site_name, email)) {
            Some(mistake) => Err(mistake),
            None => Ok(Self(password)),
        }
    }

    pub fn into_inner(self) -> Password {
        self.0
    }
}

/// What a guesser who knows the person and the site would start from.
fn context(site_name: &str, email: Option<&EmailAddress>) -> Vec<String> {
    let mut words = vec![site_name.to_owned()];
    words.extend(words_of(site_name));
    for spelling in email.into_iter().flat_map(|email| [email.as_typed(), email.key()]) {
        words.push(spelling.to_owned());
        words.extend(spelling.split('@').map(str::to_owned));
        words.extend(words_of(spelling));
    }
    words.iter().map(|word| word.to_lowercase()).collect()
}

/// The parts of four letters or more; shorter ones (`com`, `de`) would forbid too much.
fn words_of(text: &str) -> impl Iterator<Item = String> + '_ {
    text.split(|c: char| !c.is_alphanumeric()).filter(|word| word.chars().count() >= 4).map(str::to_owned)
}

fn judge(password: &str, length: usize, context: &[String]) -> Option<Mistake> {
    let inputs: Vec<&str> = context.iter().map(String::as_str).collect();
    let judged: Zeroizing<String> = Zeroizing::new(password.chars().take(JUDGED_LENGTH).collect());
    let estimate = zxcvbn(&judged, &inputs);
    let found = estimate.sequence();
    if estimate.guesses() >= MINIMUM_GUESSES || length >= SUFFICIENT_LENGTH && only_repeats(found) {
        return None;
    }
    let words = words_in(found);
    Some(if words.iter().any(|word| inputs.contains(word)) {
        Mistake::PasswordFromContext
    } else if !words.is_empty() {
        Mistake::PasswordCommon
    } else {
        Mistake::PasswordGuessable
    })
}

/// Whether what makes it easy is repetition alone: there is no word in it, no run, no date.
fn only_repeats(found: &[Match]) -> bool {
    found.iter().all(|part| match &part.pattern {
        MatchPattern::Repeat(repeat) => only_repeats(&repeat.base_matches),
        pattern => matches!(pattern, MatchPattern::BruteForce),
    })
}

/// The common passwords, words and names that it is made of, also inside a repetition.
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

#[cfg(test)]
mod tests {
    use super::*;

    fn judged(input: &str) -> Result<(), Mistake> {
        let policy = PasswordPolicy { minimum_length: 8, site_name: "Harbour Books".into() };
        let email = EmailAddress::parse("Wilhelmina.Fox@example.com").expect("an address");
        NewPassword::parse(Password::typed(input), &policy, Some(&email)).map(|_| ())
    }

    #[test]
    fn length_counts_code_points_up_to_both_bounds() {
        assert_eq!(judged(""), Err(Mistake::PasswordMissing));
        assert_eq!(judged("tr\u{f6}\u{1f98a}vx7"), Err(Mistake::PasswordTooShort { minimum: 8 }));
        assert_eq!(judged("tr\u{f6}\u{1f98a}vx7k"), Ok(()));
        for accepted in [64, 256] {
            assert_eq!(judged(&"\u{e9}q7".repeat(86)[..].chars().take(accepted).collect::<String>()), Ok(()));
        }
        assert_eq!(
            judged(&"x7\u{e9}".repeat(86)[..].chars().take(257).collect::<String>()),
            Err(Mistake::PasswordTooLong { maximum: 256 })
        );
    }

    #[test]
    fn there_are_no_composition_rules() {
        for input in ["correcthorsebattery", "                ", "violet harbour kettle", "SecurePass123"] {
            assert_eq!(judged(input), Ok(()), "{input:?}");
        }
    }

    #[test]
    fn common_ones_are_refused_however_long() {
        for input in ["password", "P@ssw0rd", "sunshine1", "passwordpassword", "qwertyuiop123"] {
            assert_eq!(judged(input), Err(Mistake::PasswordCommon), "{input:?}");
        }
        for input in ["abcdefghijkl", "        ", "19901990"] {
            assert_eq!(judged(input), Err(Mistake::PasswordGuessable), "{input:?}");
        }
    }

    #[test]
    fn ones_made_from_the_address_or_the_site_are_refused() {
        for input in ["wilhelmina1", "Wilhelmina.Fox@example.com", "harbourbooks", "foxwilhelmina.fox"] {
            assert_eq!(judged(input), Err(Mistake::PasswordFromContext), "{input:?}");
        }
    }

    #[test]
    fn what_could_not_be_decoded_is_refused() {
        assert_eq!(judged("qz\u{fffd}vtr78kk"), Err(Mistake::PasswordUnreadable));
    }
}
