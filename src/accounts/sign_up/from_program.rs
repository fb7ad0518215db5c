//! A new person, added by a program: nobody is logged in, and asking again does not do it twice.

use time::Duration;

use super::credentials::Authenticated;
use super::{Accounts, Credentials, Failure, LogInError, SignUp, SignUpError};
use crate::domain::{Actor, Client, EmailAddress, EventKind, IdempotencyKey, UserId};
use crate::storage::idempotency_keys::{self, InsertError};
use crate::storage::{self, Transaction, account_lock, events, users};

/// How long a program may ask again.
pub(super) const REMEMBERED: Duration = Duration::hours(24);

/// What it came to.
#[derive(Clone, Debug)]
pub enum CreatedAccount {
    /// They are in the register now.
    Registered { id: UserId, email: EmailAddress },
    /// In private mode: a link is on its way, be it to a new account or to one that was there before.
    Pending,
}

#[derive(Debug, thiserror::Error)]
pub enum CreateAccountError {
    /// The key came with another address or another password before.
    #[error("the key was used for another request")]
    KeyReused,
    #[error(transparent)]
    SignUp(#[from] SignUpError),
}

impl Accounts {
    /// With a key that has made an account before, the answer is that account, if address and password are the same.
    pub async fn create_account(
        &self,
        form: SignUp<'_>,
        key: Option<IdempotencyKey>,
        client: &Client,
    ) -> Result<CreatedAccount, CreateAccountError> {
        self.0.throttle.check_client(client)?;
        if self.0.settings.is_sign_up_private {
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
                // Perhaps by the same request, sent twice at once.
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
        let needs = self.needs_of_new_account();
        let candidate = self.accept(form.email, form.password.clone(), needs).await?;
        let email = candidate.email().clone();
        let id = self
            .admit(candidate, client, move |tx, id, occasion| {
                if let Some(key) = key {
                    idempotency_keys::delete_if_old(tx, &key, occasion.at - REMEMBERED)?;
                    idempotency_keys::insert(tx, &key, id, occasion.at)?;
                }
                Ok::<_, CreateAccountError>(id)
            })
            .await?;
        Ok(CreatedAccount::Registered { id, email })
    }

    /// The account that this key has made, while no one has logged in to it: afterwards its program needs the answer no
    /// more. The password is checked as at a log-in, of that account alone, for nothing else of a request is kept to tell
    /// whether this is the same one. A wrong one counts, and a right one is recorded.
    async fn created_before(
        &self,
        key: &IdempotencyKey,
        form: &SignUp<'_>,
        client: &Client,
    ) -> Result<Option<CreatedAccount>, CreateAccountError> {
        let (key, cutoff) = (key.clone(), self.0.clock.now() - REMEMBERED);
        let find = move |db: &mut storage::Reader<'_>| {
            let made = idempotency_keys::find(db, &key, cutoff)?;
            made.map_or(Ok(None), |id| users::find(db, id))
        };
        let Some(made) = self.0.storage.read(find).await? else { return Ok(None) };
        if EmailAddress::parse(form.email).map_or(true, |email| email.key() != made.email.key()) {
            return Err(CreateAccountError::KeyReused);
        }
        if made.last_log_in_at.is_some() {
            return Ok(None);
        }
        let credentials = Credentials { email: form.email, password: form.password.clone() };
        match self.verify_credentials(&credentials, None, client).await {
            Ok(Authenticated { user, .. }) if user.id == made.id => {
                let occasion = self.occasion(Actor::Unknown, client);
                let record = move |tx: &mut Transaction<'_>| {
                    account_lock::reset_failures(tx, user.id)?;
                    events::record(tx, &occasion, EventKind::SignUpRepeated, Some(user.id))
                };
                self.0.storage.write(record).await?;
                Ok(Some(CreatedAccount::Registered { id: made.id, email: made.email }))
            }
            Ok(_) | Err(LogInError::Refused | LogInError::Unverified | LogInError::Invalid(_)) => {
                Err(CreateAccountError::KeyReused)
            }
            Err(LogInError::Failure(failure)) => Err(failure.into()),
        }
    }
}

impl From<Failure> for CreateAccountError {
    fn from(failure: Failure) -> Self {
        Self::SignUp(failure.into())
    }
}

impl From<storage::Error> for CreateAccountError {
    fn from(error: storage::Error) -> Self {
        Failure::from(error).into()
    }
}

impl From<InsertError> for CreateAccountError {
    fn from(error: InsertError) -> Self {
        match error {
            InsertError::KeyTaken => Self::KeyReused,
            InsertError::Storage(error) => error.into(),
        }
    }
}
