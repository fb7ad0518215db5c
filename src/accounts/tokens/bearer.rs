//! Authenticates a request by its access token.

use super::Tokens;
use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Failure, SignedIn};
use crate::domain::{OWN_CLIENT, Permission, Scope};
use crate::storage::Reader;
use crate::storage::sessions::{self, OpenedBy};
use crate::token_signing::{self, InvalidToken};

#[derive(Debug, thiserror::Error)]
pub enum BearerError {
    #[error("the access token has expired")]
    Expired,
    /// The token was not issued by or for this server, its session has ended, or the account is disabled.
    #[error("the access token is not valid")]
    Invalid,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(BearerError);

/// The user and the session of an access token, and its scope.
#[derive(Clone, Debug)]
pub struct TokenBearer {
    pub signed_in: SignedIn,
    pub scope: Scope,
}

impl Tokens {
    /// The session that an access token names, if both are valid. A token that was issued to another client than this
    /// API is not.
    pub async fn authenticate(&self, access: &str) -> Result<TokenBearer, BearerError> {
        // Text that is obviously no access token needs no query.
        token_signing::key_named(access)?;
        let (tokens, access) = (self.clone(), access.to_owned());
        let read = move |db: &mut Reader<'_>| {
            let bearer = tokens.issuer.verify(&access, &tokens.keyring(db)?, tokens.core.clock.now())?;
            if bearer.client != OWN_CLIENT || !bearer.scope.allows(Permission::Account) {
                return Err(BearerError::Invalid);
            }
            let (session, user) = (&bearer.session, &bearer.user);
            let found = sessions::find(db, OpenedBy::AccessToken { session, user })?;
            let (session, user) = found.ok_or(BearerError::Invalid)?;
            if !tokens.core.is_live(&session, &user) {
                return Err(BearerError::Invalid);
            }
            let signed_in = SignedIn { user: tokens.core.shown(user), session };
            Ok(TokenBearer { signed_in, scope: bearer.scope })
        };
        let bearer = self.core.storage.read(read).await?;
        self.core.record_use(&bearer.signed_in.session).await;
        Ok(bearer)
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
