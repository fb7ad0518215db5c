//! Step-up: the owner proves again who they are, before an action that must not be possible in a borrowed browser. A
//! wrong password counts like a failed log-in, and the tenth in a row ends the session, so that the holder of a copied
//! cookie cannot go on guessing.

use time::Duration;

use super::lock;
use super::session::{RenewedSession, SignedIn};
use crate::accounts::failure::fails_with_failure;
use crate::accounts::{Accounts, Failure};
use crate::domain::{
    Actor, AuthenticationMethods, Client, EventKind, Field, FieldErrors, MailKind, Mistake, Password,
    PhcString, Session, TokenDigest, User, is_ahead,
};
use crate::password_hashing::{Known, VerifyError};
use crate::storage::events::{self, AuditContext};
use crate::storage::mails::{self, NewMail};
use crate::storage::{self, Transaction, account_lock, passwords, sessions};

/// How long a step-up stays valid.
const VALID_FOR: Duration = Duration::minutes(10);

/// The number of wrong passwords in a row that end the session in which they were given.
const MAX_FAILURES: i64 = 10;

/// The proof of the owner's presence. Each further method is another variant.
pub enum StepUp {
    Password(Password),
}

/// Why a session has ended before its owner has proven who they are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionOver {
    #[error("there were too many wrong passwords in this session")]
    TooManyFailures,
    /// By an earlier failure, by its owner, or by an administrator.
    #[error("the session has ended in the meantime")]
    EndedMeanwhile,
}

