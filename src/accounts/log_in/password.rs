//! An address and a password, checked: an unknown address, a wrong password and a disabled account get one answer at
//! one cost.

use std::net::IpAddr;

use super::arrival::Arrival;
use super::throttle::Familiar;
use super::{Accounts, Failure, lock};
use crate::domain::{
    Actor, Client, EmailAddress, EventKind, Field, FieldErrors, Mistake, Password, PhcString, TokenDigest,
    User, UserId, network,
};
use crate::password_hashing::VerifyError;
use crate::storage::events::{self, Occasion};
use crate::storage::{self, Reader, Transaction, known_devices, users};

/// What was typed.
pub struct Credentials<'a> {
    pub email: &'a str,
    pub password: Password,
}

#[derive(Debug, thiserror::Error)]
pub enum LogInError {
    /// A field is empty.
    #[error("the form has mistakes")]
    Invalid(FieldErrors),
    /// Whatever the reason.
    #[error("the log-in was refused")]
    Refused,
    /// The password is right, but the address has to be shown to be theirs first. A link is on its way.
    #[error("the address is not verified")]
    Unverified,
    #[error(transparent)]
    Failure(#[from] Failure),
}

/// How many of the last log-ins tell which networks are the owner's.
const REMEMBERED_LOG_INS: i64 = 50;

/// Both databases count from 1.
pub(super) const NOBODY: UserId = UserId(0);

/// An account with the hash that its password was checked against.
struct Known {
    user: User,
    hash: PhcString,
    /// The owner has logged in with this browser before.
    is_known_device: bool,
    /// The owner has logged in from the client's network before.
    is_known_network: bool,
}

impl Known {
    /// A password that was guessed at too often opens nothing for strangers, and on their owner's own network may be
    /// strangers, too.
    fn may_log_in(&self) -> bool {
        !self.user.is_disabled() && (self.is_known_device || !self.user.is_locked())
    }

    fn familiar<'a>(&self, device: Option<&'a TokenDigest>, client: &Client) -> Option<Familiar<'a>> {
        let device = device.filter(|_| self.is_known_device).map(Familiar::Device);
        device.or_else(|| client.network().filter(|_| self.is_known_network).map(Familiar::Network))
    }
}

/// Somebody who has given the right password.
pub(super) struct Authenticated {
    pub user: User,
    is_known_network: bool,
    hash: PhcString,
    /// Takes the place of `hash`, if that was made with less than today's parameters.
    renewed: Option<PhcString>,
}

/// What a log-in gives.
pub struct LoggedIn<T> {
    pub opened: T,
    /// The account was closed, and is open again.
    pub has_reopened: bool,
}

impl Accounts {
    /// Logs in whoever has the right password: what `open` does is in the transaction that notes it. It may refuse: then
    /// nothing was done. `device` is what the browser is recognized by.
    pub(super) async fn log_in_with<T: Send + 'static>(
        &self,
        credentials: &Credentials<'_>,
        device: Option<TokenDigest>,
        client: &Client,
        open: impl Fn(&mut Transaction<'_>, &Arrival, &Occasion) -> Result<T, LogInError> + Clone + Send + 'static,
    ) -> Result<LoggedIn<T>, LogInError> {
        self.0.throttle.check_client(client)?;
        let authenticated = self.verify_credentials(credentials, device.as_ref(), client).await?;
        self.require_verified(&authenticated.user, client).await?;
        let email = authenticated.user.email.clone();
        if let Some(opened) = self.note_log_in(authenticated, device.clone(), client, open.clone()).await? {
            return Ok(opened);
        }
        // Meanwhile the account has changed: somebody else renewed the hash, perhaps. What holds now decides.
        let known = self.find_known(Some(&email), device.as_ref(), client).await?;
        let authenticated = self.verify_known(known, &credentials.password, device.as_ref(), client).await?;
        self.require_verified(&authenticated.user, client).await?;
        self.note_log_in(authenticated, device, client, open).await?.ok_or(LogInError::Refused)
    }

    /// Whoever has to show first that the address is theirs is sent a link for it.
    async fn require_verified(&self, user: &User, client: &Client) -> Result<(), LogInError> {
        if !self.0.settings.verification.keeps_out(user, self.0.clock.now()) {
            return Ok(());
        }
        match self.send_verification(user, client).await {
            Ok(()) | Err(Failure::TooManyAttempts { .. }) => Err(LogInError::Unverified),
            Err(failure) => Err(failure.into()),
        }
    }

    /// Checks the password, and nothing else: it counts as an attempt, and as a failure if it is wrong.
    pub(super) async fn verify_credentials(
        &self,
        credentials: &Credentials<'_>,
        device: Option<&TokenDigest>,
        client: &Client,
    ) -> Result<Authenticated, LogInError> {
        let email = parse(credentials)?;
        let known = self.find_known(email.as_ref(), device, client).await?;
        if let Some(email) = &email {
            let familiar = known.as_ref().and_then(|known| known.familiar(device, client));
            self.0.throttle.check_address(email, familiar)?;
        }
        self.verify_known(known, &credentials.password, device, client).await
    }

    async fn find_known(
        &self,
        email: Option<&EmailAddress>,
        device: Option<&TokenDigest>,
        client: &Client,
    ) -> Result<Option<Known>, Failure> {
        let Some(email) = email.cloned() else { return Ok(None) };
        let (device, network) = (device.cloned(), client.network());
        Ok(self.0.storage.read(move |db| find(db, &email, device.as_ref(), network)).await?)
    }

