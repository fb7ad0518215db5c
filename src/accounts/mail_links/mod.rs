//! The links in mails: which are valid, and what following one does.

mod follow;
mod link;
mod reset_password;
mod verify_email;

pub use link::{LinkError, LiveLink};
pub use reset_password::{RequestPasswordResetError, ResetPasswordError};
