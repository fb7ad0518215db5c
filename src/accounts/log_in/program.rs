//! Logging in with a program: tokens instead of a cookie.

use super::attempt::{Attempt, Credentials, LogInError};
use super::recognition::notify_owner;
use super::stages::{Authenticated, Recorded, record};
use crate::accounts::Accounts;
use crate::domain::{Client, EventKind, IssuedTokens, RefreshToken};
use crate::storage::events;

impl Accounts {
    pub async fn log_in_program(
        &self,
        credentials: &Credentials<'_>,
        client: &Client,
    ) -> Result<IssuedTokens, LogInError> {
        self.0.core.throttle.check_client(client).await?;
        let attempt = Attempt::parse(credentials, None, client)?;
        let refresh = RefreshToken::generate()?;
        let authenticated = self.authenticate_password(&attempt).await?;
        if let Some(tokens) = self.open_for_program(authenticated, refresh.clone(), client).await? {
            return Ok(tokens);
        }
        // As with a browser: check the current state.
        let authenticated = self.authenticate_password_again(&attempt).await?;
        self.open_for_program(authenticated, refresh, client).await?.ok_or(LogInError::Refused)
    }

    /// `None` if the account has changed while its password was being checked.
    async fn open_for_program(
        &self,
        authenticated: Authenticated,
        refresh: RefreshToken,
        client: &Client,
    ) -> Result<Option<IssuedTokens>, LogInError> {
        let authenticated = self.pass_stages(authenticated, client).await?;
        let (audit, tokens) = (self.0.core.audit(&authenticated.user, client), self.0.tokens.clone());
        let issued = self.0.core.storage.write(move |tx| {
            match record(tx, &authenticated, &audit)? {
                // Only the owner reopens a closed account: a program with a stored password must not undo the owner's
                // decision.
                Recorded::LoggedIn { has_reopened: true } => return Err(LogInError::Refused),
                Recorded::LoggedIn { has_reopened: false } => {}
                Recorded::AccountChanged => return Ok(None),
            }
            if !authenticated.recognition.is_known_network {
                notify_owner(tx, &authenticated.user, &audit)?;
            }
            let issued = tokens.open_session(tx, &authenticated, &refresh, &audit)?;
            events::record(tx, &audit, EventKind::LoggedIn, Some(authenticated.user.id))?;
            Ok(Some(issued))
        });
        issued.await
    }
}
