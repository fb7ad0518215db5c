//! Argon2 hashes as PHC strings: creates them, reads them, and checks passwords against them.

use argon2::password_hash::phc::{Output, ParamsString, PasswordHash, Salt};
use argon2::{ARGON2ID_IDENT, Algorithm, KeyId, Params, ParamsBuilder, Version};

use super::{EngineError, Input};
use crate::domain::{Password, PhcString};
use crate::password_hashing::Parameters;
use crate::password_hashing::pepper::{Pepper, Peppers, secret};
use crate::password_hashing::thread_team::ThreadTeam;

const SALT_OCTETS: usize = 16;
const TAG_OCTETS: usize = 32;

/// Why a stored hash cannot be checked.
#[derive(Debug, PartialEq, Eq)]
pub struct Unreadable(pub String);

/// Creates a hash with a fresh salt.
pub fn hash(
    team: &mut ThreadTeam,
    password: &Password,
    parameters: Parameters,
    pepper: Option<&Pepper>,
) -> Result<PhcString, EngineError> {
    let mut salt = [0; SALT_OCTETS];
    getrandom::fill(&mut salt)?;
    let mut tag = [0; TAG_OCTETS];
    let input = Input { salt: &salt, ..input(parameters, password.expose().as_bytes(), secret(pepper)) };
    team.tag(input, &mut tag)?;
    encode(parameters, pepper, &salt, &tag)
}

/// A hash with a random tag, so that no password is known to match it.
pub fn decoy(parameters: Parameters, pepper: Option<&Pepper>) -> Result<PhcString, EngineError> {
    let mut salt = [0; SALT_OCTETS];
    getrandom::fill(&mut salt)?;
    let mut tag = [0; TAG_OCTETS];
    getrandom::fill(&mut tag)?;
    encode(parameters, pepper, &salt, &tag)
}

/// Does the work of a hash, and discards the result.
pub fn spend(team: &mut ThreadTeam, parameters: Parameters) -> Result<(), EngineError> {
    let mut tag = [0; TAG_OCTETS];
    team.tag(Input { salt: &[0; SALT_OCTETS], ..input(parameters, &[], &[]) }, &mut tag)
}

/// The input of a new hash, without its salt.
fn input<'a>(parameters: Parameters, password: &'a [u8], secret: &'a [u8]) -> Input<'a> {
    let (algorithm, version) = (Algorithm::Argon2id, Version::V0x13);
    Input { algorithm, version, parameters, password, salt: &[], secret, data: &[] }
}

fn encode(
    parameters: Parameters,
    pepper: Option<&Pepper>,
    salt: &[u8],
    tag: &[u8],
) -> Result<PhcString, EngineError> {
    let mut params = ParamsBuilder::new();
    params.m_cost(parameters.memory_kib()).t_cost(parameters.passes()).p_cost(parameters.lanes());
    if let Some(pepper) = pepper {
        params.keyid(KeyId::new(pepper.id().as_bytes())?);
    }
    let hash = PasswordHash {
        algorithm: ARGON2ID_IDENT,
        version: Some(Version::V0x13.into()),
        params: ParamsString::try_from(&params.build()?)?,
        salt: Some(Salt::new(salt)?),
        hash: Some(Output::new(tag)?),
    };
    Ok(PhcString::new(hash.to_string()))
}

/// A stored hash that was read and whose cost is within bounds.
pub struct Argon2Hash {
    algorithm: Algorithm,
    version: Version,
    parameters: Parameters,
    pepper: Option<Pepper>,
    data: Vec<u8>,
    salt: Salt,
    tag: Output,
}

impl Argon2Hash {
    /// Reads a PHC string. Refuses costs beyond the bounds before any memory is allocated.
    pub fn read(hash: &PhcString, peppers: &Peppers) -> Result<Self, Unreadable> {
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
        let Some(pepper) = peppers.find(params.keyid()) else {
            return Err(Unreadable("it was made with a pepper that is not configured".to_owned()));
        };
        let (pepper, data) = (pepper.cloned(), params.data().to_vec());
        Ok(Self { algorithm, version, parameters, pepper, data, salt, tag })
    }

    pub fn parameters(&self) -> Parameters {
        self.parameters
    }

    /// Whether the password gives the same tag, compared in constant time.
    pub fn fits(
        &self,
        password: &Password,
        compute: impl FnOnce(Input<'_>, &mut [u8]) -> Result<(), EngineError>,
    ) -> Result<bool, EngineError> {
        Ok(Output::new(&self.compute(password, compute)?)? == self.tag)
    }

    /// The same hash with a newly computed tag for the password.
    pub fn recomputed(
        &self,
        password: &Password,
        compute: impl FnOnce(Input<'_>, &mut [u8]) -> Result<(), EngineError>,
    ) -> Result<PhcString, EngineError> {
        encode(self.parameters, self.pepper.as_ref(), &self.salt, &self.compute(password, compute)?)
    }

    fn compute(
        &self,
        password: &Password,
        compute: impl FnOnce(Input<'_>, &mut [u8]) -> Result<(), EngineError>,
    ) -> Result<Vec<u8>, EngineError> {
        let mut tag = vec![0; self.tag.len()];
        let input = Input {
            algorithm: self.algorithm,
            version: self.version,
            salt: &self.salt,
            data: &self.data,
            ..input(self.parameters, password.expose().as_bytes(), secret(self.pepper.as_ref()))
        };
        compute(input, &mut tag)?;
        Ok(tag)
    }

    /// Whether the hash should be replaced: it costs an attacker less than a new one, or has another pepper.
    pub fn is_outdated(&self, today: Parameters, peppers: &Peppers) -> bool {
        self.algorithm != Algorithm::Argon2id
            || self.version != Version::V0x13
            || self.parameters.are_weaker_than(today)
            || self.salt.len() < SALT_OCTETS
            || self.tag.len() < TAG_OCTETS
            || self.pepper.as_ref().map(Pepper::id) != peppers.current.as_ref().map(Pepper::id)
    }
}

#[cfg(test)]
mod tests;
