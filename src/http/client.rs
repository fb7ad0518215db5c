//! The client at the other end of a request.

use std::convert::Infallible;
use std::net::IpAddr;

use rocket::Request;
use rocket::request::{FromRequest, Outcome};

use super::language::language;
use super::request_head;
use crate::domain::{Client, TrustedProxies, parse_address};

/// The header in which proxies pass the addresses that a request came from, unless `ip_header` names another.
const FORWARDED: &str = "X-Forwarded-For";

/// The address of the client: what a trusted proxy says, or else the address of the peer.
///
/// Without `trusted_proxies` only the header that `ip_header` names counts, of any peer, as an operator asks for who sets
/// it. If it is there twice, it is ignored: the client may have sent one of the two. No header counts on a connection of
/// a proxy that passes octets and has not named the client.
pub fn client_address(request: &Request<'_>) -> Option<IpAddr> {
    let header = request.rocket().config().ip_header.as_ref().map(|name| name.as_str());
    let proxies = request.rocket().state::<TrustedProxies>().filter(|proxies| !proxies.is_empty());
    let peer = request.remote().map(|peer| peer.ip());
    let told = match (proxies, header) {
        _ if request_head::head(request).is_client_unknown => None,
        (Some(proxies), header) => peer.map(|peer| {
            let lines: Vec<&str> = request.headers().get(header.unwrap_or(FORWARDED)).collect();
            proxies.client(peer, &lines)
        }),
        (None, Some(header)) => {
            let mut values = request.headers().get(header);
            values.next().filter(|_| values.next().is_none()).and_then(parse_address)
        }
        (None, None) => None,
    };
    told.or(peer).map(|address| address.to_canonical())
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
