//! A user, as administrators see one on a page of its own and in the list.

use serde::Serialize;

use crate::domain::User;
use crate::locale::Time;

#[derive(Serialize)]
pub struct UserView {
    id: i64,
    email: String,
    name: Option<String>,
    /// For the monogram.
    initial: String,
    signed_up: Time,
    last_log_in: Option<Time>,
    /// What is said of the account: `disabled`, `closed`, `locked`, `unconfirmed` or `active`.
    state: &'static str,
    /// By its owner; it is deleted some days later, unless it is disabled.
    closed: bool,
    /// Whether the address is known to be theirs.
    verified: bool,
    /// Whether there were too many wrong passwords: they can log in only where they were before.
    locked: bool,
    is_admin: bool,
}

impl From<&User> for UserView {
    fn from(user: &User) -> Self {
        Self {
            id: user.id.0,
            email: user.email.as_typed().to_owned(),
            name: user.name.as_ref().map(|name| name.as_str().to_owned()),
            initial: user.initial(),
            signed_up: user.created_at.into(),
            last_log_in: user.last_log_in_at.map(Time::from),
            state: user.state().code(),
            closed: user.is_closed(),
            verified: user.is_verified(),
            locked: user.is_locked(),
            is_admin: user.is_admin,
        }
    }
}
