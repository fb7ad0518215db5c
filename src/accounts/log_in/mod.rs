//! Logging in, in stages: an attempt, the proof, what is missing, and the session; and everything about open sessions.

mod attempt;
mod browser;
mod end_sessions;
mod lock;
mod log_out;
mod password;
mod program;
mod recognition;
mod session;
mod stages;
mod step_up;

pub use attempt::{Credentials, LogInError};
pub use browser::{LogIn, LoggedIn};
pub use session::{Browser, OpenedSession, RenewedSession, SignedIn};
pub use step_up::{SessionOver, StepUp, StepUpError};

pub(super) use attempt::Attempt;
pub(super) use lock::{unlock, unlock_by_link};
pub(super) use log_out::log_out;
pub(super) use session::{
    MAX_LISTED_SESSIONS, MAX_PROGRAMS, NewBrowserSession, open as open_browser_session,
};
pub(super) use stages::Authenticated;
pub(super) use step_up::record_step_up;
