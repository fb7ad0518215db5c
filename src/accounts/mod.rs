//! What the product does: a folder for each area, a file for each flow. Pages, API and command line call these flows
//! with what was typed and with the client or the session, so that each rule exists in one place.

mod clock;
mod core;
mod directory;
mod failure;
mod figures;
mod housekeeping;
mod log_in;
mod mail_links;
mod outbox;
mod profile;
mod refusals;
mod settings;
mod sign_up;
mod throttle;
mod tokens;

use std::sync::Arc;

use time::OffsetDateTime;

use crate::domain::PhcString;
use crate::mail::Mailer;
use crate::password_hashing::PasswordHashing;
use crate::secrets::Secrets;
use crate::storage::Storage;
use crate::token_signing;
use core::Core;

pub use clock::Clock;
pub use directory::{AdministerError, Administered, AdministrativeAct, UserDetails};
pub use failure::Failure;
pub use figures::{Counts, Figures, OutboxFigures};
pub use housekeeping::{CleanedUp, DEVICES_KEPT, Housekeeping};
pub use log_in::{
    Browser, Credentials, LogIn, LogInError, LoggedIn, OpenedSession, RenewedSession, SessionOver, SignedIn,
    StepUp, StepUpError,
};
pub use mail_links::{LinkError, LiveLink, RequestPasswordResetError, ResetPasswordError};
pub use outbox::{Outbox, RetryMailError};
pub use profile::{
    ChangeEmail, ChangeEmailError, ChangeNameError, ChangePassword, ChangePasswordError, CloseAccountError,
    Export,
};
pub use refusals::Refusals;
pub use settings::{SessionLimits, Settings, Verification};
pub use sign_up::{CreateAccountError, CreatedAccount, SetUpError, SignUp, SignUpError, SignedUp};
pub use throttle::{RateLimit, RateLimits};
pub use tokens::{
    BearerError, KeyStatus, OldKeys, RefreshError, RotateKeysError, RotatedKey, SecretKeyStatus,
    StoredKeyError, TokenBearer, Tokens, verify_stored_keys,
};

/// What a listener is told of each event.
pub use crate::storage::RecordedEvent;

/// The state of the hashing queue, for the log and for administrators.
pub use crate::password_hashing::Status as HashingStatus;

/// The entry point for users: every flow of a visitor, a member or an administrator. Cheap to clone; all clones share
/// the same parts.
#[derive(Clone)]
pub struct Accounts(Arc<Parts>);

struct Parts {
    core: Core,
    hashing: PasswordHashing,
    /// The hash against which a log-in to an unknown address is checked, so that it costs the same as any other.
    decoy: PhcString,
    tokens: Tokens,
    outbox: Outbox,
    refusals: Arc<Refusals>,
    housekeeping: Housekeeping,
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
        let core = Core::new(storage, settings, clock);
        let decoy = hashing.decoy()?;
        let tokens = Tokens::new(core.clone(), signing, secrets);
        let outbox = Outbox::new(core.clone(), mailer);
        let refusals = Arc::new(Refusals::new(core.clone()));
        let housekeeping =
            Housekeeping::new(core.clone(), hashing.clone(), tokens.clone(), Arc::clone(&refusals));
        Ok(Self(Arc::new(Parts { core, hashing, decoy, tokens, outbox, refusals, housekeeping })))
    }

    /// The tokens of programs, and the keys that sign them.
    pub fn tokens(&self) -> &Tokens {
        &self.0.tokens
    }

    /// The mails that wait to be sent.
    pub fn outbox(&self) -> &Outbox {
        &self.0.outbox
    }

    /// The refused requests in the audit trail.
    pub fn refusals(&self) -> &Refusals {
        &self.0.refusals
    }

    /// The recurring tasks of the server.
    pub fn housekeeping(&self) -> &Housekeeping {
        &self.0.housekeeping
    }

    /// The minimum length of a new password in code points, which forms state in advance.
    pub fn minimum_password_length(&self) -> usize {
        self.0.core.settings.password_policy.minimum_length
    }

    /// Whether signing up needs the acceptance of the terms, which forms ask for then.
    pub fn are_terms_required(&self) -> bool {
        self.0.core.settings.are_terms_required
    }

    /// Whether people can give a name, and names are shown.
    pub fn has_names(&self) -> bool {
        self.0.core.settings.has_names
    }

    /// The current time, which pages compare other times with.
    pub fn now(&self) -> OffsetDateTime {
        self.0.core.clock.now()
    }

    pub fn hashing_status(&self) -> HashingStatus {
        self.0.hashing.status()
    }
}
