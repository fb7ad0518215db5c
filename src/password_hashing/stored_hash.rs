//! A hash as the database keeps it, of whatever scheme. A scheme that is added is one more arm.

use super::Parameters;
use super::engine::EngineError;
use super::engine::phc::{Argon2Hash, Unreadable};
use super::pepper::Peppers;
use super::thread_team::ThreadTeam;
use crate::domain::{Password, PhcString};

/// A stored hash that was read and whose cost is within bounds.
pub enum StoredHash {
    Argon2(Argon2Hash),
}

impl StoredHash {
    /// Reads a PHC string. Refuses costs beyond the bounds before any memory is allocated.
    pub fn read(hash: &PhcString, peppers: &Peppers) -> Result<Self, Unreadable> {
        Argon2Hash::read(hash, peppers).map(Self::Argon2)
    }

    /// What checking it costs, in the terms of Argon2.
    pub fn cost(&self) -> Parameters {
        match self {
            Self::Argon2(hash) => hash.parameters(),
        }
    }

    /// Whether this is the password.
    pub fn verify(&self, password: &Password, team: &mut ThreadTeam) -> Result<bool, EngineError> {
        match self {
            Self::Argon2(hash) => hash.fits(password, |input, tag| team.tag(input, tag)),
        }
    }

    /// Whether a new hash should replace it: it costs an attacker less than one made today, or has another pepper.
    pub fn needs_rehash(&self, today: Parameters, peppers: &Peppers) -> bool {
        match self {
            Self::Argon2(hash) => hash.is_outdated(today, peppers),
        }
    }
}
