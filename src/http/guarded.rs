//! The wrapper around every route: a handler runs only if the request passes all checks.

use rocket::route::{Handler, Outcome, Route};
use rocket::{Data, Request};
use tracing::Instrument;

use super::same_site::SameSite;
use super::{AllowedOrigins, request_head, span};
use crate::domain::PublicUrl;

/// The same routes, which refuse requests with an invalid head. Routes that change something answer only pages of this
/// site, pages of the allowed origins, and clients that are not browsers.
pub fn guarded(routes: Vec<Route>, public_url: &PublicUrl, allowed: &AllowedOrigins) -> Vec<Route> {
    let same_site = SameSite::new(public_url, allowed);
    let guard = |mut route: Route| {
        route.handler = Box::new(Guarded { handler: route.handler, same_site: same_site.clone() });
        route
    };
    routes.into_iter().map(guard).collect()
}

#[derive(Clone)]
struct Guarded {
    handler: Box<dyn Handler>,
    same_site: SameSite,
}

#[rocket::async_trait]
impl Handler for Guarded {
    async fn handle<'r>(&self, request: &'r Request<'_>, data: Data<'r>) -> Outcome<'r> {
        match request_head::check(request).and_then(|()| self.same_site.check(request)) {
            Ok(()) => self.handler.handle(request, data).instrument(span(request)).await,
            Err(status) => Outcome::Error(status),
        }
    }
}
