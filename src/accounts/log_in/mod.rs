//! Logging in with a browser.

use super::arrival::Arrival;
use super::credentials::{Credentials, LogInError, LoggedIn};
use super::session::{NewBrowserSession, open};
use super::{Accounts, Browser, Failure, OpenedSession};
use crate::domain::{Client, EmailAddress, Token, TokenDigest};
use crate::storage::Transaction;
use crate::storage::events::Occasion;
use crate::storage::known_devices::{self, Recognized};

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
        let known_by = self.device(&browser.devices, credentials.email).await?;
        let (new, limits) = (NewBrowserSession::new(remember, browser)?, self.0.settings.session_limits);
        let open = move |tx: &mut Transaction<'_>, arrival: &Arrival, occasion: &Occasion| {
            let (opened, recognized) = open(tx, arrival.user.id, new.clone(), occasion, limits)?;
            let is_known = match recognized {
                Recognized::Known => true,
                Recognized::FirstOfAll => arrival.is_known_network,
                Recognized::New => false,
            };
            arrival.tell_owner_if_new(tx, is_known, occasion)?;
            Ok(opened)
        };
        self.log_in_with(&credentials, known_by, client, open).await
    }

    /// Of several tokens the one that the account with this address knows. One alone is not looked up here.
    async fn device(&self, tokens: &[Token], email: &str) -> Result<Option<TokenDigest>, Failure> {
        let digests: Vec<TokenDigest> = tokens.iter().map(Token::digest).collect();
        let first = digests.first().cloned();
        let Some(email) = EmailAddress::parse(email).ok().filter(|_| digests.len() > 1) else {
            return Ok(first);
        };
        let known = self.0.storage.read(move |db| known_devices::find_known(db, &email, &digests)).await?;
        Ok(known.or(first))
    }
}
