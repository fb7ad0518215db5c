//! One hash, made or checked, on the calling thread.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, Argon2, Params, Version};

use crate::domain::{Password, PhcString};

const SALT_OCTETS: usize = 16;
const TAG_OCTETS: usize = 32;

/// The weakest parameters that OWASP's password storage cheat sheet accepts for Argon2id.
const MINIMUM_MEMORY_KIB: u32 = 19_456;
const MINIMUM_PASSES: u32 = 2;

/// What one hash may cost at most, whether it is configured or stored: 256 MiB, and five times the work of the
/// default parameters. A stored hash beyond it was put there to see us stumble.
const MOST_MEMORY_KIB: u32 = 262_144;
const MOST_WORK: u64 = 1 << 20;
const MOST_LANES: u32 = 64;

/// The cost of one hash (RFC 9106, section 3.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parameters {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

#[derive(Debug, thiserror::Error)]
pub enum InvalidParameters {
    #[error("must be at least 8 KiB for each lane, and at most {MOST_MEMORY_KIB} KiB")]
    Memory,
    #[error("must be at least 1, and times memory_kib at most {MOST_WORK}")]
    Passes,
    #[error("must be from 1 to {MOST_LANES}")]
    Lanes,
}

impl Parameters {
    /// Takes any parameters that Argon2 can run with and that are affordable; see [`is_weak`](Self::is_weak).
    pub fn new(memory_kib: u32, passes: u32, lanes: u32) -> Result<Self, InvalidParameters> {
        if !(1..=MOST_LANES).contains(&lanes) {
            return Err(InvalidParameters::Lanes);
        }
        if !(8 * lanes..=MOST_MEMORY_KIB).contains(&memory_kib) {
            return Err(InvalidParameters::Memory);
        }
        if passes == 0 || u64::from(memory_kib) * u64::from(passes) > MOST_WORK {
            return Err(InvalidParameters::Passes);
        }
        Ok(Self { memory_kib, passes, lanes })
    }

    /// Whether they cost an attacker less than what OWASP calls the least (19 MiB, 2 passes).
    pub fn is_weak(self) -> bool {
        self.memory_kib < MINIMUM_MEMORY_KIB || self.passes < MINIMUM_PASSES
    }

    fn context(self) -> argon2::Result<Params> {
        Params::new(self.memory_kib, self.passes, self.lanes, Some(TAG_OCTETS))
    }
}

impl std::fmt::Display for Parameters {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "m={},t={},p={}", self.memory_kib, self.passes, self.lanes)
    }
}

