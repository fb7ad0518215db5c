//! Logging out: the server ends the session, even if the browser keeps the cookie.

use super::session::SignedIn;
use crate::accounts::core::Core;
use crate::accounts::{Accounts, Failure};
use crate::domain::{Client, EventKind};
use crate::storage::{events, sessions};

impl Accounts {
    pub async fn log_out(&self, signed_in: &SignedIn, client: &Client) -> Result<(), Failure> {
        log_out(&self.0.core, signed_in, client).await
    }
}

pub(in crate::accounts) async fn log_out(
    core: &Core,
    signed_in: &SignedIn,
    client: &Client,
) -> Result<(), Failure> {
    let (user, session) = (signed_in.user.id, signed_in.session.id);
    let audit = core.audit(&signed_in.user, client);
    core.storage
        .write(move |tx| {
            if sessions::end(tx, user, session)? {
                events::record(tx, &audit, EventKind::LoggedOut, Some(user))?;
            }
            Ok(())
        })
        .await
}
