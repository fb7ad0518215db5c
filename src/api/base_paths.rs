//! The base paths of the API. Errors below them are JSON, whatever the client prefers.

use rocket::Request;

pub const BASE_PATHS: [&str; 5] =
    ["/users", "/token", "/admin/api", "/.well-known/jwks.json", "/openapi.json"];

pub fn is_of_api(request: &Request<'_>) -> bool {
    let path = request.uri().path();
    BASE_PATHS.iter().any(|base| {
        path.as_str().strip_prefix(base).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    })
}
