//! How accounts are added: from a browser, from a program, in private mode, and as the first administrator.

mod administrator;
mod error;
mod from_browser;
mod from_program;
mod new_account;
mod private;
mod resend;
mod set_up;
mod strength;

pub use error::{SignUp, SignUpError};
pub use from_browser::SignedUp;
pub use from_program::{CreateAccountError, CreatedAccount};
pub use set_up::SetUpError;

pub(super) use from_program::IDEMPOTENCY_KEYS_KEPT;
pub(super) use private::confirm as confirm_private_sign_up;
pub(super) use set_up::SET_UP_LINK_LIFETIME;
