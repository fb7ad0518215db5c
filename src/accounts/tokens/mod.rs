//! Tokens for programs: for an address and a password, and then for a refresh token, again and again.
//!
//! A program's session is a session like a browser's, with a refresh token in the place of a cookie. So whatever ends
//! sessions ends it, too.

use super::arrival::Arrival;
use super::credentials::{Credentials, LogInError};
use super::{Accounts, Failure, SignedIn};
use crate::domain::{Actor, Bearer, Client, EventKind, IssuedTokens, RefreshToken, Session, User, UserId};
use crate::storage::events::{self, Occasion};
use crate::storage::sessions::{self, NewSession, OpenedBy, SessionKind};
use crate::storage::{self, Transaction};
use crate::token_signing::{self, InvalidToken, SigningError};

/// A person's programs beyond so many are logged out, the oldest first: one that logs in each time anew would fill the
/// list.
pub(super) const MAX_PROGRAMS: i64 = 50;

#[derive(Debug, thiserror::Error)]
pub enum RefreshError {
    /// It is unknown, old, or was used before; then its session has ended.
    #[error("the refresh token was refused")]
    Refused,
    #[error(transparent)]
    Failure(#[from] Failure),
}

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

impl Accounts {
    /// Logs a program in.
    pub async fn issue_tokens(
        &self,
        credentials: &Credentials<'_>,
        client: &Client,
    ) -> Result<IssuedTokens, LogInError> {
        let refresh = RefreshToken::generate().map_err(Failure::from)?;
        let accounts = self.clone();
        // A program with a stored password must not undo what its owner has decided: they come back by themselves.
        let open = move |tx: &mut Transaction<'_>, arrival: &Arrival, occasion: &Occasion| {
            if arrival.has_reopened {
                return Err(LogInError::Refused);
            }
            arrival.tell_owner_if_new(tx, arrival.is_known_network, occasion)?;
            Ok(accounts.open_program_session(tx, arrival.user.id, &refresh, occasion)?)
        };
        Ok(self.log_in_with(credentials, None, client, open).await?.opened)
    }

    fn open_program_session(
        &self,
        tx: &mut Transaction<'_>,
        user: UserId,
        refresh: &RefreshToken,
        occasion: &Occasion,
    ) -> Result<IssuedTokens, Failure> {
        sessions::prune(tx, user, self.0.settings.session_limits.cutoff(occasion.at))?;
        let new = NewSession {
            user_id: user,
            token_digest: &refresh.session.digest(),
            refresh_digest: Some(&refresh.turn.digest()),
            is_persistent: true,
            client: &occasion.client,
            created_at: occasion.at,
        };
        let session = sessions::insert(tx, &new)?;
        sessions::keep_newest(tx, user, SessionKind::Program, MAX_PROGRAMS)?;
        self.tokens(tx, Bearer { user, session }, refresh.clone(), occasion)
    }

    /// The next tokens for a refresh token, which is used up by it. One that was used before ends the session: it may
    /// have been stolen, and who is the thief nobody can tell (RFC 9700, section 4.14.2).
    pub async fn refresh_tokens(
        &self,
        presented: &RefreshToken,
        client: &Client,
    ) -> Result<IssuedTokens, RefreshError> {
        let next = presented.next().map_err(Failure::from)?;
        let (accounts, client, presented) = (self.clone(), client.clone(), presented.clone());
        // Nobody guesses a token: whoever tries costs no write, and only who has one is held to a pace.
        let found = self.find_program_session(&presented).await?.ok_or(RefreshError::Refused)?;
        self.0.throttle.check_session(found.session.id)?;
        let refreshed = self
            .0
            .storage
            .write(move |tx| {
                let Some((session, user)) = accounts.program_session(tx, &presented)? else {
                    return Ok(None);
                };
                let occasion = accounts.occasion(&user, &client);
                let (present, following) = (presented.turn.digest(), next.turn.digest());
                if sessions::turn(tx, session.id, &present, &following, occasion.at)? {
                    let bearer = Bearer { user: user.id, session: session.id };
                    return accounts.tokens(tx, bearer, next, &occasion).map(Some);
                }
                if sessions::end(tx, user.id, session.id)? {
                    let unknown = Occasion { actor: Actor::Unknown, ..occasion };
                    events::record(tx, &unknown, EventKind::RefreshTokenReused, Some(user.id))?;
                }
                Ok::<_, Failure>(None)
            })
            .await?;
        refreshed.ok_or(RefreshError::Refused)
    }

    /// Ends the session of a refresh token or of an access token; one that opens nothing is no mistake (RFC 7009).
    pub async fn revoke_token(&self, token: &str, client: &Client) -> Result<(), Failure> {
        let signed_in = match RefreshToken::parse(token) {
            Some(refresh) => self.find_program_session(&refresh).await?,
            None => match self.authenticate_bearer(token).await {
                Ok(signed_in) => Some(signed_in),
                Err(BearerError::Expired | BearerError::Invalid) => None,
                Err(BearerError::Failure(failure)) => return Err(failure),
            },
        };
        match signed_in {
            Some(signed_in) => self.log_out(&signed_in, client).await,
            None => Ok(()),
        }
    }

    /// Whom an access token speaks for, if it is good and its session has not ended.
    pub async fn authenticate_bearer(&self, access: &str) -> Result<SignedIn, BearerError> {
        // What is no token of ours at first sight costs no look at the database.
        token_signing::key_named(access)?;
        let (accounts, access) = (self.clone(), access.to_owned());
        let read = move |db: &mut storage::Reader<'_>| {
            let now = accounts.0.clock.now();
            let bearer = accounts.0.signing.verify(&access, &accounts.keyring(db)?, now)?;
            let found = sessions::find(db, OpenedBy::AccessToken(bearer.session))?;
            let (session, user) = found.ok_or(BearerError::Invalid)?;
            let is_live = accounts.is_live(&session, &user) && user.id == bearer.user;
            if is_live { Ok(SignedIn { user, session }) } else { Err(BearerError::Invalid) }
        };
        let signed_in = self.0.storage.read(read).await?;
        self.record_use(&signed_in.session).await;
        Ok(signed_in)
    }

    async fn find_program_session(&self, refresh: &RefreshToken) -> Result<Option<SignedIn>, Failure> {
        let (accounts, refresh) = (self.clone(), refresh.clone());
        let found = self.0.storage.read(move |db| accounts.program_session(db, &refresh)).await?;
        Ok(found.map(|(session, user)| SignedIn { user, session }))
    }

    /// The session whose refresh token this is, or was, if it is live.
    fn program_session(
        &self,
        db: &mut storage::Reader<'_>,
        refresh: &RefreshToken,
    ) -> Result<Option<(Session, User)>, storage::Error> {
        let found = sessions::find(db, OpenedBy::RefreshToken(&refresh.session.digest()))?;
        Ok(found.filter(|(session, user)| self.is_live(session, user)))
    }

    fn tokens(
        &self,
        tx: &mut Transaction<'_>,
        bearer: Bearer,
        refresh: RefreshToken,
        occasion: &Occasion,
    ) -> Result<IssuedTokens, Failure> {
        let keys = self.keyring(tx)?;
        let key = keys.signing(occasion.at).ok_or(SigningError::NoKey)?;
        let access = self.0.signing.sign(key, bearer, occasion.at)?;
        Ok(IssuedTokens { access, expires_in: self.0.signing.life, refresh })
    }
}

impl From<storage::Error> for RefreshError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<storage::Error> for BearerError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
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

impl From<SigningError> for Failure {
    fn from(error: SigningError) -> Self {
        Self::Unexpected(error.into())
    }
}
