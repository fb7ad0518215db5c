//! Which new passwords are accepted, after NIST SP 800-63B-4, section 3.1.1.2: length, and how hard they are to guess.
//! There are no composition rules.

mod blocklist;
mod common;
mod context;
mod estimate;
mod secret_text;
mod weight;

use std::sync::Arc;

use super::{EmailAddress, Mistake, Password};

pub use blocklist::{Blocklist, BlocklistUnreadable};

use context::ContextWord;
use estimate::Estimate;
use secret_text::{Text, fold, text};

/// The longest accepted password, in code points. NIST asks for at least 64.
pub const MAXIMUM_PASSWORD_LENGTH: usize = 256;

/// The length that NIST considers enough for a password by itself. From here on repetition alone is no reason to
/// refuse.
const SUFFICIENT_LENGTH: usize = 15;

/// How many code points of a password the policy checks for guessability. The cost of the estimate grows with the
/// square of the length, and a beginning that is hard to guess does not become easy by what follows.
const JUDGED_LENGTH: usize = 32;

/// The settings of the policy. Cheap to clone.
#[derive(Clone, Debug)]
pub struct PasswordPolicy {
    /// In code points.
    pub minimum_length: usize,
    /// The words that an attacker who knows the site tries first: its name and its host.
    site: Arc<[ContextWord]>,
    blocklist: Option<Arc<dyn Blocklist>>,
}

/// A password that the policy accepted.
#[derive(Clone, Debug)]
pub struct NewPassword {
    password: Password,
    strength: Strength,
}

/// How hard an accepted password is to guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Strength {
    Sufficient,
    /// Safe even from an attacker who has the hashes.
    Strong,
}

/// Why there is no [`NewPassword`].
#[derive(Debug, thiserror::Error)]
pub enum PolicyError {
    #[error("the password is refused: {}", .0.code())]
    Refused(Mistake),
    #[error(transparent)]
    Blocklist(#[from] BlocklistUnreadable),
}

impl PasswordPolicy {
    /// `host` is that of the site's public URL.
    pub fn new(minimum_length: usize, site_name: &str, host: &str) -> Self {
        Self { minimum_length, site: context::of_site(site_name, host).into(), blocklist: None }
    }

    /// The same policy with the operator's block list.
    pub fn with_blocklist(self, blocklist: Arc<dyn Blocklist>) -> Self {
        Self { blocklist: Some(blocklist), ..self }
    }
}

impl NewPassword {
    /// Checks a password for the account of `email` (if that is known to be an address).
    ///
    /// Takes a millisecond for most passwords, but some hundredths of a second of processor time for one that an
    /// attacker made for this purpose, and reads a file if there is a block list: call it where hashes are computed.
    pub fn parse(
        password: Password,
        policy: &PasswordPolicy,
        email: Option<&EmailAddress>,
    ) -> Result<Self, PolicyError> {
        let strength = check(password.expose(), policy, email).map_err(PolicyError::Refused)?;
        match &policy.blocklist {
            Some(blocklist) if blocklist.contains(&fold(password.expose()))? => {
                Err(PolicyError::Refused(Mistake::PasswordBlocklisted))
            }
            _ => Ok(Self { password, strength }),
        }
    }

    pub fn strength(&self) -> Strength {
        self.strength
    }

    pub fn into_inner(self) -> Password {
        self.password
    }
}

fn check(password: &str, policy: &PasswordPolicy, email: Option<&EmailAddress>) -> Result<Strength, Mistake> {
    let length = password.chars().count();
    if length == 0 {
        return Err(Mistake::PasswordMissing);
    }
    if password.contains(char::REPLACEMENT_CHARACTER) {
        return Err(Mistake::PasswordUnreadable);
    }
    if length < policy.minimum_length {
        return Err(Mistake::PasswordTooShort { minimum: policy.minimum_length });
    }
    if length > MAXIMUM_PASSWORD_LENGTH {
        return Err(Mistake::PasswordTooLong { maximum: MAXIMUM_PASSWORD_LENGTH });
    }
    let mut words = policy.site.to_vec();
    words.extend(email.into_iter().flat_map(context::of_address));
    check_guessability(password, length, &words)
}

fn check_guessability(password: &str, length: usize, words: &[ContextWord]) -> Result<Strength, Mistake> {
    if context::without(password, words).is_some_and(|rest| is_guessable_after_context(&rest, length)) {
        return Err(Mistake::PasswordFromContext);
    }
    let judged = judged(password);
    let is_common = common::contains(password);
    if !is_common && common::is_built_around_one(&judged) {
        return Err(Mistake::PasswordCommon);
    }
    let estimate = Estimate::of(&judged, length, words);
    // For a row of letters, the answer that it is a row helps more than the answer that it is common.
    if is_common && !estimate.is_pattern() {
        return Err(Mistake::PasswordCommon);
    }
    let is_repetition = length >= SUFFICIENT_LENGTH && estimate.only_repeats();
    if !is_common && (!estimate.is_low || is_repetition) {
        return Ok(if estimate.is_high { Strength::Strong } else { Strength::Sufficient });
    }
    Err(if estimate.uses(words) {
        Mistake::PasswordFromContext
    } else if estimate.uses_a_word() {
        Mistake::PasswordCommon
    } else {
        Mistake::PasswordGuessable
    })
}

/// Whether the rest is easy to guess: a password must be hard to guess without the words from which an attacker starts.
fn is_guessable_after_context(rest: &str, length: usize) -> bool {
    let judged = judged(rest);
    !rest.contains(char::is_alphanumeric)
        || common::contains(rest)
        || common::is_built_around_one(&judged)
        || Estimate::of(&judged, length, &[]).is_low
}

fn judged(password: &str) -> Text {
    text(password.len(), password.chars().take(JUDGED_LENGTH))
}

#[cfg(test)]
#[path = "random/tests.rs"]
mod random_tests;
#[cfg(test)]
mod tests;
