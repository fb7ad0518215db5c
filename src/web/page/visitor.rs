//! Who is asking: anybody, a member, or an administrator. Handlers take one of these as a guard.

use rocket::Request;
use rocket::http::Status;
use rocket::outcome::{IntoOutcome, try_outcome};
use rocket::request::{FromRequest, Outcome};

use super::cookies::Cookies;
use crate::accounts::{Accounts, Browser, SignedIn};
use crate::domain::Token;
use crate::http::{failure, note_access_denied, note_account};

/// Anybody, and who it is if they are logged in.
pub struct Visitor<'r> {
    pub signed_in: Option<&'r SignedIn>,
    pub browser: Browser,
}

/// Somebody who is logged in. Others are sent to the log-in page.
pub struct Member<'r>(pub &'r SignedIn);

/// Somebody who is logged in and has given the password a short while ago. Others are asked for it.
pub struct Confirmed<'r>(pub &'r SignedIn);

/// An administrator. Other members are told that there is no such page.
pub struct Administrator<'r>(pub &'r SignedIn);

/// What looking once for the session of this request gave.
enum Look {
    Done(Found),
    Failed,
}

#[derive(Default)]
struct Found {
    signed_in: Option<Box<SignedIn>>,
    /// The token that opens the session. If none does, the first one that was sent.
    token: Option<Token>,
}

async fn look<'r>(request: &'r Request<'_>) -> &'r Look {
    request
        .local_cache_async(async {
            let tokens = Cookies::of(request).map(Cookies::sessions).unwrap_or_default();
            let Some(first) = tokens.first().cloned() else { return Look::Done(Found::default()) };
            let Some(accounts) = request.rocket().state::<Accounts>() else { return Look::Failed };
            for token in tokens {
                match accounts.authenticate(&token).await {
                    Ok(Some(signed_in)) => {
                        note_account(request, signed_in.user.id);
                        return Look::Done(Found {
                            signed_in: Some(Box::new(signed_in)),
                            token: Some(token),
                        });
                    }
                    Ok(None) => {}
                    Err(error) => {
                        failure::log(&error);
                        return Look::Failed;
                    }
                }
            }
            Look::Done(Found { signed_in: None, token: Some(first) })
        })
        .await
}

fn browser(request: &Request<'_>, found: &Found) -> Browser {
    let devices = Cookies::of(request).map(Cookies::devices).unwrap_or_default();
    Browser { session: found.token.clone(), devices }
}

/// The member whom [`look`] found for this request, if anybody looked.
pub fn seen<'r>(request: &'r Request<'_>) -> Option<&'r SignedIn> {
    match request.local_cache(|| Look::Done(Found::default())) {
        Look::Done(found) => found.signed_in.as_deref(),
        Look::Failed => None,
    }
}

/// Looks, for pages that come from no handler.
pub async fn find<'r>(request: &'r Request<'_>) -> Option<&'r SignedIn> {
    look(request).await;
    seen(request)
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Visitor<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match look(request).await {
            Look::Done(found) => Outcome::Success(Visitor {
                signed_in: found.signed_in.as_deref(),
                browser: browser(request, found),
            }),
            // To take somebody for a visitor who may be logged in would be to log them out by half.
            Look::Failed => Outcome::Error((Status::ServiceUnavailable, ())),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match look(request).await {
            Look::Done(found) => found.signed_in.as_deref().map(Member).or_error((Status::Unauthorized, ())),
            Look::Failed => Outcome::Error((Status::ServiceUnavailable, ())),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Confirmed<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Member(signed_in) = try_outcome!(request.guard::<Member<'r>>().await);
        let accounts = request.rocket().state::<Accounts>();
        let is_confirmed = accounts.is_some_and(|accounts| accounts.is_stepped_up(signed_in));
        is_confirmed.then_some(Confirmed(signed_in)).or_error((Status::Unauthorized, ()))
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Administrator<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let Member(signed_in) = try_outcome!(request.guard::<Member<'r>>().await);
        if !signed_in.user.is_admin {
            note_access_denied(request);
        }
        signed_in.user.is_admin.then_some(Administrator(signed_in)).or_error((Status::NotFound, ()))
    }
}
