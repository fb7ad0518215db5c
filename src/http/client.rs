//! The client at the other end of a request.

use std::convert::Infallible;
use std::net::IpAddr;

use rocket::Request;
use rocket::request::{FromRequest, Outcome};

use super::language::language;
use crate::domain::{Client, parse_address};

/// The address of the client: from the header that `ip_header` names, which a trusted proxy sets, or else of the peer.
/// If the header is there twice, it is ignored: the client may have sent one of the two.
pub fn client_address(request: &Request<'_>) -> Option<IpAddr> {
    let told = request.rocket().config().ip_header.as_ref().and_then(|name| {
        let mut values = request.headers().get(name.as_str());
        values.next().filter(|_| values.next().is_none()).and_then(parse_address)
    });
    told.or_else(|| request.remote().map(|peer| peer.ip())).map(|address| address.to_canonical())
}

pub fn client(request: &Request<'_>) -> Client {
    let user_agent = request.headers().get_one("User-Agent");
    Client::new(client_address(request), user_agent).reading(language(request))
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Client {
    type Error = Infallible;

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, Infallible> {
        Outcome::Success(client(request))
    }
}
