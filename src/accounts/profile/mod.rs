//! The flows of members about their own account.

mod activity;
mod change_email;
mod change_password;
mod close_account;
mod export;
mod language;
mod name;
mod pending_email_change;

pub use change_email::{ChangeEmail, ChangeEmailError};
pub use change_password::{ChangePassword, ChangePasswordError};
pub use close_account::CloseAccountError;
pub use export::Export;
pub use name::ChangeNameError;

pub(super) use change_email::{confirm as confirm_email_change, undo as undo_email_change};
