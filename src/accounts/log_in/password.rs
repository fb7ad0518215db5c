//! The first stage: an address and a password, checked. An unknown address, a wrong password and a disabled account get
//! one answer at one cost.

use super::attempt::{Attempt, LogInError};
use super::lock;
use super::recognition::{self, AccountToCheck};
use super::stages::{Authenticated, CheckedHash};
use crate::accounts::{Accounts, Failure};
use crate::domain::{Actor, AuthenticationMethods, Client, Password, PhcString};
use crate::password_hashing::{Known, VerifyError};
use crate::storage::Transaction;

impl AccountToCheck {
    /// After too many wrong passwords, the right one is not enough from an unknown browser. A known network does not
    /// help, because an attacker may be in it.
    fn may_log_in(&self) -> bool {
        !self.user.is_disabled() && (self.recognition.is_known_device || !self.user.is_locked())
    }
}

impl Accounts {
    /// Checks the password: counts an attempt, and a failure if the password is wrong.
    pub(in crate::accounts) async fn authenticate_password(
        &self,
        attempt: &Attempt<'_>,
    ) -> Result<Authenticated, LogInError> {
        let account = self.find_account(attempt).await?;
        if let Some(email) = &attempt.email {
            let known = account.as_ref().and_then(|account| account.recognition.known_client(attempt.client));
            self.0.core.throttle.check_address(email, known).await?;
        }
        self.check_account(account, attempt).await
    }

    /// Checks the password of the same attempt against the account as it is now.
    pub(super) async fn authenticate_password_again(
        &self,
        attempt: &Attempt<'_>,
    ) -> Result<Authenticated, LogInError> {
        let account = self.find_account(attempt).await?;
        self.check_account(account, attempt).await
    }

    async fn find_account(&self, attempt: &Attempt<'_>) -> Result<Option<AccountToCheck>, Failure> {
        let Some(email) = attempt.email.clone() else { return Ok(None) };
        let (device, network) = (attempt.device.clone(), attempt.client.network());
        Ok(self.0.core.storage.read(move |db| recognition::find(db, &email, device, network)).await?)
    }

    async fn check_account(
        &self,
        account: Option<AccountToCheck>,
        attempt: &Attempt<'_>,
    ) -> Result<Authenticated, LogInError> {
        let subject = account.as_ref().map(|account| account.user.clone());
        if let Some(authenticated) = self.verify(account, attempt.password).await? {
            return Ok(authenticated);
        }
        log_failure(attempt.client);
        let audit = self.0.core.audit(Actor::Unknown, attempt.client);
        let (device, limit) = (attempt.device.clone(), self.0.core.settings.max_failures);
        let record = move |tx: &mut Transaction<'_>| {
            lock::record_failure(tx, subject.as_ref(), device.as_ref(), limit, &audit)
        };
        self.0.core.storage.write(record).await?;
        Err(LogInError::Refused)
    }

    /// Spends one verification, also for an unknown account. `None` if the password is wrong, or is not enough.
    async fn verify(
        &self,
        account: Option<AccountToCheck>,
        password: &Password,
    ) -> Result<Option<Authenticated>, Failure> {
        let hash = account.as_ref().map_or(&self.0.decoy, |account| &account.hash);
        let is_known = account.as_ref().is_some_and(|account| account.recognition.is_known_device);
        let known = if is_known { Known::Yes } else { Known::No };
        let verified = match self.0.hashing.verify(password.clone(), hash.clone(), known).await {
            Err(VerifyError::Unreadable(reason)) => {
                let id = account.as_ref().map(|account| account.user.id.0);
                tracing::error!(user = id, "the stored password hash cannot be verified: {reason}");
                self.0.hashing.verify(password.clone(), self.0.decoy.clone(), known).await
            }
            verified => verified,
        };
        let (account, verified) = match (account, verified) {
            (Some(account), Ok(verified)) if account.may_log_in() => (account, verified),
            (_, Ok(_) | Err(VerifyError::Mismatch | VerifyError::Unreadable(_))) => return Ok(None),
            (_, Err(VerifyError::Hashing(error))) => return Err(error.into()),
        };
        let renewed = match verified.needs_rehash {
            true => self.renew(password).await,
            false => None,
        };
        let AccountToCheck { user, hash, recognition } = account;
        let (methods, at) = (AuthenticationMethods::PASSWORD, self.0.core.clock.now());
        let checked = Some(CheckedHash { hash, renewed });
        Ok(Some(Authenticated { user, methods, at, recognition, checked }))
    }

    /// Best effort: a log-in must not fail because its hash could not be renewed.
    async fn renew(&self, password: &Password) -> Option<PhcString> {
        let renewed = self.0.hashing.hash(password.clone()).await;
        renewed.inspect_err(|error| tracing::warn!("a password hash could not be renewed: {error}")).ok()
    }
}

/// For programs such as fail2ban that read the log: `docs/OPERATIONS.md` has a filter for it.
fn log_failure(client: &Client) {
    match client.address {
        Some(address) => tracing::info!("log-in failed from {address}"),
        None => tracing::info!("log-in failed"),
    }
}
