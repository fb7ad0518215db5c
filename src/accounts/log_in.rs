//! Logging in. An unknown address, a wrong password and a disabled account get one answer at one cost.

use super::session::open;
use super::{Accounts, Failure, OpenedSession};
use crate::domain::{
    Actor, Client, EmailAddress, EventKind, Field, FieldErrors, Mistake, Password, PhcString, Token, User,
    UserId,
};
use crate::password_hashing::VerifyError;
use crate::storage::events;
use crate::storage::{self, Reader, Transaction, users};

/// What was typed.
pub struct LogIn<'a> {
    pub email: &'a str,
    pub password: Password,
    /// Whether the browser is to keep the session when it is closed.
    pub remember: bool,
    /// The session that the browser had before, which ends.
    pub previous: Option<Token>,
}

#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// A field is empty.
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    /// Whatever the reason.
    #[error("the log-in was refused")]
    Refused,
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// An account with the hash that its password was checked against.
struct Known {
    user: User,
    hash: PhcString,
}

impl Accounts {
    pub async fn log_in(&self, form: LogIn<'_>, client: &Client) -> Result<OpenedSession, LogInError> {
        self.0.throttle.check_client(client)?;
        let email = parse(&form)?;
        if let Some(email) = &email {
            self.0.throttle.check_address(email)?;
        }
        let known = match email {
            Some(email) => self.0.storage.read(move |db| find(db, &email)).await.map_err(Failure::from)?,
            None => None,
        };
        let Checked::Fits { id, hash, renewed } = self.check(known.as_ref(), form.password).await? else {
            let subject = known.map(|known| known.user.id);
            let occasion = self.occasion(Actor::Unknown, client);
            let fail = move |tx: &mut Transaction<'_>| {
                events::record(tx, &occasion, EventKind::LogInFailed, subject)
            };
            self.0.storage.write(fail).await?;
            return Err(LogInError::Refused);
        };
        let opened = OpenedSession::new(form.remember)?;
        let session = opened.clone();
        let occasion = self.occasion(Actor::User(id), client);
        let limits = self.0.settings.session_limits;
        self.0
            .storage
            .write(move |tx| {
                confirm(tx, id, &hash)?;
                if let Some(renewed) = renewed {
                    users::replace_password(tx, id, &hash, &renewed)?;
                }
                open(tx, id, &session, form.previous.as_ref(), &occasion, limits)?;
                events::record(tx, &occasion, EventKind::LoggedIn, Some(id))?;
                Ok::<_, LogInError>(())
            })
            .await?;
        Ok(opened)
    }

    /// Spends one verification, whoever it is.
    async fn check(&self, known: Option<&Known>, password: Password) -> Result<Checked, Failure> {
        let hash = known.map_or(&self.0.decoy, |known| &known.hash);
        let verified = match self.0.hashing.verify(password.clone(), hash.clone()).await {
            Err(VerifyError::Unreadable(reason)) => {
                let id = known.map(|known| known.user.id.0);
                tracing::error!(user = id, "the stored password hash cannot be verified: {reason}");
                self.0.hashing.verify(password.clone(), self.0.decoy.clone()).await
            }
            verified => verified,
        };
        let (known, verified) = match (known, verified) {
            (Some(known), Ok(verified)) if !known.user.is_disabled() => (known, verified),
            (_, Ok(_) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_))) => {
                return Ok(Checked::Refused);
            }
            (_, Err(VerifyError::Hashing(error))) => return Err(error.into()),
        };
        let renewed = match verified.needs_rehash {
            // A log-in is not refused because its hash could not be renewed today.
            true => self.0.hashing.hash(password).await.ok(),
            false => None,
        };
        Ok(Checked::Fits { id: known.user.id, hash: known.hash.clone(), renewed })
    }
}

enum Checked {
    Refused,
    /// `renewed` takes the place of `hash`, if that was made with less than today's parameters.
    Fits {
        id: UserId,
        hash: PhcString,
        renewed: Option<PhcString>,
    },
}

/// Only what is missing is told. What is no address at all is treated like an unknown one.
fn parse(form: &LogIn<'_>) -> Result<Option<EmailAddress>, LogInError> {
    let mut errors = FieldErrors::default();
    let email = EmailAddress::parse(form.email);
    if email == Err(Mistake::EmailMissing) {
        errors.add(Field::Email, Mistake::EmailMissing);
    }
    if form.password.expose().is_empty() {
        errors.add(Field::Password, Mistake::PasswordMissing);
    }
    if errors.is_empty() { Ok(email.ok()) } else { Err(LogInError::Invalid(errors)) }
}

fn find(db: &mut Reader<'_>, email: &EmailAddress) -> Result<Option<Known>, storage::Error> {
    let Some(user) = users::find_by_email(db, email)? else { return Ok(None) };
    let hash = users::hashed_password(db, user.id)?;
    Ok(hash.map(|hash| Known { user, hash }))
}

/// While the password was being checked the account may have been disabled, or the password changed.
fn confirm(tx: &mut Transaction<'_>, id: UserId, hash: &PhcString) -> Result<(), LogInError> {
    let is_enabled = users::find(tx, id)?.is_some_and(|user| !user.is_disabled());
    if is_enabled && users::hashed_password(tx, id)?.as_ref() == Some(hash) {
        Ok(())
    } else {
        Err(LogInError::Refused)
    }
}

impl From<storage::Error> for LogInError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
