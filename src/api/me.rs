//! The user whom an access token belongs to.

use rocket::get;

use super::api_error::ApiError;
use super::bearer::Bearer;
use super::json::Json;
use super::responses::{Failures, Unauthorized};
use crate::http::representations::User;

/// Show the current user
///
/// Returns the user whom the access token belongs to.
#[utoipa::path(
    get,
    path = "/users/me",
    operation_id = "whoAmI",
    tag = "Users",
    security(("bearer" = [])),
    responses((status = 200, description = "You", body = User), Unauthorized, Failures),
)]
#[get("/users/me")]
pub async fn show(bearer: Result<Bearer, ApiError>) -> Result<Json<User>, ApiError> {
    let Bearer(signed_in) = bearer?;
    Ok(Json(User::from(&signed_in.user)))
}
