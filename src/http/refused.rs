//! What was refused before any flow, for the log and the audit trail: guards note why, and it is recorded when the answer
//! is known.

use std::sync::OnceLock;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Request, Response};

use super::client::client;
use crate::accounts::Accounts;
use crate::domain::{EventKind, UserId};

/// What is known of a request so far.
#[derive(Default)]
struct Noted {
    account: OnceLock<UserId>,
    refused: OnceLock<EventKind>,
}

fn noted<'r>(request: &'r Request<'_>) -> &'r Noted {
    request.local_cache(Noted::default)
}

/// Whose session the request has.
pub fn note_account(request: &Request<'_>, account: UserId) {
    let _ = noted(request).account.set(account);
}

/// That a member asked for what administrators may.
pub fn note_access_denied(request: &Request<'_>) {
    let _ = noted(request).refused.set(EventKind::AccessDenied);
}

/// That a page of another site made the browser send it.
pub fn note_cross_site(request: &Request<'_>) {
    let _ = noted(request).refused.set(EventKind::CrossSiteRefused);
}

/// What a request was refused for, if it was. A guard may have noted something, and another route have answered.
pub fn refused(request: &Request<'_>, status: Status) -> Option<EventKind> {
    match status {
        Status::TooManyRequests => Some(EventKind::RateLimited),
        status if status.class().is_client_error() => noted(request).refused.get().copied(),
        _ => None,
    }
}

/// Records it, beside the answer.
pub struct RefusalTrail;

#[rocket::async_trait]
impl Fairing for RefusalTrail {
    fn info(&self) -> Info {
        Info { name: "Refusals", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, request: &'r Request<'_>, response: &mut Response<'r>) {
        if let Some(kind) = refused(request, response.status())
            && let Some(accounts) = request.rocket().state::<Accounts>()
        {
            accounts.refusals().record(kind, noted(request).account.get().copied(), &client(request));
        }
    }
}
