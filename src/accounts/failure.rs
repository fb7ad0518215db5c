//! The errors that can stop any flow, whatever was typed.

use std::time::Duration;

use crate::domain::{Mistake, PolicyError};
use crate::password_hashing::HashingError;
use crate::secrets::SecretsError;
use crate::storage;

type Source = Box<dyn std::error::Error + Send + Sync>;

/// Lets `?` turn the errors of the lower modules into the error of a flow, by way of [`Failure`].
macro_rules! fails_with_failure {
    ($($flow:ty),+ $(,)?) => {$(
        impl From<crate::storage::Error> for $flow {
            fn from(error: crate::storage::Error) -> Self {
                $crate::accounts::Failure::from(error).into()
            }
        }

        impl From<crate::password_hashing::HashingError> for $flow {
            fn from(error: crate::password_hashing::HashingError) -> Self {
                $crate::accounts::Failure::from(error).into()
            }
        }

        impl From<getrandom::Error> for $flow {
            fn from(error: getrandom::Error) -> Self {
                $crate::accounts::Failure::from(error).into()
            }
        }
    )+};
}

pub(super) use fails_with_failure;

/// How long until a database that was unavailable may be back.
const STORAGE_RETRY: Duration = Duration::from_secs(5);

/// How long until another hash may have released its memory.
const MEMORY_RETRY: Duration = Duration::from_secs(5);

#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// This client, or this address, has tried too often.
    #[error("too many attempts")]
    TooManyAttempts { retry_after: Duration },
    /// No capacity or no memory for a hash, or no database. Nothing was changed, and a later attempt may succeed.
    #[error("unavailable: {source}")]
    Unavailable { retry_after: Duration, source: Source },
    #[error("unexpected: {0}")]
    Unexpected(#[source] Source),
}

impl From<storage::Error> for Failure {
    fn from(error: storage::Error) -> Self {
        match error {
            storage::Error::Unavailable(source) => Self::Unavailable { retry_after: STORAGE_RETRY, source },
            storage::Error::Failed(source) => Self::Unexpected(source),
        }
    }
}

impl From<HashingError> for Failure {
    fn from(error: HashingError) -> Self {
        match error {
            HashingError::NoCapacity { retry_after } => {
                Self::Unavailable { retry_after, source: error.into() }
            }
            HashingError::NoMemory(source) => Self::Unavailable { retry_after: MEMORY_RETRY, source },
            HashingError::Unexpected(source) => Self::Unexpected(source),
        }
    }
}

impl From<SecretsError> for Failure {
    fn from(error: SecretsError) -> Self {
        match error {
            // The operator may be about to add the key.
            SecretsError::KeyFile(_) | SecretsError::UnknownKey { .. } => {
                Self::Unavailable { retry_after: STORAGE_RETRY, source: error.into() }
            }
            SecretsError::Damaged | SecretsError::Unavailable => Self::Unexpected(error.into()),
        }
    }
}

impl Failure {
    /// The mistake of a new password, from the error of the policy.
    ///
    /// # Errors
    ///
    /// If the operator's list of refused passwords cannot be read.
    pub(super) fn or_mistake(error: PolicyError) -> Result<Mistake, Self> {
        match error {
            PolicyError::Refused(mistake) => Ok(mistake),
            PolicyError::Blocklist(error) => Err(Self::Unexpected(error.into())),
        }
    }
}

impl From<getrandom::Error> for Failure {
    fn from(error: getrandom::Error) -> Self {
        Self::Unexpected(error.into())
    }
}
