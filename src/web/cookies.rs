//! The two cookies: who is logged in, and what to say on the next page.

use rocket::http::{Cookie, CookieJar, SameSite};
use time::Duration;

use super::notice::Notice;
use crate::accounts::OpenedSession;
use crate::domain::{PublicUrl, Token};

/// What the cookies are called. With https they have the `__Host-` prefix, by which a browser makes sure
/// that nobody but this very host has set them (RFC 6265bis, section 4.1.3.2).
pub struct CookieNames {
    session: &'static str,
    notice: &'static str,
    is_secure: bool,
}

impl CookieNames {
    pub fn new(public_url: &PublicUrl) -> Self {
        if public_url.is_https() {
            Self { session: "__Host-session", notice: "__Host-notice", is_secure: true }
        } else {
            Self { session: "session", notice: "notice", is_secure: false }
        }
    }

    /// The session that the browser has, live or not.
    pub fn session(&self, jar: &CookieJar<'_>) -> Option<Token> {
        Token::parse(jar.get(self.session)?.value())
    }

    /// Logs the browser in. A persistent cookie lasts as long as a session may.
    pub fn set_session(&self, jar: &CookieJar<'_>, session: &OpenedSession, absolute_limit: Duration) {
        let mut cookie = self.cookie(self.session, session.token.expose());
        if session.is_persistent {
            cookie.set_max_age(absolute_limit);
        }
        jar.add(cookie);
    }

    pub fn end_session(&self, jar: &CookieJar<'_>) {
        self.remove(jar, self.session);
    }

    /// A code, never text: whoever can set it can choose among our own words only.
    pub fn set_notice(&self, jar: &CookieJar<'_>, notice: Notice) {
        jar.add(self.cookie(self.notice, notice.code().to_owned()));
    }

    /// What to say now; it is said once.
    pub fn take_notice(&self, jar: &CookieJar<'_>) -> Option<Notice> {
        let notice = Notice::from_code(jar.get(self.notice)?.value());
        self.remove(jar, self.notice);
        notice
    }

    fn cookie(&self, name: &'static str, value: String) -> Cookie<'static> {
        Cookie::build((name, value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.is_secure)
            .build()
    }

    /// Rocket's own removal leaves out `Secure`, and a browser refuses to touch a `__Host-` cookie without it.
    fn remove(&self, jar: &CookieJar<'_>, name: &'static str) {
        let mut cookie = self.cookie(name, String::new());
        cookie.set_max_age(Duration::ZERO);
        jar.add(cookie);
    }
}