#[derive(Debug, thiserror::Error)]
pub enum StepUpError {
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    #[error(transparent)]
    SessionOver(#[from] SessionOver),
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// Why the current password was not accepted.
pub(in crate::accounts) enum CurrentPasswordError {
    Refused(Mistake),
    SessionOver(SessionOver),
    Failure(Failure),
}

impl CurrentPasswordError {
    /// What is wrong with the password, for a form.
    ///
    /// # Errors
    ///
    /// The error of the flow, if that cannot go on.
    pub fn or_mistake<E: From<SessionOver> + From<Failure>>(self) -> Result<Mistake, E> {
        match self {
            Self::Refused(mistake) => Ok(mistake),
            Self::SessionOver(over) => Err(over.into()),
            Self::Failure(failure) => Err(failure.into()),
        }
    }
}

impl Accounts {
    /// Whether the session was opened or stepped up less than `VALID_FOR` ago.
    pub fn is_stepped_up(&self, signed_in: &SignedIn) -> bool {
        let (now, at) = (self.0.core.clock.now(), signed_in.session.authenticated_at);
        !is_ahead(at, now) && now - at < VALID_FOR
    }

    pub async fn step_up(
        &self,
        signed_in: &SignedIn,
        proof: StepUp,
        client: &Client,
    ) -> Result<RenewedSession, StepUpError> {
        self.0.core.throttle.check_client(client).await?;
        let methods = match proof {
            StepUp::Password(password) => {
                self.check_current_password(signed_in, password, client).await?;
                AuthenticationMethods::PASSWORD
            }
        };
        let (renewed, now) = (self.renew_session(&signed_in.session)?, self.0.core.clock.now());
        let (signed_in, token) = (signed_in.clone(), renewed.token.digest());
        let record = move |tx: &mut Transaction<'_>| {
            record_step_up::<StepUpError>(tx, &signed_in, &methods, &token, now)
        };
        self.0.core.storage.write(record).await?;
        Ok(renewed)
    }

    /// The stored hash, if this is the current password. Attempts are limited for each session, so that an attacker
    /// does not keep the owner from changing the password.
    pub(in crate::accounts) async fn check_current_password(
        &self,
        signed_in: &SignedIn,
        current: Password,
        client: &Client,
    ) -> Result<PhcString, CurrentPasswordError> {
        if current.expose().is_empty() {
            return Err(CurrentPasswordError::Refused(Mistake::PasswordMissing));
        }
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        let storage = &self.0.core.storage;
        self.0.core.throttle.check_session(session).await?;
        let stored = storage.read(move |db| passwords::hash(db, user)).await?;
        let stored = stored.ok_or(SessionOver::EndedMeanwhile)?;
        match self.0.hashing.verify(current, stored.clone(), Known::Yes).await {
            // Of many attempts at once, the right one may be checked after the one that has ended the session. Do not
            // reveal that it was right.
            Ok(_) if storage.read(move |db| sessions::exists(db, session)).await? => Ok(stored),
            Ok(_) => Err(SessionOver::EndedMeanwhile.into()),
            Err(VerifyError::Mismatch) => Err(self.refuse_current_password(signed_in, client).await?),
            Err(VerifyError::Unreadable(reason)) => {
                tracing::error!(user = user.0, "the stored password hash cannot be verified: {reason}");
                Err(self.refuse_current_password(signed_in, client).await?)
            }
            Err(VerifyError::Hashing(error)) => Err(CurrentPasswordError::Failure(error.into())),
        }
    }

    /// Records a wrong password, and returns the error for it.
    async fn refuse_current_password(
        &self,
        signed_in: &SignedIn,
        client: &Client,
    ) -> Result<CurrentPasswordError, Failure> {
        let SignedIn { user, session } = signed_in.clone();
        // The client may be an attacker with a copied cookie.
        let audit = self.0.core.audit(Actor::Unknown, client);
        let limit = self.0.core.settings.max_failures;
        let record = move |tx: &mut Transaction<'_>| record_failure(tx, &user, &session, limit, &audit);
        Ok(match self.0.core.storage.write(record).await? {
            Some(over) => over.into(),
            None => CurrentPasswordError::Refused(Mistake::PasswordWrong),
        })
    }
}

/// Counts a wrong password for the account and for the session, and ends the session at its limit. Known browsers are
/// not affected: a copied cookie must not make the account forget them.
fn record_failure(
    tx: &mut Transaction<'_>,
    user: &User,
    session: &Session,
    limit: i64,
    audit: &AuditContext,
) -> Result<Option<SessionOver>, storage::Error> {
    events::record(tx, audit, EventKind::PasswordConfirmationFailed, Some(user.id))?;
    lock::count_failure(tx, Some(user), limit, audit)?;
    match sessions::count_failure(tx, session.id)? {
        Some(failures) if failures < MAX_FAILURES => Ok(None),
        Some(_) => {
            sessions::end(tx, user.id, session.id)?;
            events::record(tx, audit, EventKind::SessionEndedByFailures, Some(user.id))?;
            mails::enqueue(tx, &NewMail::to_owner(MailKind::SessionEnded, user), audit)?;
            Ok(Some(SessionOver::TooManyFailures))
        }
        None => Ok(Some(SessionOver::EndedMeanwhile)),
    }
}

/// Records a step-up in a session, which must still exist, and gives the session another token.
pub(in crate::accounts) fn record_step_up<E: From<storage::Error> + From<SessionOver>>(
    tx: &mut Transaction<'_>,
    signed_in: &SignedIn,
    methods: &AuthenticationMethods,
    token: &TokenDigest,
    now: time::OffsetDateTime,
) -> Result<(), E> {
    account_lock::reset_failures(tx, signed_in.user.id)?;
    match sessions::record_step_up(tx, signed_in.session.id, token, methods, now)? {
        true => Ok(()),
        false => Err(SessionOver::EndedMeanwhile.into()),
    }
}

impl From<CurrentPasswordError> for StepUpError {
    fn from(error: CurrentPasswordError) -> Self {
        let refused = |mistake| Self::Invalid(FieldErrors::of(Field::CurrentPassword, mistake));
        error.or_mistake().map_or_else(|error| error, refused)
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

fails_with_failure!(StepUpError, CurrentPasswordError);