    async fn verify_known(
        &self,
        known: Option<Known>,
        password: &Password,
        device: Option<&TokenDigest>,
        client: &Client,
    ) -> Result<Authenticated, LogInError> {
        let subject = known.as_ref().map(|known| known.user.clone());
        if let Some(authenticated) = self.check(known, password).await? {
            return Ok(authenticated);
        }
        log_failure(client);
        let occasion = self.occasion(Actor::Unknown, client);
        let (device, limit) = (device.cloned(), self.0.settings.most_failures);
        let fail = move |tx: &mut Transaction<'_>| {
            lock::record_failure(tx, subject.as_ref(), device.as_ref(), limit, &occasion)
        };
        self.0.storage.write(fail).await?;
        Err(LogInError::Refused)
    }

    /// None if the account was changed while its password was being checked.
    async fn note_log_in<T: Send + 'static>(
        &self,
        authenticated: Authenticated,
        device: Option<TokenDigest>,
        client: &Client,
        open: impl Fn(&mut Transaction<'_>, &Arrival, &Occasion) -> Result<T, LogInError> + Send + 'static,
    ) -> Result<Option<LoggedIn<T>>, LogInError> {
        let Authenticated { user, is_known_network, hash, renewed } = authenticated;
        let occasion = self.occasion(&user, client);
        self.0
            .storage
            .write(move |tx| {
                if !users::record_log_in(tx, user.id, &hash, occasion.at)? {
                    return Ok(None);
                }
                // The row is ours now: what has locked the account meanwhile counts.
                let is_locked = users::find(tx, user.id)?.is_none_or(|user| user.is_locked());
                if is_locked && !is_known(tx, user.id, device.as_ref())? {
                    return Err(LogInError::Refused);
                }
                if let Some(renewed) = renewed {
                    users::replace_password(tx, user.id, &hash, &renewed)?;
                }
                let has_reopened = users::reopen(tx, user.id)?;
                if has_reopened {
                    events::record(tx, &occasion, EventKind::AccountReopened, Some(user.id))?;
                }
                let arrival = Arrival { user, is_known_network, has_reopened };
                let opened = open(tx, &arrival, &occasion)?;
                events::record(tx, &occasion, EventKind::LoggedIn, Some(arrival.user.id))?;
                Ok(Some(LoggedIn { opened, has_reopened }))
            })
            .await
    }

    /// Spends one verification, whoever it is. None if the password is wrong, or it is not enough.
    async fn check(
        &self,
        known: Option<Known>,
        password: &Password,
    ) -> Result<Option<Authenticated>, Failure> {
        let hash = known.as_ref().map_or(&self.0.decoy, |known| &known.hash);
        let verified = match self.0.hashing.verify(password.clone(), hash.clone()).await {
            Err(VerifyError::Unreadable(reason)) => {
                let id = known.as_ref().map(|known| known.user.id.0);
                tracing::error!(user = id, "the stored password hash cannot be verified: {reason}");
                self.0.hashing.verify(password.clone(), self.0.decoy.clone()).await
            }
            verified => verified,
        };
        let (known, verified) = match (known, verified) {
            (Some(known), Ok(verified)) if known.may_log_in() => (known, verified),
            (_, Ok(_) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_))) => return Ok(None),
            (_, Err(VerifyError::Hashing(error))) => return Err(error.into()),
        };
        let renewed = match verified.needs_rehash {
            true => self.renew(password).await,
            false => None,
        };
        let Known { user, hash, is_known_network, .. } = known;
        Ok(Some(Authenticated { user, is_known_network, hash, renewed }))
    }

    /// A log-in is not refused because its hash could not be renewed today.
    async fn renew(&self, password: &Password) -> Option<PhcString> {
        let renewed = self.0.hashing.hash(password.clone()).await;
        renewed.inspect_err(|error| tracing::warn!("a password hash could not be renewed: {error}")).ok()
    }
}

/// For programs that keep guessers out by the log: `docs/OPERATIONS.md` has a filter for it.
fn log_failure(client: &Client) {
    match client.address {
        Some(address) => tracing::info!("log-in failed from {address}"),
        None => tracing::info!("log-in failed"),
    }
}

/// Only what is missing is told. What is no address at all is treated like an unknown one.
fn parse(typed: &Credentials<'_>) -> Result<Option<EmailAddress>, LogInError> {
    let mut errors = FieldErrors::default();
    let email = EmailAddress::parse(typed.email);
    if email == Err(Mistake::EmailMissing) {
        errors.add(Field::Email, Mistake::EmailMissing);
    }
    if typed.password.expose().is_empty() {
        errors.add(Field::Password, Mistake::PasswordMissing);
    }
    if errors.is_empty() { Ok(email.ok()) } else { Err(LogInError::Invalid(errors)) }
}

fn find(
    db: &mut Reader<'_>,
    email: &EmailAddress,
    device: Option<&TokenDigest>,
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
    let is_known_device = is_known(db, id, device)?;
    let known = user.zip(hash);
    Ok(known.map(|(user, hash)| Known { user, hash, is_known_device, is_known_network }))
}

fn is_known(db: &mut Reader<'_>, id: UserId, device: Option<&TokenDigest>) -> Result<bool, storage::Error> {
    device.map_or(Ok(false), |device| known_devices::is_known(db, id, device))
}

impl From<storage::Error> for LogInError {
    fn from(error: storage::Error) -> Self {
        Self::Failure(error.into())
    }
}
