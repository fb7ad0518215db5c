//! The cookies: who is logged in, what to say on the next page, what a form carries over to the next, that this browser
//! was here before, and the language.

use rocket::Request;
use rocket::http::{Cookie, CookieJar, HeaderMap, SameSite, Status};
use rocket::request::{FromRequest, Outcome};
use time::Duration;

use super::carried::{CARRIED_FOR, Carried};
use super::cookie_names::CookieNames;
use super::flash::Flash;
use crate::accounts::{DEVICES_KEPT, OpenedSession, RenewedSession};
use crate::domain::{Language, Token};
use crate::http::{LANGUAGE_COOKIE, sent_cookies};

/// How many cookies of one name are looked at. More than one comes from another path, or from a site under the same domain.
const MAX_OF_A_NAME: usize = 4;

/// The cookies of one request and its answer.
#[derive(Clone, Copy)]
pub struct Cookies<'r> {
    names: &'r CookieNames,
    sent: &'r HeaderMap<'r>,
    /// What the answer sets. What came in it Rocket has read, with less patience.
    jar: &'r CookieJar<'r>,
}

impl<'r> Cookies<'r> {
    pub fn of(request: &'r Request<'_>) -> Option<Self> {
        Some(Self { names: request.rocket().state()?, sent: request.headers(), jar: request.cookies() })
    }

    /// The tokens that may name this browser's session. The database knows which one does.
    pub fn sessions(self) -> Vec<Token> {
        self.tokens(&self.names.session)
    }

    /// The tokens by which an account may know this browser.
    pub fn devices(self) -> Vec<Token> {
        self.tokens(&self.names.device)
    }

    fn tokens(self, name: &str) -> Vec<Token> {
        sent_cookies(self.sent, name).filter_map(Token::parse).take(MAX_OF_A_NAME).collect()
    }

    /// Logs the browser in, and has it recognized from now on. A persistent session's cookie lasts as long as it may.
    pub fn set_session(self, session: &OpenedSession, absolute_limit: Duration) {
        let mut cookie = self.cookie(&self.names.session, session.token.expose());
        if session.is_persistent {
            cookie.set_max_age(absolute_limit);
        }
        self.jar.add(cookie);
        let mut device = self.cookie(&self.names.device, session.device.expose());
        device.set_max_age(DEVICES_KEPT);
        self.jar.add(device);
        // What a log-in needs has done its work; what was typed into a form behind it has not.
        let Carried { new_email, .. } = self.carried();
        self.carry(&Carried { new_email, ..Carried::default() });
    }

    /// Gives the browser the new token of its session.
    pub fn renew_session(self, session: &RenewedSession) {
        let mut cookie = self.cookie(&self.names.session, session.token.expose());
        if session.is_persistent {
            cookie.set_max_age(session.lasts);
        }
        self.jar.add(cookie);
    }

    pub fn end_session(self) {
        self.remove(&self.names.session);
    }

    /// For a year, also after the browser was closed.
    pub fn set_language(self, language: &Language) {
        let mut cookie = self.cookie(LANGUAGE_COOKIE, language.tag().to_owned());
        cookie.set_max_age(Duration::days(365));
        self.jar.add(cookie);
    }

    /// A code, never text: an attacker who can set the cookie can only choose among our own texts.
    pub fn set_flash(self, flash: Flash) {
        self.jar.add(self.cookie(&self.names.notice, flash.code().to_owned()));
    }

    /// What to say now; it is said once.
    pub fn take_flash(self) -> Option<Flash> {
        let mut sent = sent_cookies(self.sent, &self.names.notice).peekable();
        sent.peek()?;
        self.remove(&self.names.notice);
        sent.find_map(Flash::from_code)
    }

    /// What the form before this page has left; nothing, if no form has.
    pub fn carried(self) -> Carried {
        let mut sent = sent_cookies(self.sent, &self.names.carried).take(MAX_OF_A_NAME);
        sent.find_map(Carried::from_cookie).unwrap_or_default()
    }

    /// In place of what was carried before.
    pub fn carry(self, carried: &Carried) {
        if carried.is_empty() {
            return self.drop_carried();
        }
        let mut cookie = self.cookie(&self.names.carried, carried.to_cookie());
        cookie.set_max_age(CARRIED_FOR);
        self.jar.add(cookie);
    }

    fn drop_carried(self) {
        if sent_cookies(self.sent, &self.names.carried).next().is_some() {
            self.remove(&self.names.carried);
        }
    }

    fn cookie(self, name: &str, value: String) -> Cookie<'static> {
        Cookie::build((name.to_owned(), value))
            .path("/")
            .http_only(true)
            .same_site(SameSite::Lax)
            .secure(self.names.is_secure)
            .build()
    }

    /// Rocket's own removal leaves out `Secure`, and a browser refuses to touch a `__Host-` cookie without it.
    fn remove(self, name: &str) {
        let mut cookie = self.cookie(name, String::new());
        cookie.set_max_age(Duration::ZERO);
        self.jar.add(cookie);
    }
}

#[rocket::async_trait]
impl<'r> FromRequest<'r> for Cookies<'r> {
    type Error = ();

    async fn from_request(request: &'r Request<'_>) -> Outcome<Self, ()> {
        match Self::of(request) {
            Some(cookies) => Outcome::Success(cookies),
            None => Outcome::Error((Status::InternalServerError, ())),
        }
    }
}
