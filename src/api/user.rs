//! A person, as programs see them.

use serde::Serialize;
use time::OffsetDateTime;
use utoipa::ToSchema;

use crate::domain;

/// Somebody in the register.
#[derive(Serialize, ToSchema)]
#[schema(example = json!({
    "id": 1,
    "email": "alice@example.com",
    "is_admin": false,
    "created_at": "2026-11-22T20:19:46.123456Z",
    "last_log_in_at": "2026-11-22T20:21:03.5Z",
    "disabled_at": null,
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
        }
    }
}
