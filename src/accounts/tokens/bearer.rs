//! Who sends a request, by an access token.

use super::Tokens;
use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Failure, SignedIn};
use crate::storage::Reader;
use crate::storage::sessions::{self, OpenedBy};
use crate::token_signing::{self, InvalidToken};

#[derive(Debug, thiserror::Error)]
pub enum BearerError {
    #[error("the access token has expired")]
    Expired,
    /// It is none of ours or not for us, its session has ended, or the account is disabled.
    #[error("the access token is not valid")]
    Invalid,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(BearerError);

impl Tokens {
    /// The session that an access token names, if both are valid.
    pub async fn authenticate(&self, access: &str) -> Result<SignedIn, BearerError> {
        // What is obviously no token of ours needs no look at the database.
        token_signing::key_named(access)?;
        let (tokens, access) = (self.clone(), access.to_owned());
        let read = move |db: &mut Reader<'_>| {
            let bearer = tokens.signing.verify(&access, &tokens.keyring(db)?, tokens.core.clock.now())?;
            let found = sessions::find(db, OpenedBy::AccessToken(bearer.session))?;
            let (session, user) = found.ok_or(BearerError::Invalid)?;
            let is_live = tokens.core.is_live(&session, &user) && user.id == bearer.user;
            if is_live { Ok(SignedIn { user, session }) } else { Err(BearerError::Invalid) }
        };
        let signed_in = self.core.storage.read(read).await?;
        self.core.record_use(&signed_in.session).await;
        Ok(signed_in)
    }
}

impl From<InvalidToken> for BearerError {
    fn from(invalid: InvalidToken) -> Self {
        match invalid {
            InvalidToken::Expired => Self::Expired,
            InvalidToken::Foreign => Self::Invalid,
        }
    }
}
