//! Who is asking: any visitor, a member, or an administrator. Handlers take one of these as a guard, and only these make
//! pages: so no page is rendered before the session was looked up.

use rocket::Request;
use rocket::http::Status;
use rocket::outcome::{IntoOutcome, try_outcome};
use rocket::request::{FromRequest, Outcome};
use serde::Serialize;

use super::carried::Carried;
use super::cookies::Cookies;
use super::frame::Page;
use crate::accounts::{Accounts, Browser, Failure, SignedIn};
use crate::domain::Token;
use crate::http::{note_access_denied, note_account};

/// Any client, and who it is if it is logged in.
pub struct Visitor<'r> {
    pub signed_in: Option<&'r SignedIn>,
    token: Option<&'r Token>,
    cookies: Cookies<'r>,
}

/// A visitor who is logged in. Others are sent to the log-in page.
pub struct Member<'r>(pub &'r SignedIn);

/// A member who has given the password a short while ago. Others are asked for it.
pub struct Confirmed<'r>(pub &'r SignedIn);

/// An administrator. Other members are told that there is no such page.
pub struct Administrator<'r>(pub &'r SignedIn);

impl Visitor<'_> {
    pub fn page<V: Serialize>(&self, template: &'static str, view: V) -> Page<V> {
        Page::new(self.signed_in, template, view)
    }

    /// What the form before this page has left.
    pub fn carried(&self) -> Carried {
        self.cookies.carried()
    }

    /// What the visitor's browser is known by.
    pub fn browser(&self) -> Browser {
        Browser { session: self.token.cloned(), devices: self.cookies.devices() }
    }
}

impl Member<'_> {
    pub fn page<V: Serialize>(&self, template: &'static str, view: V) -> Page<V> {
        Page::new(Some(self.0), template, view)
    }
}

impl Confirmed<'_> {
    pub fn page<V: Serialize>(&self, template: &'static str, view: V) -> Page<V> {
        Page::new(Some(self.0), template, view)
    }
}

impl Administrator<'_> {
    pub fn page<V: Serialize>(&self, template: &'static str, view: V) -> Page<V> {
        Page::new(Some(self.0), template, view)
    }
}

/// The result of looking up the session of a request, once.
type Look = Result<Found, Failure>;

#[derive(Default)]
struct Found {
    signed_in: Option<Box<SignedIn>>,
    /// The token that opens the session. If none does, the first one that was sent.
    token: Option<Token>,
}

async fn look<'r>(request: &'r Request<'_>) -> Result<&'r Found, &'r Failure> {
    let look: &Look = request.local_cache_async(authenticate(request)).await;
    look.as_ref()
}

async fn authenticate(request: &Request<'_>) -> Look {
    let tokens = Cookies::of(request).map(Cookies::sessions).unwrap_or_default();
    let Some(first) = tokens.first().cloned() else { return Ok(Found::default()) };
    let accounts = request.rocket().state::<Accounts>();
    let accounts = accounts.ok_or_else(|| Failure::Unexpected("the server has no accounts".into()))?;
    for token in tokens {
        if let Some(signed_in) = accounts.authenticate(&token).await? {
            note_account(request, signed_in.user.id);
            return Ok(Found { signed_in: Some(Box::new(signed_in)), token: Some(token) });
        }
    }
    Ok(Found { signed_in: None, token: Some(first) })
}

/// Looks up who is asking, for pages that come from no handler.
///
/// # Errors
///
/// The failure of the look-up, which is not logged yet.
pub async fn find<'r>(request: &'r Request<'_>) -> Result<Option<&'r SignedIn>, &'r Failure> {
    Ok(look(request).await?.signed_in.as_deref())
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Visitor<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        let cookies = try_outcome!(request.guard::<Cookies<'r>>().await);
        match look(request).await {
            Ok(found) => Outcome::Success(Visitor {
                signed_in: found.signed_in.as_deref(),
                token: found.token.as_ref(),
                cookies,
            }),
            // The visitor may be logged in: a page for strangers would log a member out by half.
            Err(_) => Outcome::Error((Status::ServiceUnavailable, ())),
        }
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Member<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match find(request).await {
            Ok(signed_in) => signed_in.map(Member).or_error((Status::Unauthorized, ())),
            Err(_) => Outcome::Error((Status::ServiceUnavailable, ())),
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
