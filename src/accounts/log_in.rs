//! Logging in. An unknown address, a wrong password and a disabled account get one answer at one cost.

use std::net::IpAddr;

use super::session::open;
use super::{Accounts, Failure, OpenedSession};
use crate::domain::{
    Actor, Client, EmailAddress, EventKind, Field, FieldErrors, Mistake, Password, PhcString, Token, User,
    UserId, network,
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

/// After so many failures in a row strangers cannot log in to an account any more, whatever they type
/// (NIST SP 800-63B-4, section 3.2.2, allows at most 100). Networks from which the owner has come before still can.
const MOST_FAILURES: i64 = 100;

/// How many of the last log-ins tell which networks are the owner's.
const REMEMBERED_LOG_INS: i64 = 50;

/// Both databases count from 1.
const NOBODY: UserId = UserId(0);

/// An account with the hash that its password was checked against.
struct Known {
    user: User,
    hash: PhcString,
    /// The owner has logged in from the client's network before.
    is_known_network: bool,
    is_open_to_strangers: bool,
}

impl Known {
    fn may_log_in(&self) -> bool {
        !self.user.is_disabled() && (self.is_known_network || self.is_open_to_strangers)
    }
}

impl Accounts {
    pub async fn log_in(&self, form: LogIn<'_>, client: &Client) -> Result<OpenedSession, LogInError> {
        self.0.throttle.check_client(client)?;
        let email = parse(&form)?;
        let known = self.find_known(email.as_ref(), client).await?;
        if let Some(email) = &email {
            let is_known_network = known.as_ref().is_some_and(|known| known.is_known_network);
            self.0.throttle.check_address(email, client.network().filter(|_| is_known_network))?;
        }
        if let Some(opened) = self.try_log_in(&form, known, client).await? {
            return Ok(opened);
        }
        // Meanwhile the account has changed: somebody else renewed the hash, perhaps. What holds now decides.
        let known = self.find_known(email.as_ref(), client).await?;
        self.try_log_in(&form, known, client).await?.ok_or(LogInError::Refused)
    }

    async fn find_known(
        &self,
        email: Option<&EmailAddress>,
        client: &Client,
    ) -> Result<Option<Known>, Failure> {
        let Some(email) = email.cloned() else { return Ok(None) };
        let network = client.network();
        Ok(self.0.storage.read(move |db| find(db, &email, network)).await?)
    }

    /// None if the account was changed while its password was being checked.
    async fn try_log_in(
        &self,
        form: &LogIn<'_>,
        known: Option<Known>,
        client: &Client,
    ) -> Result<Option<OpenedSession>, LogInError> {
        let Checked::Fits { id, hash, renewed } = self.check(known.as_ref(), &form.password).await? else {
            let subject = known.map(|known| known.user.id);
            let occasion = self.occasion(Actor::Unknown, client);
            let fail = move |tx: &mut Transaction<'_>| {
                events::record(tx, &occasion, EventKind::LogInFailed, subject)
            };
            self.0.storage.write(fail).await?;
            return Err(LogInError::Refused);
        };
        let opened = OpenedSession::new(form.remember)?;
        let (session, previous) = (opened.clone(), form.previous.clone());
        let occasion = self.occasion(Actor::User(id), client);
        let limits = self.0.settings.session_limits;
        self.0
            .storage
            .write(move |tx| {
                if !users::record_log_in(tx, id, &hash, occasion.at)? {
                    return Ok(None);
                }
                if let Some(renewed) = renewed {
                    users::replace_password(tx, id, &hash, &renewed)?;
                }
                open(tx, id, &session, previous.as_ref(), &occasion, limits)?;
                events::record(tx, &occasion, EventKind::LoggedIn, Some(id))?;
                Ok(Some(opened))
            })
            .await
    }

    /// Spends one verification, whoever it is.
    async fn check(&self, known: Option<&Known>, password: &Password) -> Result<Checked, Failure> {
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
            (Some(known), Ok(verified)) if known.may_log_in() => (known, verified),
            (_, Ok(_) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_))) => {
                return Ok(Checked::Refused);
            }
            (_, Err(VerifyError::Hashing(error))) => return Err(error.into()),
        };
        let renewed = match verified.needs_rehash {
            true => self.renew(password).await,
            false => None,
        };
        Ok(Checked::Fits { id: known.user.id, hash: known.hash.clone(), renewed })
    }

    /// A log-in is not refused because its hash could not be renewed today.
    async fn renew(&self, password: &Password) -> Option<PhcString> {
        let renewed = self.0.hashing.hash(password.clone()).await;
        renewed.inspect_err(|error| tracing::warn!("a password hash could not be renewed: {error}")).ok()
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

fn find(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    client: Option<IpAddr>,
) -> Result<Option<Known>, storage::Error> {
    let user = users::find_by_email(db, email)?;
    // Nobody's account is looked at like somebody's, so that the time tells nothing.
    let id = user.as_ref().map_or(NOBODY, |user| user.id);
    let hash = users::hashed_password(db, id)?;
    let addresses = events::log_in_addresses(db, id, REMEMBERED_LOG_INS)?;
    let is_known_network = client.is_some_and(|client| {
        addresses.iter().filter_map(|address| address.parse().ok()).any(|address| network(address) == client)
    });
    let is_open_to_strangers = !events::has_failed_log_ins(db, id, MOST_FAILURES)?;
    let known = user.zip(hash);
    Ok(known.map(|(user, hash)| Known { user, hash, is_known_network, is_open_to_strangers }))
}

impl From<storage::Error> for LogInError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
