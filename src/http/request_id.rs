//! The id of a request: its answer has it, all of its log lines, and the page of a failure as its reference.

use rocket::Request;
use tracing::Span;
use tracing::span::Entered;

use super::request_head;
use crate::domain::TrustedProxies;

pub const HEADER: &str = "X-Request-Id";

/// In octets; a UUID has 36.
const LONGEST: usize = 64;

/// The id that the proxy in front has given the request, or a new one.
pub fn request_id<'r>(request: &'r Request<'_>) -> &'r str {
    struct Id(String);
    let Id(text) = request.local_cache(|| Id(sent(request).map_or_else(new, str::to_owned)));
    text
}

/// What log lines about the request are written in. At the level of errors, so that these have the id, too, if nothing
/// else is logged.
pub fn span(request: &Request<'_>) -> Span {
    struct OfRequest(Span);
    let OfRequest(span) =
        request.local_cache(|| OfRequest(tracing::error_span!("request", id = %request_id(request))));
    span.clone()
}

/// Enters the span of a request. A handler is in it already, and its lines must not name the request twice.
pub fn enter(span: &Span) -> Option<Entered<'_>> {
    Span::current().is_none().then(|| span.enter())
}

/// Strangers do not name requests: they could give one name to all of theirs. Of several lines none counts, for only one
/// of them can be the proxy's.
fn sent<'r>(request: &'r Request<'_>) -> Option<&'r str> {
    let rocket = request.rocket();
    let peer = request.remote()?.ip().to_canonical();
    let proxies = rocket.state::<TrustedProxies>().filter(|proxies| !proxies.is_empty());
    let is_proxy = match proxies {
        Some(proxies) => proxies.contains(peer),
        None => peer.is_loopback() || rocket.config().ip_header.is_some(),
    };
    let is_proxy = is_proxy && !request_head::head(request).is_client_unknown;
    let mut lines = request.headers().get(HEADER);
    lines.next().filter(|id| lines.next().is_none() && is_proxy && is_well_formed(id))
}

/// The characters of UUIDs, of the ids of common balancers and of Base64; none has a meaning in a log or in HTML.
fn is_well_formed(id: &str) -> bool {
    let is_known = |octet: u8| octet.is_ascii_alphanumeric() || b"-._~:=+/@;".contains(&octet);
    (1..=LONGEST).contains(&id.len()) && id.bytes().all(is_known)
}

/// 40 random bits, in letters and digits that are hard to confuse: a person reads them to an operator.
fn new() -> String {
    // Crockford's Base32.
    const DIGITS: [char; 32] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K',
        'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let mut octets = [0; 8];
    // Without random numbers the line of the log is found by its time.
    let _ = getrandom::fill(&mut octets);
    let digit = |octet: &u8| DIGITS.get(usize::from(octet % 32)).copied().unwrap_or('0');
    let (first, last) = octets.split_at(4);
    first.iter().map(digit).chain(['-']).chain(last.iter().map(digit)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_short_and_has_no_meaning_in_a_log() {
        for id in
            [&new(), "f47ac10b-58cc-4372-a567-0e02b2c3d479", "Root=1-67891233-abcdef;Self=1", &"a".repeat(64)]
        {
            assert!(is_well_formed(id), "{id}");
        }
        for id in ["", "a b", "a\u{1b}[31m", "a\"b", "<b>", "a,b", "ä", &"a".repeat(65)] {
            assert!(!is_well_formed(id), "{id}");
        }
    }
}
