//! Logging in with a browser.

use super::attempt::{Attempt, Credentials, LogInError};
use super::recognition::notify_owner;
use super::session::{Browser, NewBrowserSession, OpenedSession, open};
use super::stages::{Authenticated, Recorded, record};
use crate::accounts::{Accounts, Failure};
use crate::domain::{Client, EmailAddress, EventKind, Token, TokenDigest};
use crate::storage::{Reader, events, known_devices};

/// The input of a log-in with a browser.
pub struct LogIn<'a> {
    pub credentials: Credentials<'a>,
    /// Whether the browser keeps the session when it is closed.
    pub remember: bool,
    pub browser: Browser,
}

/// The result of a log-in with a browser.
pub struct LoggedIn {
    pub opened: OpenedSession,
    /// The account was closed, and is open again.
    pub has_reopened: bool,
}

impl Accounts {
    pub async fn log_in(&self, form: LogIn<'_>, client: &Client) -> Result<LoggedIn, LogInError> {
        self.0.core.throttle.check_client(client).await?;
        let LogIn { credentials, remember, browser } = form;
        let device = self.device_of(&browser.devices, credentials.email).await?;
        let attempt = Attempt::parse(&credentials, device, client)?;
        let session = NewBrowserSession::new(remember, browser)?;
        let authenticated = self.authenticate_password(&attempt).await?;
        if let Some(logged_in) = self.open_in_browser(authenticated, session.clone(), client).await? {
            return Ok(logged_in);
        }
        // The account has changed in the meantime; another log-in may have renewed the hash. Check the current state.
        let authenticated = self.authenticate_password_again(&attempt).await?;
        self.open_in_browser(authenticated, session, client).await?.ok_or(LogInError::Refused)
    }

    /// `None` if the account has changed while its password was being checked.
    async fn open_in_browser(
        &self,
        authenticated: Authenticated,
        session: NewBrowserSession,
        client: &Client,
    ) -> Result<Option<LoggedIn>, LogInError> {
        let authenticated = self.pass_stages(authenticated, client).await?;
        let (audit, limits) =
            (self.0.core.audit(&authenticated.user, client), self.0.core.settings.session_limits);
        let opened = self.0.core.storage.write(move |tx| {
            let has_reopened = match record(tx, &authenticated, &audit)? {
                Recorded::LoggedIn { has_reopened } => has_reopened,
                Recorded::AccountChanged => return Ok(None),
            };
            let (opened, device) = open(tx, &authenticated, session, &audit, limits)?;
            if !authenticated.recognition.covers(device) {
                notify_owner(tx, &authenticated.user, &audit)?;
            }
            events::record(tx, &audit, EventKind::LoggedIn, Some(authenticated.user.id))?;
            Ok(Some(LoggedIn { opened, has_reopened }))
        });
        opened.await
    }

    /// The device token that the account with this address knows, or else the first. A single one needs no query.
    async fn device_of(&self, tokens: &[Token], email: &str) -> Result<Option<TokenDigest>, Failure> {
        let digests: Vec<TokenDigest> = tokens.iter().map(Token::digest).collect();
        let first = digests.first().cloned();
        let Some(email) = EmailAddress::parse(email).ok().filter(|_| digests.len() > 1) else {
            return Ok(first);
        };
        let find = move |db: &mut Reader<'_>| known_devices::find_known(db, &email, &digests);
        Ok(self.0.core.storage.read(find).await?.or(first))
    }
}
