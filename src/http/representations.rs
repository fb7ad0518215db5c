//! A person, their sessions and what happened to them, as JSON.

use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

use crate::domain::{self, Actor, Event, Session};

/// Somebody in the register.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 1,
    "email": "alice@example.com",
    "is_admin": false,
    "created_at": "2026-11-22T20:19:46.123456Z",
    "last_log_in_at": "2026-11-22T20:21:03.5Z",
    "disabled_at": null,
    "closed_at": null,
    "email_verified_at": "2026-11-22T20:24:51.25Z",
    "locked_at": null,
}))]
pub struct User {
    id: i64,
    /// As its owner typed it.
    email: String,
    is_admin: bool,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    last_log_in_at: Option<OffsetDateTime>,
    /// Since when the account is disabled, if it is.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    disabled_at: Option<OffsetDateTime>,
    /// Since when its owner has closed the account, which is deleted some days later.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    closed_at: Option<OffsetDateTime>,
    /// Since when the address is known to be theirs, if it is.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    email_verified_at: Option<OffsetDateTime>,
    /// Since when it is locked by too many wrong passwords, if it is.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    locked_at: Option<OffsetDateTime>,
}

impl From<&domain::User> for User {
    fn from(user: &domain::User) -> Self {
        Self {
            id: user.id.0,
            email: user.email.as_typed().to_owned(),
            is_admin: user.is_admin,
            created_at: user.created_at,
            last_log_in_at: user.last_log_in_at,
            disabled_at: user.disabled_at,
            closed_at: user.closed_at,
            email_verified_at: user.email_verified_at,
            locked_at: user.locked_at,
        }
    }
}

/// One place where somebody is logged in.
#[derive(Serialize, ToSchema)]
pub struct UserSession {
    id: i64,
    /// Whether it has tokens instead of a cookie.
    is_program: bool,
    /// Whether the browser keeps it when it is closed.
    is_persistent: bool,
    /// Where it was opened.
    #[schema(required)]
    address: Option<String>,
    #[schema(required)]
    user_agent: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    last_used_at: OffsetDateTime,
    /// When the password was last given in it.
    #[serde(with = "time::serde::rfc3339")]
    confirmed_at: OffsetDateTime,
}

/// One line of the audit trail.
#[derive(Serialize, ToSchema)]
pub struct UserEvent {
    /// `signed_up`, `logged_in`, `log_in_failed` …
    kind: &'static str,
    /// `user`, `command_line` or `unknown`.
    actor: &'static str,
    /// Who did it, if that was a user.
    #[schema(required)]
    actor_id: Option<i64>,
    /// Their address as it is today, while the account exists.
    #[schema(required)]
    actor_email: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    occurred_at: OffsetDateTime,
    #[schema(required)]
    address: Option<String>,
    #[schema(required)]
    user_agent: Option<String>,
}

impl From<Session> for UserSession {
    fn from(session: Session) -> Self {
        Self {
            id: session.id.0,
            is_program: session.is_program(),
            is_persistent: session.is_persistent,
            address: session.address,
            user_agent: session.user_agent,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
            confirmed_at: session.authenticated_at,
        }
    }
}

impl From<Event> for UserEvent {
    fn from(event: Event) -> Self {
        let (actor, actor_id) = match event.actor {
            Actor::User(id) => ("user", Some(id.0)),
            Actor::CommandLine => ("command_line", None),
            Actor::Unknown => ("unknown", None),
        };
        Self {
            kind: event.kind.code(),
            actor,
            actor_id,
            actor_email: event.actor_email,
            occurred_at: event.occurred_at,
            address: event.address,
            user_agent: event.user_agent,
        }
    }
}
