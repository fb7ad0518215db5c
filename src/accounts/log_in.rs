//! Logging in with a browser.

use super::credentials::{Credentials, LogInError, LoggedIn};
use super::session::open;
use super::{Accounts, OpenedSession};
use crate::domain::{Client, Token};
use crate::storage::Transaction;
use crate::storage::events::Occasion;

/// What comes with the address and the password.
pub struct LogIn<'a> {
    pub credentials: Credentials<'a>,
    /// Whether the browser is to keep the session when it is closed.
    pub remember: bool,
    /// The session that the browser had before, which ends.
    pub previous: Option<Token>,
}

impl Accounts {
    pub async fn log_in(
        &self,
        form: LogIn<'_>,
        client: &Client,
    ) -> Result<LoggedIn<OpenedSession>, LogInError> {
        let LogIn { credentials, remember, previous } = form;
        let (session, limits) = (OpenedSession::new(remember)?, self.0.settings.session_limits);
        let open = move |tx: &mut Transaction<'_>, id, occasion: &Occasion, _| {
            open(tx, id, &session, previous.as_ref(), occasion, limits)?;
            Ok(session.clone())
        };
        self.log_in_with(&credentials, client, open).await
    }
}
