//! The first administrator: signs up by a link that the server prints at its first start.

use time::{Duration, OffsetDateTime};

use super::new_account::{Needs, Terms, register};
use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::{Authenticated, NewBrowserSession, open_browser_session};
use crate::accounts::{
    Accounts, Browser, Failure, OpenedSession, RenewedSession, SessionOver, SignUp, SignUpError, SignedIn,
};
use crate::domain::{Actor, Client, EventKind, MailKind, Token, TokenDigest, UserId};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Reader, Transaction, administrators, sessions, set_up_tokens};

/// How long a set-up link is valid. A restart prints another one.
pub(in crate::accounts) const SET_UP_LINK_LIFETIME: Duration = Duration::hours(24);

/// Limits the number of links if a server restarts again and again.
const MAX_LINKS: i64 = 50;

#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The link is unknown, used or old, or there is an administrator.
    #[error("the set-up link is not valid")]
    InvalidLink,
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    SignUp(#[from] SignUpError),
}

impl Accounts {
    /// A new link's token, if there is no administrator. Several may be valid at once, because every process on the
    /// database prints its own; the first one used ends them all.
    pub async fn offer_set_up(&self) -> Result<Option<Token>, Failure> {
        let token = Token::generate()?;
        let (digest, now) = (token.digest(), self.0.core.clock.now());
        self.0
            .core
            .storage
            .write(move |tx| {
                if administrators::count_active(tx)? > 0 {
                    return Ok(None);
                }
                set_up_tokens::delete_expired(tx, now - SET_UP_LINK_LIFETIME)?;
                set_up_tokens::insert(tx, &digest, now)?;
                set_up_tokens::keep_newest(tx, MAX_LINKS)?;
                Ok(Some(token))
            })
            .await
    }

    /// Whether the link with this token is still valid.
    pub async fn is_set_up_live(&self, token: &Token) -> Result<bool, Failure> {
        let (digest, cutoff) = (token.digest(), self.0.core.clock.now() - SET_UP_LINK_LIFETIME);
        Ok(self.0.core.storage.read(move |db| is_live(db, &digest, cutoff)).await?)
    }

    /// Signs up a visitor as the administrator.
    pub async fn set_up(
        &self,
        token: &Token,
        form: SignUp<'_>,
        browser: Browser,
        client: &Client,
    ) -> Result<OpenedSession, SetUpError> {
        self.0.core.throttle.check_client(client).await?;
        if !self.is_set_up_live(token).await? {
            return Err(SetUpError::InvalidLink);
        }
        let new =
            self.validate(form.email, form.password, Terms::NotRequired, Needs::Nothing).await?.logging_in();
        let (session, digest) = (NewBrowserSession::new(false, browser)?, token.digest());
        let (limits, audit) =
            (self.0.core.settings.session_limits, self.0.core.audit(Actor::Unknown, client));
        self.0
            .core
            .storage
            .write(move |tx| {
                let user = register(tx, &new, &audit)?;
                let (id, audit) = (user.id, audit.by(&user));
                let authenticated = Authenticated::by_sign_up(user, audit.at);
                let (opened, _) = open_browser_session(tx, &authenticated, session, &audit, limits)?;
                promote(tx, &digest, id, &audit)?;
                Ok(opened)
            })
            .await
    }

    /// Makes the logged-in member an administrator: this session continues with a new token, and the others end.
    pub async fn set_up_as(
        &self,
        token: &Token,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<RenewedSession, SetUpError> {
        self.0.core.throttle.check_client(client).await?;
        let renewed = self.renew_session(&signed_in.session)?;
        let (digest, session_token) = (token.digest(), renewed.token.digest());
        let (user, session) = (signed_in.user.clone(), signed_in.session.id);
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                promote(tx, &digest, user.id, &audit)?;
                mails::enqueue(tx, &NewMail::to_owner(MailKind::AdminGranted, &user), &audit)?;
                sessions::end_all(tx, user.id, Some(session))?;
                // Stop if the session has ended in the meantime.
                match sessions::rotate_token(tx, session, &session_token)? {
                    true => Ok(()),
                    false => Err(SetUpError::SessionOver(SessionOver::EndedMeanwhile)),
                }
            })
            .await?;
        Ok(renewed)
    }
}

/// Uses up the link and makes the user an administrator, in one step, so that of several processes only one can do so.
fn promote(
    tx: &mut Transaction<'_>,
    digest: &TokenDigest,
    id: UserId,
    audit: &AuditContext,
) -> Result<(), SetUpError> {
    administrators::lock(tx)?;
    if !is_live(tx, digest, audit.at - SET_UP_LINK_LIFETIME)? {
        return Err(SetUpError::InvalidLink);
    }
    set_up_tokens::delete_all(tx)?;
    administrators::set(tx, id, true)?;
    events::record(tx, audit, EventKind::SetUpUsed, Some(id))?;
    events::record(tx, audit, EventKind::AdminGranted, Some(id))?;
    Ok(())
}

fn is_live(
    db: &mut Reader<'_>,
    digest: &TokenDigest,
    cutoff: OffsetDateTime,
) -> Result<bool, storage::Error> {
    Ok(administrators::count_active(db)? == 0 && set_up_tokens::is_live(db, digest, cutoff)?)
}

impl From<Failure> for SetUpError {
    fn from(failure: Failure) -> Self {
        Self::SignUp(failure.into())
    }
}

fails_with_failure!(SetUpError);
