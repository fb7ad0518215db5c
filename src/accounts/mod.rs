//! What the product does: one file per flow. The pages, the command line and any other door come in here,
//! with what was typed and with who is asking, and a rule exists in one place.

mod activity;
mod administer;
mod arrival;
mod candidate;
mod change_email;
mod change_password;
mod clock;
mod close_account;
mod confirm_password;
mod create_account;
mod credentials;
mod end_sessions;
mod export;
mod failure;
mod future_dates;
mod lock;
mod log_in;
mod log_out;
mod mail_link;
mod outbox;
mod private_sign_up;
mod program_tokens;
mod prune;
mod refusals;
mod register;
mod repair_hashes;
mod reset_password;
mod secret_keys;
mod session;
mod set_up;
mod sign_up;
mod signing_keys;
mod throttle;
mod verify_email;
mod watch_storage;

use std::sync::Arc;

use crate::domain::{Actor, Client, PasswordPolicy, PhcString};
use crate::mail::Mailer;
use crate::password_hashing::PasswordHashing;
use crate::secrets::Secrets;
use crate::storage::Storage;
use crate::storage::events::Occasion;
use crate::token_signing;

pub use administer::{AdministerError, Administered, AdministrativeAct};
pub use change_email::{ChangeEmail, ChangeEmailError};
pub use change_password::{ChangePassword, ChangePasswordError};
pub use clock::Clock;
pub use close_account::CloseAccountError;
pub use confirm_password::{ConfirmPasswordError, SessionOver};
pub use create_account::{CreateAccountError, CreatedAccount};
pub use credentials::{Credentials, LogInError, LoggedIn};
pub use export::Export;
pub use failure::Failure;
pub use log_in::LogIn;
pub use mail_link::{Followed, LinkError, LiveLink};
pub use outbox::RetryMailError;
pub use program_tokens::{BearerError, RefreshError};
pub use prune::{DEVICES_KEPT, Pruned};
pub use register::UserDetails;
pub use reset_password::{RequestPasswordResetError, ResetPasswordError};
pub use secret_keys::SecretKeyStatus;
pub use session::{Browser, OpenedSession, RenewedSession, SessionLimits, SignedIn};
pub use set_up::SetUpError;
pub use sign_up::{SignUp, SignUpError, SignedUp};
pub use signing_keys::{KeyStatus, OldKeys, RotateKeysError, RotatedKey};
pub use throttle::{RateLimit, RateLimits};
pub use verify_email::Verification;

/// How the queue for hashes is doing, for the log and for administrators.
pub use crate::password_hashing::Status as HashingStatus;

use refusals::Refusals;
use throttle::Throttle;

/// What the operator decides about accounts.
#[derive(Clone, Debug)]
pub struct Settings {
    pub password_policy: PasswordPolicy,
    pub session_limits: SessionLimits,
    /// None to let everybody try as often as they like.
    pub rate_limits: Option<RateLimits>,
    /// After so many wrong passwords in a row strangers cannot log in to an account any more.
    pub most_failures: i64,
    /// How long after it was closed an account is deleted.
    pub deleted_after: time::Duration,
    /// How long an event is kept.
    pub events_kept: time::Duration,
    pub verification: Verification,
    /// Whether signing up tells nobody which addresses are registered.
    pub is_sign_up_private: bool,
    /// How long to wait before a mail is tried again for the first time.
    pub mail_retry: time::Duration,
}

/// The door that every flow goes through. Cheap to clone; all clones are one.
#[derive(Clone)]
pub struct Accounts(Arc<Parts>);

struct Parts {
    storage: Storage,
    hashing: PasswordHashing,
    signing: token_signing::Settings,
    secrets: Secrets,
    mailer: Mailer,
    settings: Settings,
    throttle: Throttle,
    refusals: Refusals,
    clock: Clock,
    /// What a log-in to an unknown address is checked against, so that it costs what any other does.
    decoy: PhcString,
}

impl Accounts {
    pub fn new(
        storage: Storage,
        hashing: PasswordHashing,
        signing: token_signing::Settings,
        secrets: Secrets,
        mailer: Mailer,
        settings: Settings,
        clock: Clock,
    ) -> Result<Self, Failure> {
        let throttle = Throttle::new(settings.rate_limits.as_ref());
        let refusals = Refusals::new(clock.now());
        let decoy = hashing.decoy()?;
        Ok(Self(Arc::new(Parts {
            storage,
            hashing,
            signing,
            secrets,
            mailer,
            settings,
            throttle,
            refusals,
            clock,
            decoy,
        })))
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
