//! Giving one's password again, before something that a borrowed browser should not do. A wrong one counts like a failed
//! log-in, and after ten in a row the session ends: who has copied its cookie guesses no further.

use time::Duration;

use super::{Accounts, Failure, RenewedSession, SignedIn, lock};
use crate::domain::{
    Actor, Client, EventKind, Field, FieldErrors, MailKind, Mistake, Password, PhcString, Session,
    TokenDigest, User, is_ahead,
};
use crate::password_hashing::VerifyError;
use crate::storage::events::{self, Occasion};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, account_lock, sessions, users};

/// How long a password confirmation stays valid.
const CONFIRMED_FOR: Duration = Duration::minutes(10);

/// So many wrong passwords in a row end the session in which they were given.
const MAX_FAILURES: i64 = 10;

/// Why a session is over while a password is being checked in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionOver {
    #[error("there were too many wrong passwords in this session")]
    TooManyFailures,
    /// By an earlier failure, by its owner, or by an administrator.
    #[error("the session has ended meanwhile")]
    EndedMeanwhile,
}

#[derive(Debug, thiserror::Error)]
pub enum ConfirmPasswordError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Why the present password was not accepted.
pub(super) enum CurrentPasswordError {
    Refused(Mistake),
    SessionOver(SessionOver),
    Failure(Failure),
}

impl Accounts {
    /// Whether the password was given in this session a short while ago.
    pub fn is_confirmed(&self, signed_in: &SignedIn) -> bool {
        let (now, confirmed_at) = (self.0.clock.now(), signed_in.session.confirmed_at);
        !is_ahead(confirmed_at, now) && now - confirmed_at < CONFIRMED_FOR
    }

    pub async fn confirm_password(
        &self,
        signed_in: &SignedIn,
        password: Password,
        client: &Client,
    ) -> Result<RenewedSession, ConfirmPasswordError> {
        self.0.throttle.check_client(client)?;
        self.check_current(signed_in, password, client).await?;
        let (renewed, now) = (self.renew_session(&signed_in.session)?, self.0.clock.now());
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let confirm = move |tx: &mut Transaction<'_>| record_confirmation(tx, &signed_in, &token, now);
        self.0.storage.write::<_, ConfirmPasswordError>(confirm).await?;
        Ok(renewed)
    }

    /// The hash of the password, if it was given as the present one. Attempts are limited for each session, so that a
    /// stranger does not keep the owner from changing it.
    pub(super) async fn check_current(
        &self,
        signed_in: &SignedIn,
        current: Password,
        client: &Client,
    ) -> Result<PhcString, CurrentPasswordError> {
        if current.expose().is_empty() {
            return Err(CurrentPasswordError::Refused(Mistake::PasswordMissing));
        }
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        self.0.throttle.check_session(session)?;
        let stored = self.0.storage.read(move |db| users::hashed_password(db, user)).await?;
        let stored = stored.ok_or(SessionOver::EndedMeanwhile)?;
        match self.0.hashing.verify(current, stored.clone()).await {
            // Of many attempts at once the right one may come after the one that has ended the session. Do not tell.
            Ok(_) if self.0.storage.read(move |db| sessions::exists(db, session)).await? => Ok(stored),
            Ok(_) => Err(SessionOver::EndedMeanwhile.into()),
            Err(VerifyError::Mismatch) => Err(self.refuse_current(signed_in, client).await?),
            Err(VerifyError::Unreadable(reason)) => {
                tracing::error!(user = user.0, "the stored password hash cannot be verified: {reason}");
                Err(self.refuse_current(signed_in, client).await?)
            }
            Err(VerifyError::Hashing(error)) => Err(CurrentPasswordError::Failure(error.into())),
        }
    }

    /// Records a wrong password, and says how to answer it.
    async fn refuse_current(
        &self,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<CurrentPasswordError, Failure> {
        let SignedIn { user, session } = signed_in.clone();
        // Who is at the session is not known: it may be a stranger.
        let occasion = self.occasion(Actor::Unknown, client);
        let limit = self.0.settings.most_failures;
        let fail = move |tx: &mut Transaction<'_>| record_failure(tx, &user, &session, limit, &occasion);
        Ok(match self.0.storage.write(fail).await? {
            Some(over) => over.into(),
            None => CurrentPasswordError::Refused(Mistake::PasswordWrong),
        })
    }
}

/// Counts a wrong password for the account and for the session, which ends at the last one that it may have. Known
/// browsers are left alone: a copied cookie must not make strangers of them.
fn record_failure(
    tx: &mut Transaction<'_>,
    user: &User,
    session: &Session,
    limit: i64,
    occasion: &Occasion,
) -> Result<Option<SessionOver>, storage::Error> {
    events::record(tx, occasion, EventKind::PasswordConfirmationFailed, Some(user.id))?;
    lock::count_failure(tx, Some(user), limit, occasion)?;
    match sessions::count_failure(tx, session.id)? {
        Some(failures) if failures < MAX_FAILURES => Ok(None),
        Some(_) => {
            sessions::end(tx, user.id, session.id)?;
            events::record(tx, occasion, EventKind::SessionEndedByFailures, Some(user.id))?;
            mails::enqueue(tx, &NewMail::to_owner(MailKind::SessionEnded, user), occasion)?;
            Ok(Some(SessionOver::TooManyFailures))
        }
        None => Ok(Some(SessionOver::EndedMeanwhile)),
    }
}

/// Notes that the right password was given in a session, which has to be there still, and gets another token.
pub(super) fn record_confirmation<E: From<storage::Error> + From<SessionOver>>(
    tx: &mut Transaction<'_>,
    signed_in: &SignedIn,
    token: &TokenDigest,
    now: time::OffsetDateTime,
) -> Result<(), E> {
    account_lock::reset_failures(tx, signed_in.user.id)?;
    match sessions::record_confirmation(tx, signed_in.session.id, token, now)? {
        true => Ok(()),
        false => Err(SessionOver::EndedMeanwhile.into()),
    }
}

impl From<CurrentPasswordError> for ConfirmPasswordError {
    fn from(error: CurrentPasswordError) -> Self {
        match error {
            CurrentPasswordError::Refused(mistake) => {
                Self::Invalid(FieldErrors::of(Field::CurrentPassword, mistake))
            }
            CurrentPasswordError::SessionOver(over) => Self::SessionOver(over),
            CurrentPasswordError::Failure(failure) => Self::Failure(failure),
        }
    }
}

impl From<storage::Error> for ConfirmPasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}

impl From<SessionOver> for CurrentPasswordError {
    fn from(over: SessionOver) -> Self {
        Self::SessionOver(over)
    }
}

impl From<Failure> for CurrentPasswordError {
    fn from(failure: Failure) -> Self {
        Self::Failure(failure)
    }
}

impl From<storage::Error> for CurrentPasswordError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
