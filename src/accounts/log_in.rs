//! Logging in with a browser.

use super::credentials::{Arrival, Credentials, LogInError, LoggedIn};
use super::session::open;
use super::{Accounts, Browser, OpenedSession};
use crate::domain::{Client, Token};
use crate::storage::Transaction;
use crate::storage::events::Occasion;

/// What comes with the address and the password.
pub struct LogIn<'a> {
    pub credentials: Credentials<'a>,
    /// Whether the browser is to keep the session when it is closed.
    pub remember: bool,
    pub browser: Browser,
}

impl Accounts {
    pub async fn log_in(
        &self,
        form: LogIn<'_>,
        client: &Client,
    ) -> Result<LoggedIn<OpenedSession>, LogInError> {
        let LogIn { credentials, remember, browser } = form;
        let Browser { session: previous, device } = browser;
        let known_by = device.as_ref().map(Token::digest);
        let (session, limits) = (OpenedSession::new(remember, device)?, self.0.settings.session_limits);
        let open = move |tx: &mut Transaction<'_>, arrival: &Arrival, occasion: &Occasion| {
            let is_known = open(tx, arrival.user.id, &session, previous.as_ref(), occasion, limits)?;
            arrival.tell_owner_if_new(tx, is_known, occasion)?;
            Ok(session.clone())
        };
        self.log_in_with(&credentials, known_by, client, open).await
    }
}
