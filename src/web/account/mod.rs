//! The pages of one's own account.

pub mod activity;
pub mod change_email;
pub mod change_name;
pub mod change_password;
pub mod close_account;
pub mod confirm_password;
pub mod export;
pub mod overview;
mod session_over;
pub mod sessions;

pub use session_over::session_over;
