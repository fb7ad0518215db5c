//! The answers to requests that reach no handler, or break in one.

use rocket::http::Status;
use rocket::{Request, catch};

use super::refusal::Refusal;
use crate::http::{allowed_methods, refusal};

#[catch(default)]
pub fn catch(status: Status, request: &Request<'_>) -> Refusal {
    if let Some(status) = refusal(request) {
        return Refusal::of(status);
    }
    match allowed_methods(status, request) {
        Some(methods) => Refusal::of(Status::MethodNotAllowed).header("Allow", methods),
        None => Refusal::of(status),
    }
}
