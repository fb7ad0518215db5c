//! The stages of a log-in: what has been proven, what comes next, and what is recorded when nothing is missing.

use time::OffsetDateTime;

use super::attempt::LogInError;
use super::recognition::{Recognition, is_known};
use crate::accounts::{Accounts, Failure};
use crate::domain::{AuthenticationMethods, Client, EventKind, PhcString, User};
use crate::storage::events::{self, AuditContext};
use crate::storage::{Transaction, passwords, users};

/// An owner who has proven who they are. Only this opens a session.
pub(in crate::accounts) struct Authenticated {
    /// As the account was before the log-in.
    pub user: User,
    pub methods: AuthenticationMethods,
    pub at: OffsetDateTime,
    pub(super) recognition: Recognition,
    pub(super) checked: Option<CheckedHash>,
}

/// The hash that a password was checked against.
pub(super) struct CheckedHash {
    pub hash: PhcString,
    /// Replaces `hash` if that was made with weaker parameters than today's.
    pub renewed: Option<PhcString>,
}

impl Authenticated {
    /// The owner of a new account has just set its password.
    pub fn by_sign_up(user: User, at: OffsetDateTime) -> Self {
        let methods = AuthenticationMethods::PASSWORD;
        Self { user, methods, at, recognition: Recognition::default(), checked: None }
    }
}

/// What a log-in needs next.
pub(super) enum NextStep {
    /// Nothing: a session may be opened.
    LoggedIn(Authenticated),
    /// The owner has to confirm the address first.
    VerifyEmail(User),
    /// The account has a second factor, which the owner has to prove first.
    #[expect(dead_code, reason = "accounts have no second factors yet")]
    SecondFactor(Pending),
}

/// A log-in whose first factor was right.
pub(super) struct Pending {
    #[expect(dead_code, reason = "accounts have no second factors yet")]
    pub first: Authenticated,
}

/// The state of the account after its password was checked.
pub(super) enum Recorded {
    LoggedIn {
        /// The account was closed, and is open again.
        has_reopened: bool,
    },
    /// The account was disabled or its hash replaced in the meantime, so the check is no longer valid.
    AccountChanged,
}

impl Accounts {
    fn next_step(&self, authenticated: Authenticated) -> NextStep {
        match self.0.core.keeps_out(&authenticated.user, authenticated.at) {
            true => NextStep::VerifyEmail(authenticated.user),
            false => NextStep::LoggedIn(authenticated),
        }
    }

    /// The authenticated owner, if the log-in needs nothing else.
    pub(super) async fn pass_stages(
        &self,
        authenticated: Authenticated,
        client: &Client,
    ) -> Result<Authenticated, LogInError> {
        match self.next_step(authenticated) {
            NextStep::LoggedIn(authenticated) => Ok(authenticated),
            NextStep::VerifyEmail(user) => match self.send_verification(&user, client).await {
                Ok(()) | Err(Failure::TooManyAttempts { .. }) => Err(LogInError::Unverified),
                Err(failure) => Err(failure.into()),
            },
            NextStep::SecondFactor(_) => Err(LogInError::Refused),
        }
    }
}

/// Records the log-in, if the proof is still valid. The transaction keeps the row of the account locked until it ends.
///
/// # Errors
///
/// [`LogInError::Refused`] if the account was locked in the meantime.
pub(super) fn record(
    tx: &mut Transaction<'_>,
    authenticated: &Authenticated,
    audit: &AuditContext,
) -> Result<Recorded, LogInError> {
    let id = authenticated.user.id;
    let Some(checked) = &authenticated.checked else { return Ok(Recorded::AccountChanged) };
    if !users::record_log_in(tx, id, &checked.hash, audit.at)? {
        return Ok(Recorded::AccountChanged);
    }
    let is_locked = users::find(tx, id)?.is_none_or(|user| user.is_locked());
    if is_locked && !is_known(tx, id, authenticated.recognition.device.as_ref())? {
        return Err(LogInError::Refused);
    }
    if let Some(renewed) = &checked.renewed {
        passwords::replace(tx, id, &checked.hash, renewed)?;
    }
    let has_reopened = users::reopen(tx, id)?;
    if has_reopened {
        events::record(tx, audit, EventKind::AccountReopened, Some(id))?;
    }
    Ok(Recorded::LoggedIn { has_reopened })
}