#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    #[error("no randomness: {0}")]
    Random(#[from] getrandom::Error),
    #[error("argon2: {0}")]
    Argon2(#[from] argon2::Error),
    #[error("PHC string: {0}")]
    Phc(#[from] argon2::password_hash::phc::Error),
    #[error("PHC string: {0}")]
    Parameters(#[from] argon2::password_hash::Error),
}

/// Why a stored hash cannot be checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

pub fn hash(password: &Password, parameters: Parameters) -> Result<PhcString, EngineError> {
    let mut salt = [0; SALT_OCTETS];
    getrandom::fill(&mut salt)?;
    let mut tag = [0; TAG_OCTETS];
    let context = parameters.context()?;
    Argon2::new(Algorithm::Argon2id, Version::V0x13, context.clone()).hash_password_into(
        password.expose().as_bytes(),
        &salt,
        &mut tag,
    )?;
    encode(&context, &salt, &tag)
}

/// A hash whose tag is random, so that no password is known to fit it.
pub fn decoy(parameters: Parameters) -> Result<PhcString, EngineError> {
    let mut salt = [0; SALT_OCTETS];
    getrandom::fill(&mut salt)?;
    let mut tag = [0; TAG_OCTETS];
    getrandom::fill(&mut tag)?;
    encode(&parameters.context()?, &salt, &tag)
}

fn encode(context: &Params, salt: &[u8], tag: &[u8]) -> Result<PhcString, EngineError> {
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(context)?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(tag)?),
    };
    Ok(PhcString::new(hash.to_string()))
}

/// A stored hash that was read and found affordable.
pub struct Stored {
    algorithm: Algorithm,
    version: Version,
    parameters: Parameters,
    salt: Salt,
    tag: Output,
}

impl Stored {
    /// Reads a PHC string and refuses what would cost more than the bounds, before any memory is spent.
    pub fn read(hash: &PhcString) -> Result<Self, Unreadable> {
        let unreadable = |reason: &dyn ToString| Unreadable(reason.to_string());
        let hash = PasswordHash::new(hash.as_str()).map_err(|error| unreadable(&error))?;
        let algorithm = Algorithm::try_from(hash.algorithm.as_str()).map_err(|error| unreadable(&error))?;
        let version = hash.version.unwrap_or(Version::V0x10.into());
        let version = Version::try_from(version).map_err(|error| unreadable(&error))?;
        let params = Params::try_from(&hash).map_err(|error| unreadable(&error))?;
        let parameters = Parameters::new(params.m_cost(), params.t_cost(), params.p_cost())
            .map_err(|error| unreadable(&error))?;
        let (Some(salt), Some(tag)) = (hash.salt, hash.hash) else {
            return Err(Unreadable("salt or tag is missing".to_owned()));
        };
        Ok(Self { algorithm, version, parameters, salt, tag })
    }

    /// Whether the password gives the same tag, compared in constant time.
    pub fn fits(&self, password: &Password) -> Result<bool, EngineError> {
        let Parameters { memory_kib, passes, lanes } = self.parameters;
        let params = Params::new(memory_kib, passes, lanes, Some(self.tag.len()))?;
        let mut tag = vec![0; self.tag.len()];
        Argon2::new(self.algorithm, self.version, params).hash_password_into(
            password.expose().as_bytes(),
            &self.salt,
            &mut tag,
        )?;
        Ok(Output::new(&tag)? == self.tag)
    }

    pub fn is_weaker_than(&self, today: Parameters) -> bool {
        self.algorithm != Algorithm::Argon2id
            || self.version != Version::V0x13
            || self.parameters.memory_kib < today.memory_kib
            || self.parameters.passes < today.passes
            || self.salt.len() < SALT_OCTETS
            || self.tag.len() < TAG_OCTETS
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cheap() -> Parameters {
        Parameters::new(64, 1, 1).expect("valid")
    }

    fn read(text: &str) -> Result<Stored, Unreadable> {
        Stored::read(&PhcString::new(text.to_owned()))
    }

    #[test]
    fn a_hash_fits_its_password_and_no_other() {
        let hash = hash(&Password::typed("violet harbour"), cheap()).expect("hashed");
        let stored = Stored::read(&hash).expect("readable");
        assert!(stored.fits(&Password::typed("violet harbour")).expect("checked"));
        assert!(!stored.fits(&Password::typed("violet harbour ")).expect("checked"));
        assert!(!stored.is_weaker_than(cheap()));
    }

    #[test]
    fn the_default_parameters_make_the_documented_string() {
        let parameters = Parameters::new(65_536, 3, 4).expect("valid");
        let hash = hash(&Password::typed("violet harbour"), parameters).expect("hashed");
        let (head, rest) = hash.as_str().split_at("$argon2id$v=19$m=65536,t=3,p=4$".len());
        assert_eq!(head, "$argon2id$v=19$m=65536,t=3,p=4$");
        assert_eq!(rest.split('$').map(str::len).collect::<Vec<_>>(), [22, 43], "salt and tag");
    }

    /// Made with the reference command line: `printf password | argon2 somesalt -id -t 2 -k 256 -p 1`.
    #[test]
    fn a_hash_of_the_reference_implementation_fits() {
        let stored =
            read("$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4")
                .expect("readable");
        assert!(stored.fits(&Password::typed("password")).expect("checked"));
        assert!(stored.is_weaker_than(cheap()), "its salt is short");
    }

    #[test]
    fn weaker_ones_are_noticed() {
        let today = Parameters::new(65_536, 3, 4).expect("valid");
        let salt_and_tag = format!("{}${}", "c".repeat(22).replace("cc", "cQ"), "A".repeat(43));
        for (text, weaker) in [
            ("$argon2id$v=19$m=65536,t=3,p=4$", false),
            ("$argon2id$v=19$m=131072,t=3,p=1$", false),
            ("$argon2id$v=19$m=65535,t=3,p=4$", true),
            ("$argon2id$v=19$m=65536,t=2,p=4$", true),
            ("$argon2i$v=19$m=65536,t=3,p=4$", true),
            ("$argon2id$v=16$m=65536,t=3,p=4$", true),
        ] {
            let stored = read(&format!("{text}{salt_and_tag}")).unwrap_or_else(|e| panic!("{text}: {e:?}"));
            assert_eq!(stored.is_weaker_than(today), weaker, "{text}");
        }
    }

    #[test]
    fn absurd_parameters_are_refused_before_memory_is_spent() {
        for parameters in [
            "m=4294967295,t=1,p=1",
            "m=262145,t=1,p=1",
            "m=65536,t=4294967295,p=1",
            "m=262144,t=5,p=1",
            "m=65536,t=3,p=65",
            "m=65536,t=0,p=4",
            "m=7,t=1,p=1",
        ] {
            let text = format!(
                "$argon2id$v=19${parameters}$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"
            );
            assert!(read(&text).is_err(), "{parameters}");
        }
        for text in [
            "",
            "plain",
            "$2b$12$abcdefghijklmnopqrstuv",
            "$argon2id$v=19$m=256,t=2,p=1",
            "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ",
        ] {
            assert!(read(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn a_decoy_reads_like_a_hash_of_today() {
        let decoy = Stored::read(&decoy(cheap()).expect("made")).expect("readable");
        assert!(!decoy.is_weaker_than(cheap()));
        assert!(!decoy.fits(&Password::typed("")).expect("checked"));
    }
}
