//! Issuing tokens: the first ones of a log-in, and the next ones for a refresh token, again and again.
//!
//! A program's session is a session like a browser's, with a refresh token instead of a cookie. Whatever ends sessions
//! ends it, too.

use super::{BearerError, Tokens};
use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::{Authenticated, MAX_PROGRAMS, log_out};
use crate::accounts::{Failure, SignedIn};
use crate::domain::{
    Actor, Bearer, Client, EventKind, IssuedTokens, OWN_CLIENT, PublicId, RefreshToken, Scope, Session,
    SessionId, SessionKind, User,
};
use crate::storage::events::{self, AuditContext};
use crate::storage::sessions::{self, NewSession, OpenedBy};
use crate::storage::{Error, Reader, Transaction, public_ids};
use crate::token_signing::SigningError;

#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// The refresh token is unknown or expired, or was used before; in the latter case its session has ended.
    #[error("the refresh token was refused")]
    Refused,
    #[error(transparent)]
    Failure(#[from] Failure),
}

fails_with_failure!(RefreshError);

impl Tokens {
    /// Opens a program's session, in the transaction of its log-in.
    pub(in crate::accounts) fn open_session(
        &self,
        tx: &mut Transaction<'_>,
        authenticated: &Authenticated,
        refresh: &RefreshToken,
        audit: &AuditContext,
    ) -> Result<IssuedTokens, Failure> {
        let user = authenticated.user.id;
        sessions::delete_expired_of(tx, user, self.core.settings.session_limits.cutoff(audit.at))?;
        let new = NewSession {
            user_id: user,
            token_digest: &refresh.session.digest(),
            refresh_digest: Some(&refresh.rotating.digest()),
            is_persistent: true,
            client: &audit.client,
            created_at: audit.at,
            authenticated_at: authenticated.at,
            methods: &authenticated.methods,
        };
        let session = sessions::insert(tx, &new)?;
        sessions::keep_newest(tx, user, SessionKind::Program, MAX_PROGRAMS)?;
        self.issue(tx, &authenticated.user, session, refresh.clone(), audit)
    }

    /// Exchanges a refresh token for the next tokens, and uses it up. A token that was used before ends the session: it
    /// may have been stolen, and the server cannot know whether the owner or the thief used it first (RFC 9700, section
    /// 4.14.2).
    pub async fn refresh(
        &self,
        presented: &RefreshToken,
        client: &Client,
    ) -> Result<IssuedTokens, RefreshError> {
        let next = presented.next()?;
        let (tokens, client, presented) = (self.clone(), client.clone(), presented.clone());
        // A token cannot be guessed: an unknown one costs no write, and only a known session has a rate limit.
        let found = self.find_session(&presented).await?.ok_or(RefreshError::Refused)?;
        self.core.throttle.check_session(found.session.id).await?;
        let refreshed = self.core.storage.write(move |tx| {
            let Some((session, user)) = tokens.live_session(tx, &presented)? else { return Ok(None) };
            let audit = tokens.core.audit(&user, &client);
            let (current, following) = (presented.rotating.digest(), next.rotating.digest());
            if sessions::rotate_refresh_token(tx, session.id, &current, &following, audit.at)? {
                return tokens.issue(tx, &user, session.id, next, &audit).map(Some);
            }
            if sessions::end(tx, user.id, session.id)? {
                events::record(tx, &audit.by(Actor::Unknown), EventKind::RefreshTokenReused, Some(user.id))?;
            }
            Ok::<_, Failure>(None)
        });
        refreshed.await?.ok_or(RefreshError::Refused)
    }

    /// Ends the session of a refresh token or of an access token. An invalid token is no error (RFC 7009, section 2.2).
    pub async fn revoke(&self, token: &str, client: &Client) -> Result<(), Failure> {
        let signed_in = match RefreshToken::parse(token) {
            Some(refresh) => self.find_session(&refresh).await?,
            None => match self.authenticate(token).await {
                Ok(bearer) => Some(bearer.signed_in),
                Err(BearerError::Expired | BearerError::Invalid) => None,
                Err(BearerError::Failure(failure)) => return Err(failure),
            },
        };
        match signed_in {
            Some(signed_in) => log_out(&self.core, &signed_in, client).await,
            None => Ok(()),
        }
    }

    async fn find_session(&self, refresh: &RefreshToken) -> Result<Option<SignedIn>, Failure> {
        let (tokens, refresh) = (self.clone(), refresh.clone());
        let found = self.core.storage.read(move |db| tokens.live_session(db, &refresh)).await?;
        Ok(found.map(|(session, user)| SignedIn { user, session }))
    }

    /// The session whose refresh token this is, or was, if it is live.
    fn live_session(
        &self,
        db: &mut Reader<'_>,
        refresh: &RefreshToken,
    ) -> Result<Option<(Session, User)>, Error> {
        let found = sessions::find(db, OpenedBy::RefreshToken(&refresh.session.digest()))?;
        Ok(found.filter(|(session, user)| self.core.is_live(session, user)))
    }

    fn issue(
        &self,
        tx: &mut Transaction<'_>,
        user: &User,
        session: SessionId,
        refresh: RefreshToken,
        audit: &AuditContext,
    ) -> Result<IssuedTokens, Failure> {
        let bearer = Bearer {
            user: public_ids::of_user(tx, user.id, PublicId::generate()?)?,
            session: public_ids::of_session(tx, session, PublicId::generate()?)?,
            client: OWN_CLIENT.to_owned(),
            scope: Scope::all(),
        };
        let access = self.issuer.sign(&self.signing_key(tx, audit.at)?, &bearer, audit.at)?;
        Ok(IssuedTokens { access, expires_in: self.issuer.settings().life, refresh })
    }
}

impl From<SigningError> for Failure {
    fn from(error: SigningError) -> Self {
        Self::Unexpected(error.into())
    }
}
