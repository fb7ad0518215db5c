//! The first administrator: let in by a link that the server prints at its first start.

use time::Duration;

use super::candidate::Needs;
use super::sign_up::SignUpError;
use super::{Accounts, Browser, Failure, OpenedSession, RenewedSession, SessionOver, SignUp, SignedIn};
use crate::domain::{Actor, Client, EventKind, MailKind, Token, TokenDigest, UserId};
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Reader, Transaction, administrators, sessions, set_up_tokens};

/// How long a link lives. A restart prints another.
pub(super) const LIFE: Duration = Duration::hours(24);

/// Of a server that is started again and again, only the newest links live.
const MAX_LINKS: i64 = 50;

#[derive(Debug, thiserror::Error)]
pub enum SetUpError {
    /// The link is unknown, used or old, or there is an administrator.
    #[error("the set-up link is dead")]
    DeadLink,
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    SignUp(#[from] SignUpError),
}

impl Accounts {
    /// A new link's token, if there is no administrator. Several may live at once, for every process on
    /// the database prints its own; the first one used ends them all.
    pub async fn offer_set_up(&self) -> Result<Option<Token>, Failure> {
        let token = Token::generate()?;
        let (digest, now) = (token.digest(), self.0.clock.now());
        self.0
            .storage
            .write(move |tx| {
                if administrators::count_active(tx)? > 0 {
                    return Ok(None);
                }
                set_up_tokens::prune(tx, now - LIFE)?;
                set_up_tokens::insert(tx, &digest, now)?;
                set_up_tokens::keep_newest(tx, MAX_LINKS)?;
                Ok(Some(token))
            })
            .await
    }

    /// Whether the link that carries this token still opens something.
    pub async fn is_set_up_live(&self, token: &Token) -> Result<bool, Failure> {
        let (digest, cutoff) = (token.digest(), self.0.clock.now() - LIFE);
        Ok(self.0.storage.read(move |db| is_live(db, &digest, cutoff)).await?)
    }

    /// Signs up a new person as the administrator.
    pub async fn set_up(
        &self,
        token: &Token,
        form: SignUp<'_>,
        browser: Browser,
        client: &Client,
    ) -> Result<OpenedSession, SetUpError> {
        self.0.throttle.check_client(client)?;
        if !self.is_set_up_live(token).await? {
            return Err(SetUpError::DeadLink);
        }
        let candidate = self.accept(form.email, form.password, Needs::Nothing).await?;
        let digest = token.digest();
        self.admit_and_log_in(candidate, browser, client, move |tx, id, occasion| {
            promote(tx, &digest, id, occasion)
        })
        .await
    }

    /// Makes the person who is logged in the administrator: this session goes on, with a new token, and others end.
    pub async fn set_up_as(
        &self,
        token: &Token,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<RenewedSession, SetUpError> {
        self.0.throttle.check_client(client)?;
        let renewed = self.renew_session(&signed_in.session)?;
        let (digest, session_token) = (token.digest(), renewed.token.digest());
        let (id, session) = (signed_in.user.id, signed_in.session.id);
        let (user, occasion) = (signed_in.user.clone(), self.occasion(&signed_in.user, client));
        self.0
            .storage
            .write(move |tx| {
                promote(tx, &digest, id, &occasion)?;
                mails::enqueue(tx, &NewMail::to_owner(MailKind::AdminGranted, &user), &occasion)?;
                sessions::end_all(tx, id, Some(session))?;
                // One that has ended meanwhile promotes its owner no more.
                match sessions::rotate_token(tx, session, &session_token)? {
                    true => Ok(()),
                    false => Err(SetUpError::SessionOver(SessionOver::EndedMeanwhile)),
                }
            })
            .await?;
        Ok(renewed)
    }
}

/// Uses the link up. The check and the use are one, also with several processes.
fn promote(
    tx: &mut Transaction<'_>,
    digest: &TokenDigest,
    id: UserId,
    occasion: &Occasion,
) -> Result<(), SetUpError> {
    administrators::lock(tx)?;
    if !is_live(tx, digest, occasion.at - LIFE)? {
        return Err(SetUpError::DeadLink);
    }
    set_up_tokens::delete_all(tx)?;
    administrators::set(tx, id, true)?;
    let occasion = Occasion { actor: Actor::User(id), ..occasion.clone() };
    events::record(tx, &occasion, EventKind::SetUpUsed, Some(id))?;
    events::record(tx, &occasion, EventKind::AdminGranted, Some(id))?;
    Ok(())
}

fn is_live(
    db: &mut Reader<'_>,
    digest: &TokenDigest,
    cutoff: time::OffsetDateTime,
) -> Result<bool, storage::Error> {
    Ok(administrators::count_active(db)? == 0 && set_up_tokens::is_live(db, digest, cutoff)?)
}

impl From<Failure> for SetUpError {
    fn from(failure: Failure) -> Self {
        Self::SignUp(failure.into())
    }
}

impl From<storage::Error> for SetUpError {
    fn from(error: storage::Error) -> Self {
        Failure::from(error).into()
    }
}
