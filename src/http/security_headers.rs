//! The headers that every answer carries, errors too (OWASP Secure Headers, MDN HTTP Observatory).

use rocket::fairing::{Fairing, Info, Kind};
use rocket::http::Header;
use rocket::{Request, Response};

use crate::domain::PublicUrl;

/// Allows only what this site itself serves: no inline script or style, no frame, no form that posts to another site.
const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
     font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

const ALWAYS: [(&str, &str); 7] = [
    ("Content-Security-Policy", CONTENT_SECURITY_POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "DENY"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Embedder-Policy", "require-corp"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=()"),
    ("X-Permitted-Cross-Domain-Policies", "none"),
];

/// The headers that are set unless the handler has set them.
const DEFAULT: [(&str, &str); 3] = [
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Referrer-Policy", "same-origin"),
    ("Cache-Control", "no-store"),
];

/// Two years, as hstspreload.org asks for.
const STRICT_TRANSPORT_SECURITY: (&str, &str) =
    ("Strict-Transport-Security", "max-age=63072000; includeSubDomains");

#[derive(Clone, Copy)]
pub struct SecurityHeaders {
    is_https: bool,
}

impl SecurityHeaders {
    pub fn new(public_url: &PublicUrl) -> Self {
        Self { is_https: public_url.is_https() }
    }
}

#[rocket::async_trait]
impl Fairing for SecurityHeaders {
    fn info(&self) -> Info {
        Info { name: "Security headers", kind: Kind::Response }
    }

    async fn on_response<'r>(&self, _request: &'r Request<'_>, response: &mut Response<'r>) {
        self.apply(response);
    }
}

impl SecurityHeaders {
    pub fn apply(&self, response: &mut Response<'_>) {
        for (name, value) in ALWAYS {
            response.set_header(Header::new(name, value));
        }
        for (name, value) in DEFAULT {
            if !response.headers().contains(name) {
                response.set_header(Header::new(name, value));
            }
        }
        if self.is_https {
            let (name, value) = STRICT_TRANSPORT_SECURITY;
            response.set_header(Header::new(name, value));
        }
    }
}
