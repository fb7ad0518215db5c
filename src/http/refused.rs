//! Refusals, for the log and the audit trail: guards note the reason in the request, and the refusal is recorded once
//! the status of the answer is known.

use std::sync::OnceLock;

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Status;
use rocket::{Request, Response};

use super::client::client;
use crate::accounts::Accounts;
use crate::domain::{EventKind, UserId};

/// What guards have noted about a request.
#[derive(Default)]
struct Noted {
    account: OnceLock<UserId>,
    refused: OnceLock<EventKind>,
}

fn noted<'r>(request: &'r Request<'_>) -> &'r Noted {
    request.local_cache(Noted::default)
}

/// Notes the account that the request is authenticated as.
pub fn note_account(request: &Request<'_>, account: UserId) {
    let _ = noted(request).account.set(account);
}

/// Notes that a member without the right requested something for administrators.
pub fn note_access_denied(request: &Request<'_>) {
    let _ = noted(request).refused.set(EventKind::AccessDenied);
}

/// Notes that a page of another site made the browser send the request.
pub fn note_cross_site(request: &Request<'_>) {
    let _ = noted(request).refused.set(EventKind::CrossSiteRefused);
}

/// Why a request was refused, if it was. The status decides: a guard may note a reason, and another route answer.
pub fn refused(request: &Request<'_>, status: Status) -> Option<EventKind> {
    match status {
        Status::TooManyRequests => Some(EventKind::RateLimited),
        status if status.class().is_client_error() => noted(request).refused.get().copied(),
        _ => None,
    }
}

/// Records refusals as audit events. The answer does not wait for that.
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
