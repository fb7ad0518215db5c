//! Logging out: the session is over on the server, whatever becomes of the cookie.

use super::{Accounts, Failure, SignedIn};
use crate::domain::{Client, EventKind};
use crate::storage::{events, sessions};

impl Accounts {
    pub async fn log_out(&self, signed_in: &SignedIn, client: &Client) -> Result<(), Failure> {
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        let occasion = self.occasion(&signed_in.user, client);
        self.0
            .storage
            .write(move |tx| {
                if sessions::end(tx, user, session)? {
                    events::record(tx, &occasion, EventKind::LoggedOut, Some(user))?;
                }
                Ok(())
            })
            .await
    }
}
