//! One person, with their sessions and the last events.

use rocket::http::Status;
use rocket::{State, get};
use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

use crate::accounts::{Accounts, UserDetails};
use crate::api::bearer::Administrator;
use crate::api::json::Json;
use crate::api::messages;
use crate::api::openapi::{AdministratorsOnly, Failures};
use crate::api::refusal::{Error, Refusal};
use crate::api::user::User;
use crate::domain::{Actor, Event, Session, UserId};

/// Somebody in the register, with what an administrator wants to know of them.
#[derive(Serialize, ToSchema)]
pub struct UserWithHistory {
    #[serde(flatten)]
    user: User,
    /// Where they are logged in, the last used first.
    sessions: Vec<UserSession>,
    /// What happened to the account, the newest first; the last 50.
    events: Vec<UserEvent>,
}

/// One place where somebody is logged in.
#[derive(Serialize, ToSchema)]
struct UserSession {
    id: i64,
    /// Whether it has tokens instead of a cookie.
    is_program: bool,
    /// Where it was opened.
    #[schema(required)]
    address: Option<String>,
    #[schema(required)]
    user_agent: Option<String>,
    #[serde(with = "time::serde::rfc3339")]
    created_at: OffsetDateTime,
    #[serde(with = "time::serde::rfc3339")]
    last_used_at: OffsetDateTime,
}

/// One line of the audit trail.
#[derive(Serialize, ToSchema)]
struct UserEvent {
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

/// Show a user
///
/// The person, their sessions, and the last things that happened to the account.
#[utoipa::path(
    get,
    path = "/admin/api/users/{id}",
    operation_id = "showUser",
    tag = "Administration",
    params(("id" = i64, Path, description = "As in the list", example = 1)),
    security(("bearer" = [])),
    responses(
        (status = 200, description = "The person", body = UserWithHistory),
        (status = 404, description = "There is no such user", body = Error),
        AdministratorsOnly, Failures,
    ),
)]
#[get("/admin/api/users/<id>")]
pub async fn show(
    administrator: Result<Administrator, Refusal>,
    id: Option<i64>,
    accounts: &State<Accounts>,
) -> Result<Json<UserWithHistory>, Refusal> {
    administrator?;
    let not_found = || Refusal::saying(Status::NotFound, messages::NO_SUCH_USER);
    let id = UserId(id.ok_or_else(not_found)?);
    let UserDetails { user, sessions, events } = accounts.user_details(id).await?.ok_or_else(not_found)?;
    Ok(Json(UserWithHistory {
        user: User::from(&user),
        sessions: sessions.into_iter().map(UserSession::from).collect(),
        events: events.into_iter().map(UserEvent::from).collect(),
    }))
}

impl From<Session> for UserSession {
    fn from(session: Session) -> Self {
        Self {
            id: session.id.0,
            is_program: session.is_program,
            address: session.address,
            user_agent: session.user_agent,
            created_at: session.created_at,
            last_used_at: session.last_used_at,
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
