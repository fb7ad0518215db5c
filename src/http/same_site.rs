//! Refuses requests that pages of other sites make a browser send (CSRF). Fetch Metadata makes hidden tokens
//! unnecessary (the algorithm is that of Go's `http.CrossOriginProtection`).

use rocket::Request;
use rocket::http::{HeaderMap, Status};

use super::AllowedOrigins;
use super::refused::note_cross_site;
use crate::domain::PublicUrl;

/// The origins whose pages may change something here.
#[derive(Clone)]
pub struct SameSite {
    authority: String,
    is_https: bool,
    allowed: AllowedOrigins,
}

impl SameSite {
    pub fn new(public_url: &PublicUrl, allowed: &AllowedOrigins) -> Self {
        let authority = public_url.authority().to_owned();
        Self { authority, is_https: public_url.is_https(), allowed: allowed.clone() }
    }

    /// Lets a request pass if it changes nothing, or if a page of this site, a page of an allowed origin or a client
    /// that is not a browser sent it.
    ///
    /// # Errors
    ///
    /// The status with which the request is refused. The refusal is noted for the audit trail.
    pub fn check(&self, request: &Request<'_>) -> Result<(), Status> {
        let is_safe = !request.method().supports_payload();
        // With https only `public_url` is this site. With plain http the host that the browser requested is this site,
        // too: usually a name in a local network, which no setting contains.
        let host = request.host().filter(|_| !self.is_https).map(ToString::to_string);
        let is_allowed =
            || request.headers().get_one("Origin").is_some_and(|origin| self.allowed.contains(origin));
        if is_safe || is_same_site(request.headers(), host.as_deref(), &self.authority) || is_allowed() {
            return Ok(());
        }
        note_cross_site(request);
        Err(Status::Forbidden)
    }
}

/// Every browser since 2023 sends `Sec-Fetch-Site` to https and to localhost. Without it `Origin` must be this site. A
/// client that sends neither is not a browser, so no other site can make it send a user's cookies.
fn is_same_site(headers: &HeaderMap<'_>, host: Option<&str>, authority: &str) -> bool {
    match (headers.get_one("Sec-Fetch-Site"), headers.get_one("Origin")) {
        (Some(site), _) => matches!(site, "same-origin" | "none"),
        (None, None) => true,
        (None, Some(origin)) => {
            // Behind a proxy the server does not know its own scheme, so it accepts both; the scheme of an app is
            // neither.
            origin.split_once("://").is_some_and(|(scheme, origin)| {
                matches!(scheme, "http" | "https") && (host == Some(origin) || origin == authority)
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use rocket::http::Header;

    use super::*;

    #[test]
    fn only_this_site_and_clients_that_are_no_browsers_pass() {
        let cases: [(&[(&'static str, &'static str)], bool); 13] = [
            (&[], true),
            (&[("Sec-Fetch-Site", "same-origin")], true),
            (&[("Sec-Fetch-Site", "none")], true),
            (&[("Sec-Fetch-Site", "same-site")], false),
            (&[("Sec-Fetch-Site", "cross-site")], false),
            (&[("Sec-Fetch-Site", "")], false),
            (&[("Sec-Fetch-Site", "cross-site"), ("Origin", "http://localhost:8000")], false),
            (&[("Sec-Fetch-Site", "same-origin"), ("Origin", "null")], true),
            (&[("Origin", "http://localhost:8000")], true),
            (&[("Origin", "https://id.example.com")], true),
            (&[("Origin", "http://localhost:8001")], false),
            (&[("Origin", "null")], false),
            (&[("Origin", "capacitor://localhost:8000")], false),
        ];
        for (sent, passes) in cases {
            let mut headers = HeaderMap::new();
            for (name, value) in sent {
                headers.add(Header::new(*name, *value));
            }
            let is_same = is_same_site(&headers, Some("localhost:8000"), "id.example.com");
            assert_eq!(is_same, passes, "{sent:?}");
        }
    }
}
