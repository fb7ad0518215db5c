//! Users, their sessions and their audit events, as JSON.

use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

use crate::domain::{self, Actor, Event, Session};

/// A user.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 1,
    "email": "alice@example.com",
    "name": "Alice Example",
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
    /// As the owner typed it.
    email: String,
    /// What the owner wants to be called; `null` if they gave no name.
    #[schema(required)]
    name: Option<String>,
    is_admin: bool,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    last_log_in_at: Option<OffsetDateTime>,
    /// When the account was disabled; `null` if it is not disabled.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    disabled_at: Option<OffsetDateTime>,
    /// When the owner closed the account, which is deleted some days later; `null` if it is not closed.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    closed_at: Option<OffsetDateTime>,
    /// When the owner confirmed the email address; `null` if it is not confirmed.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    email_verified_at: Option<OffsetDateTime>,
    /// When the account was locked after too many wrong passwords; `null` if it is not locked.
    #[serde(with = "time::serde::rfc3339::option")]
    #[schema(required)]
    locked_at: Option<OffsetDateTime>,
}

impl From<&domain::User> for User {
    fn from(user: &domain::User) -> Self {
        Self {
            id: user.id.0,
            email: user.email.as_typed().to_owned(),
            name: user.name.as_ref().map(|name| name.as_str().to_owned()),
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

/// A session of a user, in a browser or a program.
#[derive(Serialize, ToSchema)]
pub struct UserSession {
    id: i64,
    /// Whether the session uses tokens instead of a cookie.
    is_program: bool,
    /// Whether the browser keeps the session after it is closed.
    is_persistent: bool,
    /// The IP address from which the session was opened.
    #[schema(required)]
    address: Option<String>,
    #[schema(required)]
    user_agent: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    last_used_at: OffsetDateTime,
    /// When the user last entered the password in this session.
    #[serde(with = "time::serde::rfc3339")]
    confirmed_at: OffsetDateTime,
}

/// An audit event.
#[derive(Serialize, ToSchema)]
pub struct UserEvent {
    /// `signed_up`, `logged_in`, `log_in_failed` …
    kind: &'static str,
    /// `user`, `command_line` or `unknown`.
    actor: &'static str,
    /// The id of the user who caused the event, if a user did.
    #[schema(required)]
    actor_id: Option<i64>,
    /// That user's current email address; `null` once the account is deleted.
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
