//! An account added by a program: no session is opened, and repeating the request does not add a second one.

use time::Duration;

use super::new_account::{Needs, register};
use crate::accounts::failure::fails_with_failure;
use crate::accounts::log_in::Attempt;
use crate::accounts::{Accounts, Credentials, Failure, LogInError, SignUp, SignUpError};
use crate::domain::{Actor, Client, EmailAddress, EventKind, IdempotencyKey, UserId};
use crate::storage::idempotency_keys::{self, InsertError};
use crate::storage::{Reader, Transaction, account_lock, events, users};

/// How long a program may repeat its request.
pub(in crate::accounts) const IDEMPOTENCY_KEYS_KEPT: Duration = Duration::hours(24);

/// The result of the request.
#[derive(Clone, Debug)]
pub enum CreatedAccount {
    Registered {
        id: UserId,
        email: EmailAddress,
    },
    /// In private mode: a mail is queued, whether the address has an account or not.
    Pending,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateAccountError {
    /// The key was used before, with another address or another password.
    #[error("the key was used for another request")]
    KeyReused,
    #[error(transparent)]
    SignUp(#[from] SignUpError),
}

impl Accounts {
    /// Adds an account. If the key has added one before, with the same address and password, returns that one.
    pub async fn create_account(
        &self,
        form: SignUp<'_>,
        key: Option<IdempotencyKey>,
        client: &Client,
    ) -> Result<CreatedAccount, CreateAccountError> {
        self.0.core.throttle.check_client(client).await?;
        if self.0.core.settings.is_sign_up_private {
            self.sign_up_privately(&form, client).await?;
            return Ok(CreatedAccount::Pending);
        }
        if let Some(key) = &key
            && let Some(created) = self.created_before(key, &form, client).await?
        {
            return Ok(created);
        }
        match self.create(&form, key.clone(), client).await {
            Err(CreateAccountError::SignUp(SignUpError::DuplicateEmail(errors))) => {
                // The same request may have been sent twice at once.
                let created = match &key {
                    Some(key) => self.created_before(key, &form, client).await?,
                    None => None,
                };
                created.ok_or(SignUpError::DuplicateEmail(errors).into())
            }
            answered => answered,
        }
    }

    async fn create(
        &self,
        form: &SignUp<'_>,
        key: Option<IdempotencyKey>,
        client: &Client,
    ) -> Result<CreatedAccount, CreateAccountError> {
        let needs: Needs = self.needs_of_new_account();
        let new = self.validate(form.email, form.password.clone(), self.terms(form), needs).await?;
        let audit = self.0.core.audit(Actor::Unknown, client);
        let created = self.0.core.storage.write(move |tx| {
            let user = register(tx, &new, &audit)?;
            if let Some(key) = key {
                idempotency_keys::delete_if_expired(tx, &key, audit.at - IDEMPOTENCY_KEYS_KEPT)?;
                idempotency_keys::insert(tx, &key, user.id, audit.at)?;
            }
            Ok::<_, CreateAccountError>(CreatedAccount::Registered { id: user.id, email: user.email })
        });
        created.await
    }

    /// The account that this key has added, until its owner logs in: after that the program no longer needs the answer.
    /// Checks the password as a log-in does, for that account alone, because no other part of the earlier request is
    /// stored for comparison. A wrong password counts, and a right one is recorded.
    async fn created_before(
        &self,
        key: &IdempotencyKey,
        form: &SignUp<'_>,
        client: &Client,
    ) -> Result<Option<CreatedAccount>, CreateAccountError> {
        let (key, cutoff) = (key.clone(), self.0.core.clock.now() - IDEMPOTENCY_KEYS_KEPT);
        let find = move |db: &mut Reader<'_>| {
            let created = idempotency_keys::find(db, &key, cutoff)?;
            created.map_or(Ok(None), |id| users::find(db, id))
        };
        let Some(created) = self.0.core.storage.read(find).await? else { return Ok(None) };
        if EmailAddress::parse(form.email).map_or(true, |email| email.key() != created.email.key()) {
            return Err(CreateAccountError::KeyReused);
        }
        if created.last_log_in_at.is_some() {
            return Ok(None);
        }
        let credentials = Credentials { email: form.email, password: form.password.clone() };
        let authenticated = match Attempt::parse(&credentials, None, client) {
            Ok(attempt) => self.authenticate_password(&attempt).await,
            Err(error) => Err(error),
        };
        match authenticated {
            Ok(authenticated) if authenticated.user.id == created.id => {
                let audit = self.0.core.audit(Actor::Unknown, client);
                let record = move |tx: &mut Transaction<'_>| {
                    account_lock::reset_failures(tx, created.id)?;
                    events::record(tx, &audit, EventKind::SignUpRepeated, Some(created.id))
                };
                self.0.core.storage.write(record).await?;
                Ok(Some(CreatedAccount::Registered { id: created.id, email: created.email }))
            }
            Err(LogInError::Failure(failure)) => Err(failure.into()),
            Ok(_) | Err(LogInError::Refused | LogInError::Unverified | LogInError::Invalid(_)) => {
                Err(CreateAccountError::KeyReused)
            }
        }
    }
}

impl From<Failure> for CreateAccountError {
    fn from(failure: Failure) -> Self {
        Self::SignUp(failure.into())
    }
}

fails_with_failure!(CreateAccountError);

impl From<InsertError> for CreateAccountError {
    fn from(error: InsertError) -> Self {
        match error {
            InsertError::KeyTaken => Self::KeyReused,
            InsertError::Storage(error) => error.into(),
        }
    }
}
