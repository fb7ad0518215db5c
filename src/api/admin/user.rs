//! One user, with their sessions and latest events.

use rocket::http::Status;
use rocket::{State, get};
use serde::Serialize;
use utoipa::ToSchema;

use crate::accounts::{Accounts, UserDetails};
use crate::api::api_error::{ApiError, Error};
use crate::api::bearer::Administrator;
use crate::api::json::Json;
use crate::api::messages;
use crate::api::responses::{AdministratorsOnly, Failures};
use crate::domain::UserId;
use crate::http::representations::{User, UserEvent, UserSession};

/// A user, with their sessions and latest events.
#[derive(Serialize, ToSchema)]
pub struct UserWithHistory {
    #[serde(flatten)]
    user: User,
    /// The sessions of the user, the last used first.
    sessions: Vec<UserSession>,
    /// Whether there are more sessions than these.
    has_more_sessions: bool,
    /// The latest 50 audit events of the account, the newest first.
    events: Vec<UserEvent>,
    /// Whether there are older events than these.
    has_more_events: bool,
}

/// Show a user
///
/// Returns the user, their sessions, and the latest events of the account.
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
    administrator: Result<Administrator, ApiError>,
    id: Option<i64>,
    accounts: &State<Accounts>,
) -> Result<Json<UserWithHistory>, ApiError> {
    administrator?;
    let not_found = || ApiError::saying(Status::NotFound, messages::NO_SUCH_USER);
    let id = UserId(id.ok_or_else(not_found)?);
    let UserDetails { user, sessions, events, .. } =
        accounts.user_details(id, None).await?.ok_or_else(not_found)?;
    Ok(Json(UserWithHistory {
        user: User::from(&user),
        sessions: sessions.sessions.into_iter().map(UserSession::from).collect(),
        has_more_sessions: sessions.has_more,
        has_more_events: events.older.is_some(),
        events: events.events.into_iter().map(UserEvent::from).collect(),
    }))
}
