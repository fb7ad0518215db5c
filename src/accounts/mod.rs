//! What the product does: one file per flow. The pages, the command line and any other door come in here,
//! with what was typed and with who is asking, and a rule exists in one place.

mod activity;
mod administer;
mod candidate;
mod change_password;
mod clock;
mod close_account;
mod confirm_password;
mod create_account;
mod credentials;
mod end_sessions;
mod export;
mod failure;
mod log_in;
mod log_out;
mod program_tokens;
mod prune;
mod register;
mod session;
mod set_up;
mod sign_up;
mod signing_keys;
mod throttle;

use std::sync::Arc;

use crate::domain::{Actor, Client, PasswordPolicy, PhcString};
use crate::password_hashing::PasswordHashing;
use crate::storage::Storage;
use crate::storage::events::Occasion;
use crate::token_signing;

pub use administer::{AdministerError, AdministrativeAct};
pub use change_password::{ChangePassword, ChangePasswordError};
pub use clock::Clock;
pub use close_account::CloseAccountError;
pub use confirm_password::ConfirmPasswordError;
pub use create_account::{CreateAccountError, CreatedAccount};
pub use credentials::{Credentials, LogInError, LoggedIn};
pub use export::Export;
pub use failure::Failure;
pub use log_in::LogIn;
pub use program_tokens::{BearerError, RefreshError};
pub use prune::Pruned;
pub use register::UserDetails;
pub use session::{OpenedSession, SessionLimits, SignedIn};
pub use set_up::SetUpError;
pub use sign_up::{SignUp, SignUpError};
pub use signing_keys::{KeyStatus, OldKeys};
pub use throttle::{RateLimit, RateLimits};

/// How the queue for hashes is doing, for the log and for administrators.
pub use crate::password_hashing::Status as HashingStatus;

use throttle::Throttle;

/// What the operator decides about accounts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub password_policy: PasswordPolicy,
    pub session_limits: SessionLimits,
    /// None to let everybody try as often as they like.
    pub rate_limits: Option<RateLimits>,
    /// How long after it was closed an account is deleted.
    pub deleted_after: time::Duration,
}

/// The door that every flow goes through. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Accounts(Arc<Parts>);

struct Parts {
    storage: Storage,
    hashing: PasswordHashing,
    signing: token_signing::Settings,
    settings: Settings,
    throttle: Throttle,
    clock: Clock,
    /// What a log-in to an unknown address is checked against, so that it costs what any other does.
    decoy: PhcString,
}

impl Accounts {
    pub fn new(
        storage: Storage,
        hashing: PasswordHashing,
        signing: token_signing::Settings,
        settings: Settings,
        clock: Clock,
    ) -> Result<Self, Failure> {
        let throttle = Throttle::new(settings.rate_limits.as_ref());
        let decoy = hashing.decoy()?;
        Ok(Self(Arc::new(Parts { storage, hashing, signing, settings, throttle, clock, decoy })))
    }

    /// The fewest code points that a new password needs: what a form tells beforehand.
    pub fn minimum_password_length(&self) -> usize {
        self.0.settings.password_policy.minimum_length
    }

    pub fn hashing_status(&self) -> HashingStatus {
        self.0.hashing.status()
    }

    /// Now, for whoever is about to do something.
    fn occasion(&self, actor: impl Into<Actor>, client: &Client) -> Occasion {
        Occasion { actor: actor.into(), client: client.clone(), at: self.0.clock.now() }
    }
}
