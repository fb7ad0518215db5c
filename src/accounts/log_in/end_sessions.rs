//! Ending a member's other sessions: one of them, or all.

use super::session::SignedIn;
use crate::accounts::{Accounts, Failure};
use crate::domain::{Client, EventKind, SessionId};
use crate::storage::{events, sessions};

impl Accounts {
    /// Ends one session. Returns false if the member does not have it, or no longer.
    pub async fn end_session(
        &self,
        signed_in: &SignedIn,
        id: SessionId,
        client: &Client,
    ) -> Result<bool, Failure> {
        let user = signed_in.user.id;
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                let ended = sessions::end(tx, user, id)?;
                if ended {
                    events::record(tx, &audit, EventKind::SessionEnded, Some(user))?;
                }
                Ok(ended)
            })
            .await
    }

    /// Ends all sessions except the one of this request.
    pub async fn end_other_sessions(&self, signed_in: &SignedIn, client: &Client) -> Result<(), Failure> {
        let (user, session) = (signed_in.user.id, signed_in.session.id);
        let audit = self.0.core.audit(&signed_in.user, client);
        self.0
            .core
            .storage
            .write(move |tx| {
                if sessions::end_all(tx, user, Some(session))? > 0 {
                    events::record(tx, &audit, EventKind::SessionsEnded, Some(user))?;
                }
                Ok(())
            })
            .await
    }
}
